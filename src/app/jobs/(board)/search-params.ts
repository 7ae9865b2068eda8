import {
  createLoader,
  createSerializer,
  parseAsBoolean,
  parseAsFloat,
  parseAsInteger,
  parseAsNativeArrayOf,
  parseAsString,
  parseAsStringLiteral,
  type inferParserType,
} from 'nuqs/server';
import {
  BOARD_SORTS,
  MAX_BOARD_SKILLS,
  boardSearchSchema,
  type BoardFilter,
  type BoardSearch,
} from '@/domain/jobs/schema/board';
import { ENGAGEMENTS, WORK_MODES } from '@/domain/scoring/schema';

/** The board's address is its whole state; a form without script sends the same names. */
export const boardParsers = {
  q: parseAsString,
  /** Hours a week that the person can give. */
  from: parseAsFloat,
  to: parseAsFloat,
  mode: parseAsNativeArrayOf(parseAsStringLiteral(WORK_MODES)),
  engagement: parseAsNativeArrayOf(parseAsStringLiteral(ENGAGEMENTS)),
  place: parseAsString,
  km: parseAsInteger.withDefault(50),
  /** Leaves remote jobs out of a search by place. */
  noremote: parseAsBoolean.withDefault(false),
  skill: parseAsNativeArrayOf(parseAsString),
  /** A skill as typed: the page looks it up and goes on to its id. */
  add: parseAsString,
  pay: parseAsFloat,
  currency: parseAsString.withDefault('INR'),
  sort: parseAsStringLiteral(BOARD_SORTS).withDefault('newest'),
  after: parseAsString,
};
export type BoardParams = inferParserType<typeof boardParsers>;

export const loadBoardParams = createLoader(boardParsers);
const serialize = createSerializer(boardParsers);

/** The address of the board with these parameters. */
export const boardHref = (params: Partial<BoardParams>): string => serialize('/jobs', params);

const clamp = (value: number, least: number, most: number): number => Math.min(most, Math.max(least, value));

/** What a visitor's address asks for, however it was typed: out of bounds is brought within them. */
export const boardSearch = (params: BoardParams): BoardSearch => {
  const { from, to, pay, place, q } = params;
  const [least, most] = [from ?? 0, to ?? 80].map((hours) => clamp(hours, 0, 80)).sort((a, b) => a - b);
  return boardSearchSchema.parse({
    q: q === null || q.trim() === '' ? undefined : q.slice(0, 120),
    hours: from === null && to === null ? undefined : { min: least, max: most },
    mode: [...new Set(params.mode)],
    engagement: [...new Set(params.engagement)],
    place: place === null || place.trim() === '' ? undefined : place.slice(0, 120),
    withinKm: clamp(params.km, 1, 500),
    remoteToo: !params.noremote,
    skill: [...new Set(params.skill.map((id) => id.slice(0, 80)))].slice(0, MAX_BOARD_SKILLS),
    pay:
      pay === null || pay <= 0 || !/^[A-Z]{3}$/.test(params.currency)
        ? undefined
        : { amount: clamp(pay, 0, 1e7), currency: params.currency },
    sort: params.sort,
    after: params.after === null ? null : params.after.slice(0, 80),
  });
};

const NONE: Record<BoardFilter, Partial<BoardParams>> = {
  q: { q: null },
  hours: { from: null, to: null },
  mode: { mode: [] },
  engagement: { engagement: [] },
  place: { place: null, noremote: false },
  skill: { skill: [] },
  pay: { pay: null },
};

/** The same search without one filter, from its beginning. */
export const without = (params: BoardParams, filter: BoardFilter): Partial<BoardParams> => ({
  ...params,
  ...NONE[filter],
  after: null,
});

/** Which filters a search has. */
export const filtersOf = (search: BoardSearch): BoardFilter[] => {
  const set: Record<BoardFilter, boolean> = {
    q: search.q !== undefined,
    hours: search.hours !== undefined,
    mode: search.mode.length > 0,
    engagement: search.engagement.length > 0,
    place: search.place !== undefined,
    skill: search.skill.length > 0,
    pay: search.pay !== undefined,
  };
  return (Object.keys(set) as BoardFilter[]).filter((filter) => set[filter]);
};
