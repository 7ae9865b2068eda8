import { eq, isNull, sql } from 'drizzle-orm';
import type { AnyPgColumn } from 'drizzle-orm/pg-core';
import { shadowRuns, users, weightSets, weightShadows } from '@/db/schema';
import type { Context } from '@/domain/kernel/context';
import { asAdmin } from '@/domain/kernel/transaction';
import { weightSetSchema } from '@/domain/scoring/schema';
import type { Shadow } from '../schema/shadow';

/** The set that runs are scored by in shadow, with what it would have changed in them; null when there is none. */
export const currentShadow = (ctx: Context): Promise<Shadow> =>
  asAdmin(ctx, async (tx) => {
    const [found] = await tx
      .select({ shadow: weightShadows, name: weightSets.name, content: weightSets.content, by: users.name })
      .from(weightShadows)
      .innerJoin(weightSets, eq(weightSets.hash, weightShadows.setHash))
      .innerJoin(users, eq(users.id, weightShadows.startedBy))
      .where(isNull(weightShadows.endedAt));
    if (found === undefined) return null;
    const sum = (column: AnyPgColumn) => sql<number>`coalesce(sum(${column}), 0)::int`;
    const [counts] = await tx
      .select({
        runs: sql<number>`count(*)::int`,
        people: sum(shadowRuns.people),
        moved: sum(shadowRuns.moved),
        intoStrong: sum(shadowRuns.intoStrong),
        outOfStrong: sum(shadowRuns.outOfStrong),
        displaced: sql<number | null>`avg(${shadowRuns.displaced})::float`,
      })
      .from(shadowRuns)
      .where(eq(shadowRuns.shadowId, found.shadow.id));
    if (counts === undefined) return null;
    const { id: shadowId, startedAt } = found.shadow;
    const { factors } = weightSetSchema.parse(found.content);
    return { shadowId, name: found.name, factors, startedBy: found.by, startedAt, ...counts };
  });
