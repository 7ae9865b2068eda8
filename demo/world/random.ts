/** A stream of chance that a seed and a few labels name: the same ones always give the same draws. */
export interface Random {
  /** In [0, 1). */
  next: () => number;
  /** Whole number, both ends included. */
  int: (from: number, to: number) => number;
  chance: (share: number) => boolean;
  pick: <T>(from: readonly T[]) => T;
  /** Picks with the weight of each item; weights need not sum to anything. */
  weighted: <T>(from: readonly (readonly [item: T, weight: number])[]) => T;
  /** `count` different items in drawn order, fewer when there are not so many. */
  some: <T>(from: readonly T[], count: number) => T[];
  /** Roughly normal, cut at two deviations. */
  around: (mean: number, deviation: number) => number;
}

function seedOf(parts: readonly (string | number)[]): number {
  let value = 0x811c9dc5;
  for (const char of parts.join('/')) value = Math.imul(value ^ (char.codePointAt(0) ?? 0), 0x01000193);
  return value >>> 0;
}

/** Mulberry32 (Tommy Ettinger, public domain), seeded by a hash of the parts. */
export function randomFor(...parts: (string | number)[]): Random {
  let state = seedOf(parts);
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const int = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1));
  const pick = <T>(from: readonly T[]): T => {
    const item = from[int(0, from.length - 1)];
    if (item === undefined) throw new Error('nothing to pick from');
    return item;
  };
  return {
    next,
    int,
    pick,
    chance: (share) => next() < share,
    weighted: (from) => {
      let left = next() * from.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [item, weight] of from) if ((left -= weight) < 0) return item;
      return pick(from)[0];
    },
    some: (from, count) => {
      const pool = [...from];
      const taken = [];
      while (pool.length > 0 && taken.length < count) taken.push(...pool.splice(int(0, pool.length - 1), 1));
      return taken;
    },
    around: (mean, deviation) => {
      const bell = (next() + next() + next() + next() - 2) * Math.sqrt(3);
      return mean + Math.max(-2, Math.min(2, bell)) * deviation;
    },
  };
}
