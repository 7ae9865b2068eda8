import type { CompiledJob } from '../compile';
import { averageCredit, creditOf, MATCH, type SkillTable } from '../factors/skills';
import { ONE } from '../fixed-point';
import { knockOutLevels, PROOF_FROM, proves } from '../gates';
import type { Factor } from '../schema';
import { SEGMENT, type Columns } from './layout';

const MATCHES: readonly number[] = [MATCH.same, MATCH.narrower, MATCH.related];
const LEVELS = 4;
const SKILL_FACTORS = ['required_skills', 'preferred_skills'] as const satisfies Factor[];
/** Bits of one number that stand for must-haves. */
const LAST_BIT = 30;
const KINDS = SKILL_FACTORS.length * MATCHES.length * LEVELS;

/** The way one held skill counts for one asked skill: factor, match and level asked as one number. */
const kindOf = (factor: number, match: number, asked: number): number =>
  (factor * MATCHES.length + MATCHES.indexOf(match)) * LEVELS + asked - 1;

/** Credit of every quality of evidence for every kind, as low, expected, high: the same for all jobs of a weight set. */
export function creditTable({ distinct: { qualities } }: Columns, priors: readonly number[]): Int32Array {
  const table = new Int32Array(qualities.length * KINDS * 3);
  let at = 0;
  for (const quality of qualities) {
    for (const prior of priors) {
      for (const match of MATCHES) {
        for (let asked = 1; asked <= LEVELS; asked++) {
          const { low, expected, high } = creditOf(quality, match, asked, prior);
          table[at++] = low;
          table[at++] = expected;
          table[at++] = high;
        }
      }
    }
  }
  return table;
}

/** Who of a segment holds what the job looks at, as a chain of hits per person. */
export interface SegmentHits {
  /** By person: the most points × weight that the skills held can bring, and the must-haves that they may show, as bits. */
  most: Int32Array;
  mayShow: Int32Array;
  /** By person: the last hit, −1 = none; by hit: the one before, the slot and the quality of the evidence. */
  last: Int32Array;
  before: Int32Array;
  slots: Uint16Array;
  qualities: Uint16Array;
}

export const segmentHits = (): SegmentHits => ({
  most: new Int32Array(SEGMENT),
  mayShow: new Int32Array(SEGMENT),
  last: new Int32Array(SEGMENT),
  before: new Int32Array(SEGMENT),
  slots: new Uint16Array(SEGMENT),
  qualities: new Uint16Array(SEGMENT),
});

/** What is kept from job to job. */
export interface SkillMemory {
  codes: ReadonlyMap<string, number>;
  credits: Int32Array;
  hits: SegmentHits;
}

interface Part {
  weight: number;
  prior: number;
  table: SkillTable;
  /** Where its asked skills begin among all that the job asks. */
  first: number;
}

/** How the held skill of a slot counts: for which asked skills, in which way. */
interface Credit {
  place: number;
  kind: number;
  /** Near enough to show a must-have. */
  near: boolean;
}

/** Skill points of one person × weight; `fails` = a must-have is not shown. */
export interface SkillPoints {
  low: number;
  expected: number;
  high: number;
  fails: boolean;
}

export interface SkillScan {
  /** All must-haves, as bits. */
  mustShow: number;
  /** Points of somebody without any skill near the job's, and of somebody whose skills are not known. */
  none: Readonly<SkillPoints>;
  unknown: Readonly<SkillPoints>;
  /** Finds the hits of a segment; `hits` speaks of it until the next one. */
  look(segment: number): void;
  hits: SegmentHits;
  /** Points of a person of the segment, counted from its first, in an object that the next call uses again. */
  pointsOf(person: number): Readonly<SkillPoints>;
}

function partsOf({ factors, required, preferred, weights }: CompiledJob): Part[] {
  const parts: Part[] = [];
  let first = 0;
  for (const [place, table] of [required, preferred].entries()) {
    const name = SKILL_FACTORS[place];
    if (!table || !name) continue;
    const weight = factors.find(({ factor }) => factor === name)?.weight ?? 0;
    parts.push({ weight, prior: weights.factors[name].prior, table, first });
    first += table.asked.length;
  }
  return parts;
}

/** What the job makes of one skill that people hold. */
interface Slot {
  code: number;
  most: number;
  mayShow: number;
  credits: Credit[];
}

/** The skills in the columns that count for the job. `bitOf` names the must-have at a place. */
function slotsOf(
  compiled: CompiledJob,
  parts: readonly Part[],
  codes: ReadonlyMap<string, number>,
  bitOf: (place: number) => number,
): Slot[] {
  const slots = new Map<number, Slot>();
  for (const { table, first, weight } of parts) {
    const factor = table === compiled.required ? 0 : 1;
    for (const [skillId, counted] of table.credits) {
      const code = codes.get(skillId);
      if (code === undefined) continue;
      const slot = slots.get(code) ?? { code, most: 0, mayShow: 0, credits: [] };
      slots.set(code, slot);
      for (const { index, match } of counted) {
        const level = table.asked[index]?.level ?? 1;
        const place = first + index;
        const near = match >= PROOF_FROM;
        slot.credits.push({ place, kind: kindOf(factor, match, level), near });
        slot.most += Math.ceil((weight * match * level) / table.levels);
        if (near) slot.mayShow |= bitOf(place);
      }
    }
  }
  return [...slots.values()];
}

/** The skills that a job asks against the columns; null when it asks for none. */
export function skillScan(compiled: CompiledJob, columns: Columns, memory: SkillMemory): SkillScan | null {
  const parts = partsOf(compiled);
  if (parts.length === 0) return null;
  const knockOuts = knockOutLevels(compiled.job);
  const asked = parts.flatMap(({ table }) => table.asked);
  const mustShow = asked.map(({ skillId }, place) =>
    place < (compiled.required?.asked.length ?? 0) ? (knockOuts.get(skillId) ?? 0) : 0,
  );
  /** Must-haves beyond thirty share the last bit, which then only says that one of them may be shown. */
  const bitOf = (place: number): number => (mustShow[place] ? 1 << Math.min(place, LAST_BIT) : 0);
  const slots = slotsOf(compiled, parts, memory.codes, bitOf);
  const { credits: cells, hits } = memory;
  const { postingsAt, postingPeople, postingQualities } = columns;
  const { qualities, skills } = columns.distinct;
  const low = new Int32Array(asked.length);
  const expected = new Int32Array(asked.length);
  const high = new Int32Array(asked.length);
  const shown = new Uint8Array(asked.length);
  const points: SkillPoints = { low: 0, expected: 0, high: 0, fails: false };

  const take = (slot: number, quality: number): void => {
    for (const { place, kind, near } of slots[slot]?.credits ?? []) {
      const cell = (quality * KINDS + kind) * 3;
      low[place] = Math.max(low[place] ?? 0, cells[cell] ?? 0);
      expected[place] = Math.max(expected[place] ?? 0, cells[cell + 1] ?? 0);
      high[place] = Math.max(high[place] ?? 0, cells[cell + 2] ?? 0);
      const level = mustShow[place] ?? 0;
      if (near && level > 0 && proves(qualities[quality]?.level ?? null, level) !== 'fail') shown[place] = 1;
    }
  };

  return {
    mustShow: mustShow.reduce((bits, _, place) => bits | bitOf(place), 0),
    none: { low: 0, expected: 0, high: 0, fails: knockOuts.size > 0 },
    unknown: {
      low: 0,
      expected: parts.reduce((sum, { weight, prior }) => sum + weight * prior, 0),
      high: parts.reduce((sum, { weight }) => sum + weight * ONE, 0),
      fails: false,
    },
    hits,
    look(segment) {
      const { most, mayShow, last } = hits;
      most.fill(0);
      mayShow.fill(0);
      last.fill(-1);
      let hit = 0;
      for (const [number, slot] of slots.entries()) {
        const posting = segment * skills.length + slot.code;
        const [from, end] = [postingsAt[posting] ?? 0, postingsAt[posting + 1] ?? 0];
        makeRoom(hits, hit + end - from);
        const { before, slots: hitSlots, qualities: hitQualities } = hits;
        for (let row = from; row < end; row++) {
          const person = postingPeople[row] ?? 0;
          most[person] = (most[person] ?? 0) + slot.most;
          mayShow[person] = (mayShow[person] ?? 0) | slot.mayShow;
          before[hit] = last[person] ?? -1;
          hitSlots[hit] = number;
          hitQualities[hit] = postingQualities[row] ?? 0;
          last[person] = hit++;
        }
      }
    },
    pointsOf(person) {
      low.fill(0);
      expected.fill(0);
      high.fill(0);
      shown.fill(0);
      for (let hit = hits.last[person] ?? -1; hit >= 0; hit = hits.before[hit] ?? -1) {
        take(hits.slots[hit] ?? 0, hits.qualities[hit] ?? 0);
      }
      points.low = 0;
      points.expected = 0;
      points.high = 0;
      for (const { weight, table, first } of parts) {
        points.low += weight * averageCredit(table, low, first);
        points.expected += weight * averageCredit(table, expected, first);
        points.high += weight * averageCredit(table, high, first);
      }
      points.fails = mustShow.some((level, place) => level > 0 && shown[place] === 0);
      return points;
    },
  };
}

/** Lengthens the list of hits to so many. */
function makeRoom(hits: SegmentHits, count: number): void {
  if (count <= hits.before.length) return;
  const longer = <T extends Int32Array | Uint16Array>(short: T, made: T): T => {
    made.set(short);
    return made;
  };
  hits.before = longer(hits.before, new Int32Array(2 * count));
  hits.slots = longer(hits.slots, new Uint16Array(2 * count));
  hits.qualities = longer(hits.qualities, new Uint16Array(2 * count));
}
