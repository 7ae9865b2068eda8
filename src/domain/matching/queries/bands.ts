import { desc, eq } from 'drizzle-orm';
import { bandPublications, users } from '@/db/schema';
import type { Transaction } from '@/db/client';
import { contentHash } from '@/domain/catalog/hash';
import type { Context } from '@/domain/kernel/context';
import { asAdmin } from '@/domain/kernel/transaction';
import { DEFAULT_BANDS } from '@/domain/scoring/schema';
import { decidedScores } from '../bands';
import { bandPointsOf, curveOf, pointsOf } from '../calibrated';
import { LEAST_DECISIONS, type BandsOverview } from '../schema/bands';

const LISTED = 50;
const DEFAULT_POINTS = pointsOf(DEFAULT_BANDS);

/** What the bands are, what they would be, and what that is read from. Needs role `app_worker`. */
export const bandsOf = async (tx: Transaction): Promise<BandsOverview> => {
  const decided = await decidedScores(tx);
  const missing = Math.max(0, LEAST_DECISIONS - decided.length);
  const curve = missing > 0 ? [] : curveOf(decided);
  const points = bandPointsOf(curve);
  const rows = await tx
    .select({ publication: bandPublications, by: users.name })
    .from(bandPublications)
    .innerJoin(users, eq(users.id, bandPublications.publishedBy))
    .orderBy(desc(bandPublications.number))
    .limit(LISTED);
  const publications = rows.map(({ publication, by }) => ({
    number: publication.number,
    points: publication.points ?? DEFAULT_POINTS,
    decisions: publication.decisions,
    reason: publication.reason,
    publishedBy: by,
    publishedAt: publication.publishedAt,
  }));
  return {
    decisions: decided.length,
    missing,
    curve,
    inUse: publications[0]?.points ?? DEFAULT_POINTS,
    calibrated: missing > 0 ? null : { points, hash: contentHash(points) },
    defaults: { points: DEFAULT_POINTS, hash: contentHash(DEFAULT_POINTS) },
    publications,
  };
};

export const bandsOverview = (ctx: Context): Promise<BandsOverview> => asAdmin(ctx, (tx) => bandsOf(tx));
