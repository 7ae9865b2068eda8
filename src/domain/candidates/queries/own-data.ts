import { asc, count, desc, eq } from 'drizzle-orm';
import { candidates, candidateVersions, resumes } from '@/db/schema';
import type { OwnRows } from '@/domain/kernel/actor';
import type { Context } from '@/domain/kernel/context';
import { notFound } from '@/domain/kernel/errors';
import { asCandidate } from '@/domain/kernel/transaction';
import { mutableMailSchema } from '@/domain/notifications/schema';
import { localeSchema, type OwnData } from '../schema';

/** What is stored of the person, since when, and what they chose. */
export const getOwnData = (ctx: Context, own: OwnRows): Promise<OwnData> =>
  asCandidate(ctx, own, async (tx) => {
    const [row] = await tx
      .select({ person: candidates, version: candidateVersions })
      .from(candidates)
      .innerJoin(candidateVersions, eq(candidateVersions.id, candidates.currentVersionId))
      .where(eq(candidates.id, own.candidateId));
    if (row === undefined) throw notFound('This person');
    const { person, version } = row;
    const files = await tx
      .select({ fileName: resumes.fileName, createdAt: resumes.createdAt, sha256: resumes.sha256 })
      .from(resumes)
      .where(eq(resumes.candidateId, own.candidateId))
      .orderBy(asc(resumes.sha256), desc(resumes.createdAt));
    const [versions] = await tx
      .select({ count: count() })
      .from(candidateVersions)
      .where(eq(candidateVersions.candidateId, own.candidateId));
    const { profile, answers } = version;
    return {
      since: person.createdAt,
      changedAt: version.createdAt,
      versions: versions?.count ?? 0,
      lawfulBasis: person.lawfulBasis,
      poolConsentAt: person.poolConsentAt,
      // Another reading of the same file is no other file.
      files: files
        .filter((file, index) => file.sha256 !== files[index - 1]?.sha256)
        .map(({ fileName, createdAt }) => ({ fileName, createdAt })),
      facts: {
        skills: profile.skills.length,
        experience: profile.experience.length,
        education: profile.education.length,
        answers: Object.keys(answers).length,
      },
      preferences: {
        mutedMails: person.mutedMails.flatMap((mail) => mutableMailSchema.safeParse(mail).data ?? []),
        timeZone: person.timeZone,
        locale: localeSchema.catch('en-IN').parse(person.locale),
      },
    };
  });
