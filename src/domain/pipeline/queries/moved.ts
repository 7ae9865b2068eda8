import { and, eq, sql } from 'drizzle-orm';
import { jobs, matchRuns, rankingVisits, weightSets } from '@/db/schema';
import type { Transaction } from '@/db/client';
import { contentHash } from '@/domain/catalog/hash';
import type { Authorized } from '@/domain/kernel/actor';
import type { Context } from '@/domain/kernel/context';
import { notFound } from '@/domain/kernel/errors';
import { asMember } from '@/domain/kernel/transaction';
import { wholePoints } from '@/domain/scoring/points';
import type { Band, BandCuts, MatchGroup } from '@/domain/scoring/schema';
import { bandOf } from '@/domain/scoring/score';
import type { MovedPerson, MovedView } from '../schema/moved';
import { leftAs } from '../visits';
import { STAGES_OF } from './ranked-page';

/**
 * Who of a job's ranking has another score as shown, band or group than when the member left it, or was not listed then; those
 * rejected or withdrawn left out. Compares states, not times: the run they saw and what replaced its rows since, so that nobody is
 * missed who moved while they looked. null when they never looked at it. Throws `not_found`.
 */
export const movedSinceVisit = (
  ctx: Context,
  grant: Authorized<'match:read'>,
  { jobId }: { jobId: string },
): Promise<MovedView> =>
  asMember(ctx, grant, async (tx) => {
    const [found] = await tx
      .select({ visit: rankingVisits, run: matchRuns, weights: weightSets.name })
      .from(jobs)
      .leftJoin(rankingVisits, and(eq(rankingVisits.jobId, jobs.id), eq(rankingVisits.userId, grant.userId)))
      .leftJoin(matchRuns, eq(matchRuns.id, jobs.currentRunId))
      .leftJoin(weightSets, eq(weightSets.hash, matchRuns.weightSetHash))
      .where(eq(jobs.id, jobId));
    if (found === undefined) throw notFound('This job');
    const { visit, run, weights } = found;
    if (visit === null || run === null) return null;
    const left = leftAs(visit, ctx.now());
    const same = { since: left.at, weights: null, jobChanged: false, people: [] };
    if (left.runId === run.id && left.patches === run.patches) return same;
    const [before] = await tx.select().from(matchRuns).where(eq(matchRuns.id, left.runId));
    if (before === undefined) return null;
    return {
      since: left.at,
      weights: before.weightSetHash === run.weightSetHash ? null : weights,
      jobChanged: before.jobVersionId !== run.jobVersionId,
      people: await movedPeople(tx, run, { ...left, createdAt: before.createdAt, bands: before.bands }),
    };
  });

interface Left {
  runId: string;
  patches: number;
  newest: Date | null;
  createdAt: Date;
  /** Where the run that they saw cut the bands. */
  bands: BandCuts | null;
}

interface Row extends Record<string, unknown> {
  candidateId: string;
  group: MatchGroup;
  rank: number;
  score: number;
  band: Band;
  beforeGroup: MatchGroup | null;
  beforeRank: number | null;
  beforeScore: number | null;
}

/**
 * How somebody stood when the member left is the first of their rows that was replaced since; without one they stand as then. Places of
 * then are counted among those who are listed still.
 */
const movedPeople = async (
  tx: Transaction,
  { id: runId, jobId, bands }: typeof matchRuns.$inferSelect,
  left: Left,
): Promise<MovedPerson[]> => {
  const after = (date: Date) => sql`${date.toISOString()}::timestamptz`;
  const isNew = left.newest === null ? sql`true` : sql`c.created_at > ${after(left.newest)}`;
  // With other bands, whoever kept their score may read as another.
  const areOthers = contentHash(left.bands) !== contentHash(bands);
  const { rows } = await tx.execute<Row>(sql`
    with replaced as (
      select distinct on (h.candidate_id) h.candidate_id, h.match_group, h.expected
      from match_runs r join score_history h on h.run_id = r.id
      where r.job_id = ${jobId}
        and ((r.id = ${left.runId} and h.patch >= ${left.patches}) or r.created_at > ${after(left.createdAt)})
      order by h.candidate_id, r.created_at, h.patch
    ), listed as (
      select m.candidate_id, m.match_group, m.expected, m.band, m.tie_break, c.stage, ${isNew} as is_new,
        row_number() over (partition by m.match_group order by m.expected desc, m.tie_break, m.candidate_id) as rank
      from match_results m join candidacies c on c.job_id = m.job_id and c.candidate_id = m.candidate_id
      where m.run_id = ${runId}
    ), before as (
      select candidate_id, match_group, expected,
        row_number() over (partition by match_group order by expected desc, tie_break, candidate_id) as rank
      from (
        select l.candidate_id, l.tie_break, coalesce(r.match_group, l.match_group) as match_group,
          coalesce(r.expected, l.expected) as expected
        from listed l left join replaced r on r.candidate_id = l.candidate_id where not l.is_new
      ) stood
    )
    select l.candidate_id as "candidateId", l.match_group as "group", l.rank::int as rank, l.expected as score, l.band,
      b.match_group as "beforeGroup", b.rank::int as "beforeRank", b.expected as "beforeScore"
    from listed l left join before b on b.candidate_id = l.candidate_id
    where l.stage = any(${sql.param([...STAGES_OF.open])}::stage[])
      and (${areOthers} or l.is_new or l.candidate_id in (select candidate_id from replaced))
    order by l.match_group, l.rank`);
  return rows
    .map((row) => movedPerson(row, left.bands, bands))
    .filter(({ before, after }) => before === null || isMove(before, after));
};

type Place = MovedPerson['after'];
const isMove = (before: Place, after: Place): boolean =>
  before.group !== after.group || before.band !== after.band || before.points !== after.points;

const movedPerson = (
  { candidateId, group, rank, score, band, ...before }: Row,
  bandsBefore: BandCuts | null,
  bands: BandCuts | null,
): MovedPerson => {
  const { beforeGroup, beforeRank, beforeScore } = before;
  const stood = beforeGroup !== null && beforeRank !== null && beforeScore !== null;
  return {
    candidateId,
    before: stood
      ? {
          group: beforeGroup,
          rank: beforeRank,
          points: wholePoints(beforeScore, bandsBefore ?? undefined),
          band: bandOf(beforeScore, bandsBefore ?? undefined),
        }
      : null,
    after: { group, rank, points: wholePoints(score, bands ?? undefined), band },
  };
};
