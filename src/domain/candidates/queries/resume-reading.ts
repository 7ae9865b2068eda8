import { and, eq, type SQL } from 'drizzle-orm';
import { candidates, candidateVersions, resumes } from '@/db/schema';
import type { Transaction } from '@/db/client';
import type { Authorized, OwnRows } from '@/domain/kernel/actor';
import type { Context } from '@/domain/kernel/context';
import { notFound } from '@/domain/kernel/errors';
import { asCandidate, asMember } from '@/domain/kernel/transaction';
import type { Span } from '@/domain/resumes/schema';
import { ownOrApplied } from '../queries';
import type { CandidateProfile } from '../schema';
import type { ResumeReading } from '../schema/resume-reading';

const passagesOf = (profile: CandidateProfile): ResumeReading['passages'] => {
  const { name, email, phone, place, experience, skills, education, languages } = profile;
  const at = (
    key: ResumeReading['passages'][number]['key'],
    facts: readonly ({ span: Span | null } | null)[],
  ): ResumeReading['passages'] =>
    facts.flatMap((fact) => (fact?.span == null ? [] : [{ key, span: fact.span }]));
  return [
    ...at('contact', [name, email, phone, place]),
    ...at('work', experience),
    ...skills.flatMap(({ spans }) => spans.map((span) => ({ key: 'skills' as const, span }))),
    ...at('education', education),
    ...at('languages', languages),
  ];
};

const readingOf = async (tx: Transaction, whose: SQL | undefined): Promise<ResumeReading | null> => {
  const [row] = await tx
    .select({ profile: candidateVersions.profile, resume: resumes })
    .from(candidates)
    .innerJoin(candidateVersions, eq(candidateVersions.id, candidates.currentVersionId))
    // The version's own reading: its spans point into that text.
    .leftJoin(resumes, eq(resumes.id, candidateVersions.resumeId))
    .where(whose);
  if (row === undefined) throw notFound('This person');
  if (row.resume === null) return null;
  const { id, fileName, contentType, parsed } = row.resume;
  return {
    file: { id, fileName, contentType },
    text: parsed.text,
    blocks: parsed.blocks,
    passages: passagesOf(row.profile),
  };
};

/** The résumé of one of the organisation's people, or of somebody who applied. null without one. Throws `not_found` for any other. */
export const getResumeReading = (
  ctx: Context,
  grant: Authorized<'candidate:read'>,
  input: { candidateId: string },
): Promise<ResumeReading | null> =>
  asMember(ctx, grant, (tx) =>
    readingOf(tx, and(eq(candidates.id, input.candidateId), ownOrApplied(tx, grant.organizationId))),
  );

/** The person's own résumé; null when none was read. */
export const getOwnResumeReading = (ctx: Context, own: OwnRows): Promise<ResumeReading | null> =>
  asCandidate(ctx, own, (tx) => readingOf(tx, eq(candidates.id, own.candidateId)));
