import { eq } from 'drizzle-orm';
import { candidates, candidateVersions, resumes } from '@/db/schema';
import type { OwnRows } from '@/domain/kernel/actor';
import type { Context } from '@/domain/kernel/context';
import { notFound } from '@/domain/kernel/errors';
import { asCandidate } from '@/domain/kernel/transaction';
import { editableOf, readOf } from '../edits';
import type { OwnFacts } from '../schema/own-facts';
import { confirmedOf, unsureOf } from '../unsure';

/** The person's facts as they stand, to be changed in place. */
export const getOwnFacts = (ctx: Context, own: OwnRows): Promise<OwnFacts> =>
  asCandidate(ctx, own, async (tx) => {
    const [row] = await tx
      .select({ version: candidateVersions, resume: resumes.fileName })
      .from(candidates)
      .innerJoin(candidateVersions, eq(candidateVersions.id, candidates.currentVersionId))
      .leftJoin(resumes, eq(resumes.id, candidateVersions.resumeId))
      .where(eq(candidates.id, own.candidateId));
    if (row === undefined) throw notFound('This person');
    const { id: versionId, profile, answers } = row.version;
    return {
      candidateId: own.candidateId,
      versionId,
      profile: editableOf(profile),
      read: row.version.resumeId === null ? null : readOf(profile),
      unsure: unsureOf(profile),
      confirmed: confirmedOf(profile),
      resume: row.resume,
      answers,
    };
  });
