import { and, eq, isNull } from 'drizzle-orm';
import { candidacies } from '@/db/schema';
import type { Transaction } from '@/db/client';
import { loadCatalog } from '@/domain/catalog/load';
import type { Authorized } from '@/domain/kernel/actor';
import type { Context } from '@/domain/kernel/context';
import { notFound } from '@/domain/kernel/errors';
import { asMember } from '@/domain/kernel/transaction';
import { answersView, explanationOf, type Shown } from '../explanation';
import { maskOf, maskResumeText } from '../mask';
import { keepReceipt } from '../receipts';
import type { MatchView } from '../schema/match';
import { asksOf } from './asks';
import { contestsOf } from './contests';
import { loadPair, receiptView, type LoadedPair } from './scored-pair';

/** All of the text once the person is unmasked, else what their mask leaves. */
const shownOf = ({ candidacy, person, version, resume }: LoadedPair): Shown =>
  candidacy.unmaskedAt === null
    ? maskOf([person.name, version.profile.name?.value, resume?.parsed.name?.value])
    : (text) => text;

/**
 * One person of a job's ranking with the whole explanation: what was scored by the current run, words and evidence
 * recomputed from the versions it scored. Opening it keeps the receipt, and the person is no longer new. Throws `not_found` for whoever is not listed.
 */
export const openMatch = (
  ctx: Context,
  grant: Authorized<'match:read'>,
  input: { jobId: string; candidateId: string },
): Promise<MatchView> =>
  asMember(ctx, grant, async (tx) => {
    const found = await loadPair(tx, input);
    if (found === undefined) throw notFound('This person');
    const catalog = loadCatalog();
    const receipt = await keepReceipt(ctx, tx, input);
    await markOpened(ctx, tx, found.candidacy);
    const { person, version, candidacy } = found;
    const masked = candidacy.unmaskedAt === null;
    const shown = shownOf(found);
    const headline = version.profile.experience[0]?.title ?? null;
    const { hours, week } = version.answers;
    return {
      person: {
        candidateId: person.id,
        name: masked ? null : person.name,
        code: person.code,
        headline: headline === null ? null : shown(headline),
        city: person.cityName,
        timeZone:
          (typeof week === 'object' ? week.timeZone : null) ??
          catalog.geography.cityById(person.cityId ?? '')?.timeZone ??
          null,
        email: masked ? null : person.email,
        phone: masked ? null : person.phone,
        hours: typeof hours === 'object' ? hours : null,
        source: candidacy.source,
        stage: candidacy.stage,
        stageSince: candidacy.stageSince,
        rejectReason: candidacy.rejectReason,
        lastEventId: found.lastEvent?.id ?? null,
        own: person.organizationId === grant.organizationId,
      },
      resume: resumeView(found, masked ? shown : null),
      answers: answersView(found, shown, catalog),
      screening: screeningView(found, masked),
      ...explanationOf(found, shown, catalog),
      asks: await asksOf(ctx, tx, found),
      receipt: receiptView(found, receipt),
      contests: await contestsOf(tx, input),
    };
  });

const markOpened = async (
  ctx: Context,
  tx: Transaction,
  { id, openedAt }: LoadedPair['candidacy'],
): Promise<void> => {
  if (openedAt !== null) return;
  const unopened = and(eq(candidacies.id, id), isNull(candidacies.openedAt));
  await tx.update(candidacies).set({ openedAt: ctx.now() }).where(unopened);
};

const resumeView = ({ resume }: LoadedPair, mask: Shown | null): MatchView['resume'] => {
  if (resume === undefined) return null;
  const { parsed, id, fileName, contentType } = resume;
  return {
    text: mask === null ? parsed.text : maskResumeText(parsed, mask),
    blocks: parsed.blocks,
    file: mask === null ? { id, fileName, contentType } : null,
  };
};

/** Written answers wait until the person is unmasked, and so do their questions: nobody can be asked before that. */
const screeningView = ({ snapshot, screening }: LoadedPair, masked: boolean): MatchView['screening'] =>
  (snapshot.screening ?? [])
    .filter(({ kind }) => !masked || kind === 'yes_no')
    .map(({ id, text, kind }) => ({ questionId: id, text, kind, answer: screening[id] || null }));
