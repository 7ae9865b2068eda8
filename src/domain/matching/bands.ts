import { desc, sql } from 'drizzle-orm';
import { bandPublications } from '@/db/schema';
import type { Transaction } from '@/db/client';
import type { BandCuts } from '@/domain/scoring/schema';
import { cutsOf, type DecidedScore } from './calibrated';

/** Where a run that begins now cuts the bands; null = by default. */
export const bandsInUse = async (tx: Transaction): Promise<BandCuts | null> => {
  const [newest] = await tx
    .select({ points: bandPublications.points })
    .from(bandPublications)
    .orderBy(desc(bandPublications.number))
    .limit(1);
  return newest?.points == null ? null : cutsOf(newest.points);
};

/**
 * People who were opened and then shortlisted or rejected, each with the score of the receipt that was kept when they were decided
 * on. Once shortlisted counts as shortlisted, unless it was taken back; who withdrew or was merged counts by what was decided before.
 */
export const decidedScores = async (tx: Transaction): Promise<DecidedScore[]> => {
  const { rows } = await tx.execute<{ score: number; shortlisted: boolean }>(sql`
    with standing as (
      select e.candidacy_id, bool_or(e.to_stage <> 'rejected') as shortlisted, min(e.at) as at
      from stage_events e
      where e.undoes is null and e.to_stage in ('shortlisted', 'interview', 'offer', 'hired', 'rejected')
        and not exists (select from stage_events u where u.undoes = e.id)
      group by e.candidacy_id
    )
    select (r.content::jsonb ->> 'expected')::int as score, s.shortlisted
    from standing s
    join candidacies c on c.id = s.candidacy_id and c.opened_at is not null
    join lateral (
      select content from receipts
      where job_id = c.job_id and candidate_id = c.candidate_id and created_at <= s.at
      order by created_at desc, id desc limit 1
    ) r on true`);
  return rows;
};
