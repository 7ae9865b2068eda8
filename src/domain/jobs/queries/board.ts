import { and, desc, eq, inArray, or, sql, type SQL } from 'drizzle-orm';
import { jobPostings } from '@/db/schema';
import type { Transaction } from '@/db/client';
import { loadCatalog, type Catalog } from '@/domain/catalog/load';
import type { Context } from '@/domain/kernel/context';
import { asPublic } from '@/domain/kernel/transaction';
import type { Place } from '@/domain/scoring/schema';
import { CELL_MINUTES, dayCells, decodeGrid, weekCells } from '@/domain/scoring/week-grid';
import { postingWords } from '../posting-words';
import { postingPath, type PostingContent } from '../schema/posting';
import {
  BOARD_FILTERS,
  type BoardFilter,
  type BoardItem,
  type BoardPage,
  type BoardSearch,
} from '../schema/board';

const PAGE = 20;
const SIMILAR = 4;
const KM_PER_DEGREE = 111.195;

type Conditions = Partial<Record<BoardFilter, SQL | undefined>>;

/** As Postgres splits it, or as the beginning of a word: "S/4" finds "S/4HANA", "fin" finds "finance". */
const wordQuery = (word: string): SQL => {
  const letters = word.replace(/[^\p{L}\p{M}\p{N}]/gu, '');
  const plain = sql`plainto_tsquery('simple', ${word})`;
  return letters === '' ? plain : sql`(${plain} || to_tsquery('simple', ${`${letters}:*`}))`;
};

const documentOf = sql`to_tsvector('simple', ${jobPostings.searchText})`;

/** Every word of what was typed, in any order; null when nothing was. */
const textQuery = (typed: string | undefined): SQL | undefined => {
  const words = (typed ?? '').split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word));
  return words.length === 0
    ? undefined
    : and(...words.map((word) => sql`${documentOf} @@ ${wordQuery(word)}`));
};

/** Whole kilometres to a point, on a flat map around both as in the engine (`scoring/distance.ts`). */
const distanceTo = ({ latitude, longitude }: { latitude: number; longitude: number }): SQL => {
  const across = sql`abs(${jobPostings.lon} - ${longitude}::float8)`;
  const east = sql`least(${across}, 360 - ${across}) * cos(radians((${jobPostings.lat} + ${latitude}::float8) / 2))`;
  const north = sql`${jobPostings.lat} - ${latitude}::float8`;
  return sql`round(${KM_PER_DEGREE}::float8 * sqrt(power(${east}, 2) + power(${north}, 2)))`;
};

const isRemote = eq(jobPostings.mode, 'remote');

const placeCondition = (place: Place, { withinKm, remoteToo }: BoardSearch): SQL | undefined => {
  const { latitude, longitude, country } = place;
  const near =
    latitude === null || longitude === null
      ? and(eq(jobPostings.country, country), sql`${jobPostings.mode} is distinct from 'remote'`)
      : sql`${distanceTo({ latitude, longitude })} <= ${withinKm}`;
  return remoteToo ? or(isRemote, near) : near;
};

/** The skills and everything below them in the taxonomy: who can work with ERPs is shown jobs that ask for SAP. */
const withNarrower = (skillIds: readonly string[], { skills }: Catalog): string[] => {
  const wanted = new Set(skillIds);
  for (let grew = true; grew;) {
    const before = wanted.size;
    for (const [id, parent] of skills.broader) if (wanted.has(parent)) wanted.add(id);
    grew = wanted.size > before;
  }
  return [...wanted];
};

const minorUnits = ({ amount, currency }: NonNullable<BoardSearch['pay']>, catalog: Catalog): number => {
  const digits = catalog.employerQuestions.currencies.find(({ code }) => code === currency)?.digits ?? 2;
  return Math.round(amount * 10 ** digits);
};

const conditionsOf = (search: BoardSearch, place: Place | null, catalog: Catalog): Conditions => ({
  q: textQuery(search.q),
  hours:
    search.hours &&
    sql`${jobPostings.hoursMin} <= ${search.hours.max} and ${jobPostings.hoursMax} >= ${search.hours.min}`,
  mode: search.mode.length === 0 ? undefined : inArray(jobPostings.mode, search.mode),
  engagement:
    search.engagement.length === 0
      ? undefined
      : sql`${jobPostings.engagement} && ${sql.param(search.engagement)}::text[]`,
  place: place === null ? undefined : placeCondition(place, search),
  skill:
    search.skill.length === 0
      ? undefined
      : sql`${jobPostings.skillIds} && ${sql.param(withNarrower(search.skill, catalog))}::text[]`,
  pay:
    search.pay &&
    and(
      eq(jobPostings.currency, search.pay.currency),
      sql`${jobPostings.hourlyMaxMinor} >= ${minorUnits(search.pay, catalog)}::bigint`,
    ),
});

const allBut = (conditions: Conditions, ...left: BoardFilter[]): SQL | undefined =>
  and(...BOARD_FILTERS.filter((filter) => !left.includes(filter)).map((filter) => conditions[filter]));

/** What jobs are ordered by, a whole number, highest first; jobs that cannot be told come last. */
const sortKey = ({ sort, hours, pay }: BoardSearch): SQL<number> => {
  if (sort === 'pay') {
    const currency = pay?.currency ?? 'INR';
    return sql`case when ${jobPostings.currency} = ${currency} then coalesce(${jobPostings.hourlyMaxMinor}, -1) else -1 end::bigint`;
  }
  if (sort === 'fit' && hours !== undefined) {
    // Hours that both ranges hold, of those that either holds, in 1/10000.
    const both = sql`least(${jobPostings.hoursMax}, ${hours.max}) - greatest(${jobPostings.hoursMin}, ${hours.min})`;
    const either = sql`greatest(${jobPostings.hoursMax}, ${hours.max}) - least(${jobPostings.hoursMin}, ${hours.min})`;
    return sql`coalesce(round(10000 * (${both} + 1) / (${either} + 1)), -1000000)::bigint`;
  }
  return sql`(extract(epoch from ${jobPostings.publishedAt}) * 1000)::bigint`;
};

const CURSOR = /^(-?\d{1,15})_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/** Rows below the last one of the page before; a cursor of another sort merely starts somewhere else. */
const below = (after: string | null, key: SQL<number>): SQL | undefined => {
  const [, value, jobId] = CURSOR.exec(after ?? '') ?? [];
  return value === undefined
    ? undefined
    : sql`(${key}, ${jobPostings.jobId}) < (${value}::bigint, ${jobId}::uuid)`;
};

const itemColumns = {
  jobId: jobPostings.jobId,
  organizationName: jobPostings.organizationName,
  title: jobPostings.title,
  country: jobPostings.country,
  publishedAt: jobPostings.publishedAt,
  content: jobPostings.content,
};
type ItemRow = Pick<typeof jobPostings.$inferSelect, keyof typeof itemColumns>;

const coreMinutes = ({ core_hours: core }: PostingContent): number[] | null => {
  const week = core === undefined ? null : decodeGrid(core.grid);
  if (week === null || weekCells(week) === 0) return null;
  return [0, 1, 2, 3, 4, 5, 6].map((day) => dayCells(week, day) * CELL_MINUTES);
};

const itemOf = (row: ItemRow, catalog: Catalog): BoardItem => ({
  jobId: row.jobId,
  path: postingPath(row),
  organizationName: row.organizationName,
  title: row.title,
  publishedAt: row.publishedAt,
  words: postingWords(row, catalog),
  coreMinutes: coreMinutes(row.content),
});

const countOf = async (tx: Transaction, where: SQL | undefined): Promise<number> => {
  const [row] = await tx
    .select({ total: sql<number>`count(*)::int` })
    .from(jobPostings)
    .where(where);
  return row?.total ?? 0;
};

const countsBy = async (
  tx: Transaction,
  choice: SQL<string | null>,
  where: SQL | undefined,
): Promise<Record<string, number>> => {
  const rows = await tx
    .select({ choice, total: sql<number>`count(*)::int` })
    .from(jobPostings)
    .where(where)
    .groupBy(sql`1`);
  return Object.fromEntries(rows.flatMap(({ choice, total }) => (choice === null ? [] : [[choice, total]])));
};

/**
 * Open jobs that pass the filters, one page of them, with how many there are by each choice. With nothing found, how many
 * each filter keeps away. A place that the city table does not know filters nothing, and comes back as null.
 */
export const searchPostings = (ctx: Pick<Context, 'db' | 'tx'>, search: BoardSearch): Promise<BoardPage> => {
  const catalog = loadCatalog();
  const place = search.place === undefined ? null : catalog.geography.resolve(search.place);
  const conditions = conditionsOf(search, place, catalog);
  const key = sortKey(search);
  return asPublic(ctx, async (tx) => {
    const total = await countOf(tx, allBut(conditions));
    const rows = await tx
      .select({ ...itemColumns, key: sql<string>`${key}::text` })
      .from(jobPostings)
      .where(and(allBut(conditions), below(search.after, key)))
      .orderBy(desc(key), desc(jobPostings.jobId))
      .limit(PAGE + 1);
    const shown = rows.slice(0, PAGE);
    const last = rows.length > PAGE ? shown.at(-1) : undefined;
    const relaxations = [];
    for (const filter of total > 0 ? [] : BOARD_FILTERS) {
      if (conditions[filter] === undefined) continue;
      relaxations.push({ filter, total: await countOf(tx, allBut(conditions, filter)) });
    }
    return {
      total,
      items: shown.map((row) => itemOf(row, catalog)),
      nextCursor: last === undefined ? null : `${last.key}_${last.jobId}`,
      place: place && { name: place.name, country: place.country, wholeCountry: place.cityId === null },
      skills: search.skill.flatMap((id) => {
        const skill = catalog.skills.byId.get(id);
        return skill === undefined ? [] : [{ id, name: skill.name }];
      }),
      counts: {
        mode: await countsBy(tx, sql`${jobPostings.mode}`, allBut(conditions, 'mode')),
        engagement: await countsBy(
          tx,
          sql`unnest(${jobPostings.engagement})`,
          allBut(conditions, 'engagement'),
        ),
      },
      currencies: catalog.employerQuestions.currencies.map(({ code, symbol }) => ({ code, symbol })),
      relaxations: relaxations.filter(({ total }) => total > 0).sort((a, b) => b.total - a.total),
    };
  });
};

/** A few open jobs whose text has most of these words, else the newest; `except` is left out. */
export const similarPostings = (
  ctx: Pick<Context, 'db' | 'tx'>,
  input: { words: string; except: string | null },
): Promise<BoardItem[]> =>
  asPublic(ctx, async (tx) => {
    const words = input.words.split(/\W+/).filter((word) => word.length > 2);
    const any = words.map((word) => `${word.toLowerCase()}:*`).join(' | ');
    const rank = any === '' ? sql`0::real` : sql`ts_rank(${documentOf}, to_tsquery('simple', ${any}))`;
    const rows = await tx
      .select(itemColumns)
      .from(jobPostings)
      .where(input.except === null ? undefined : sql`${jobPostings.jobId} <> ${input.except}::uuid`)
      .orderBy(desc(rank), desc(jobPostings.publishedAt))
      .limit(SIMILAR);
    return rows.map((row) => itemOf(row, loadCatalog()));
  });
