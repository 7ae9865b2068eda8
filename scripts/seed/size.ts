import { parseArgs } from 'node:util';
import type { WorldSize } from '../../demo/world';

export const SEED_USAGE = `npm run seed [-- options]

Without options: the demo employer, through the served application. With any of these: an invented world.
  --employers N    1 to 1,000 (1 unless told)
  --candidates N   0 to 1,000,000 (0 unless told)
  --jobs N         0 to 10,000 (0 unless told)
  --seed N         the same number makes the same world (1 unless told)`;

/** An option that no world can be made of; the message says which, and the usage. */
export class SeedUsageError extends Error {
  override readonly name = 'SeedUsageError';

  constructor(what: string) {
    super(`${what}\n\n${SEED_USAGE}`);
  }
}

const LIMITS = {
  employers: { least: 1, most: 1_000, unlessTold: 1 },
  candidates: { least: 0, most: 1_000_000, unlessTold: 0 },
  jobs: { least: 0, most: 10_000, unlessTold: 0 },
  seed: { least: 0, most: Number.MAX_SAFE_INTEGER, unlessTold: 1 },
} as const;
type Option = keyof typeof LIMITS;
const OPTIONS = Object.keys(LIMITS) as Option[];

const readOptions = (args: string[]): Partial<Record<Option, string>> => {
  const text = { type: 'string' } as const;
  try {
    return parseArgs({ args, options: { employers: text, candidates: text, jobs: text, seed: text } }).values;
  } catch (error) {
    throw new SeedUsageError(error instanceof Error ? error.message : String(error));
  }
};

const numberOf = (option: Option, told: string | undefined): number => {
  const { least, most, unlessTold } = LIMITS[option];
  if (told === undefined) return unlessTold;
  const value = Number(told);
  if (/^\d+$/.test(told) && value >= least && value <= most) return value;
  const range = `${least.toLocaleString('en')} to ${most.toLocaleString('en')}`;
  throw new SeedUsageError(`--${option} takes a whole number from ${range}, not “${told}”.`);
};

/** The world that the options of `npm run seed` ask for; null for the demo. Throws SeedUsageError. */
export const worldSize = (args: string[]): WorldSize | null => {
  const told = readOptions(args);
  const size = {
    seed: numberOf('seed', told.seed),
    employers: numberOf('employers', told.employers),
    candidates: numberOf('candidates', told.candidates),
    jobs: numberOf('jobs', told.jobs),
  };
  const world = OPTIONS.some((option) => option !== 'seed' && told[option] !== undefined);
  return world ? size : null;
};
