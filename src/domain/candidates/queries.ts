import {
  and,
  arrayContains,
  asc,
  desc,
  eq,
  ilike,
  inArray,
  isNull,
  lt,
  or,
  sql,
  type SQL,
} from 'drizzle-orm';
import { candidacies, candidates, candidateVersions, jobs, resumes } from '@/db/schema';
import type { Transaction } from '@/db/client';
import { loadCatalog } from '@/domain/catalog/load';
import type { Authorized } from '@/domain/kernel/actor';
import type { Context } from '@/domain/kernel/context';
import { notFound } from '@/domain/kernel/errors';
import { asMember } from '@/domain/kernel/transaction';
import { standingId } from './queries/standing';
import type { PeoplePage, PersonDetail } from './schema';

const PAGE = 50;

/** A literal for ILIKE: the wildcards a person types are letters, not wildcards. */
export const containing = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`;

type Cursor = PeoplePage['nextCursor'];

/** People whom the organisation brought, and those who applied for one of its jobs: everybody whom it knows by their own word. */
export const ownOrApplied = (tx: Transaction, organizationId: string): SQL | undefined =>
  or(
    eq(candidates.organizationId, organizationId),
    and(
      isNull(candidates.organizationId),
      inArray(
        candidates.id,
        tx
          .select({ id: candidacies.candidateId })
          .from(candidacies)
          .where(and(eq(candidacies.organizationId, organizationId), eq(candidacies.source, 'applied'))),
      ),
    ),
  );

/** The organisation's own people and who applied, last changed first, 50 a page; `cursor` is the last person of the page before. */
export const listPeople = (
  ctx: Context,
  grant: Authorized<'candidate:read'>,
  input: { search: string; skillId: string | null; cursor: Cursor },
): Promise<PeoplePage> =>
  asMember(ctx, grant, async (tx) => {
    const filters: (SQL | undefined)[] = [
      ownOrApplied(tx, grant.organizationId),
      isNull(candidates.mergedIntoId),
    ];
    if (input.search !== '') {
      const pattern = containing(input.search);
      filters.push(
        or(
          ilike(candidates.name, pattern),
          ilike(candidates.headline, pattern),
          ilike(candidates.email, pattern),
          ilike(candidates.cityName, pattern),
        ),
      );
    }
    if (input.skillId !== null) filters.push(arrayContains(candidates.skillIds, [input.skillId]));
    const [counted] = await tx
      .select({ total: sql<number>`count(*)::int` })
      .from(candidates)
      .where(and(...filters));
    const rows = await tx
      .select({ person: candidates, answers: candidateVersions.answers })
      .from(candidates)
      .innerJoin(candidateVersions, eq(candidateVersions.id, candidates.currentVersionId))
      .where(and(...filters, input.cursor === null ? undefined : after(input.cursor)))
      .orderBy(desc(candidates.updatedAt), desc(candidates.id))
      .limit(PAGE + 1);
    const { skills } = loadCatalog();
    const page = rows.slice(0, PAGE);
    const last = rows.length > PAGE ? page.at(-1)?.person : undefined;
    return {
      total: counted?.total ?? 0,
      nextCursor: last === undefined ? null : { updatedAt: last.updatedAt, id: last.id },
      items: page.map(({ person, answers }) => ({
        id: person.id,
        name: person.name,
        email: person.email,
        headline: person.headline,
        city: person.cityName,
        totalMonths: person.totalMonths,
        skills: person.skillIds.slice(0, 6).map((id) => skills.byId.get(id)?.name ?? id),
        answered: Object.keys(answers).length,
        applied: person.organizationId === null,
      })),
    };
  });

const after = ({ updatedAt, id }: NonNullable<Cursor>): SQL | undefined =>
  or(lt(candidates.updatedAt, updatedAt), and(eq(candidates.updatedAt, updatedAt), lt(candidates.id, id)));

/**
 * One person of the organisation with everything understood and answered, or somebody who applied; for somebody who was merged, the person they are
 * now. Throws `not_found` for any other.
 */
export const getPerson = (
  ctx: Context,
  grant: Authorized<'candidate:read'>,
  input: { candidateId: string },
): Promise<PersonDetail> =>
  asMember(ctx, grant, async (tx) => {
    const id = await standingId(tx, input.candidateId);
    if (id === null) throw notFound('This person');
    const [row] = await tx
      .select({
        id: candidates.id,
        organizationId: candidates.organizationId,
        profile: candidateVersions.profile,
        answers: candidateVersions.answers,
        version: candidateVersions.number,
        resume: { id: resumes.id, fileName: resumes.fileName },
      })
      .from(candidates)
      .innerJoin(candidateVersions, eq(candidateVersions.id, candidates.currentVersionId))
      .leftJoin(resumes, eq(resumes.id, candidates.currentResumeId))
      .where(and(eq(candidates.id, id), ownOrApplied(tx, grant.organizationId)));
    if (row === undefined) throw notFound('This person');
    const { organizationId, answers, ...person } = row;
    const applied = organizationId === null;
    // What applicants answered is shown where they are compared with a job, never typed over.
    return { ...person, answers: applied ? {} : answers, applied: applied ? await appliedFor(tx, id) : null };
  });

/** The organisation's jobs for which somebody applied. */
const appliedFor = (tx: Transaction, candidateId: string): Promise<{ jobId: string; title: string }[]> =>
  tx
    .select({ jobId: jobs.id, title: jobs.title })
    .from(candidacies)
    .innerJoin(jobs, eq(jobs.id, candidacies.jobId))
    .where(and(eq(candidacies.candidateId, candidateId), eq(candidacies.source, 'applied')))
    .orderBy(asc(jobs.title), asc(jobs.id));
