import type { CompiledJob } from '../compile';
import { creditMean, creditOf, MATCH } from '../factors/skills';
import { ONE } from '../fixed-point';
import { knockOutLevels, PROOF_FROM, proves } from '../gates';
import type { Factor, WeightSet } from '../schema';
import { SEGMENT, type Columns } from './layout';

const MATCHES: readonly number[] = [MATCH.same, MATCH.narrower, MATCH.related];
const LEVELS = 4;
const SKILL_FACTORS = ['required_skills', 'preferred_skills'] as const satisfies Factor[];
const KINDS = SKILL_FACTORS.length * MATCHES.length * LEVELS;

/** Numbers of one holder, in `sums`: of each factor credit × level as low, expected, high; must-haves shown; the last of them. */
const SUMS = 8;
const SHOWN = 6;
const LAST_SHOWN = 7;
/** In `now`: the asked skill that is being looked at, with the best credit for it so far as low, expected, high. */
const NOW = 4;

/** The way one held skill counts for one asked skill: factor, match and level asked as one number. */
const kindOf = (factor: number, match: number, asked: number): number =>
  (factor * MATCHES.length + MATCHES.indexOf(match)) * LEVELS + asked - 1;

/** What is kept from job to job. */
export interface SkillMemory {
  codes: ReadonlyMap<string, number>;
  /** Levels by quality of evidence, 0 = not told. */
  levels: Uint8Array;
  /** By the factors' priors, then by kind: credit of every quality of evidence as low, expected, high. */
  credits: Map<string, (Int16Array | undefined)[]>;
  /** By person of a segment: who holds anything the job looks at, as a place among the holders, −1 = nothing. */
  holderOf: Int16Array;
  holders: Uint16Array;
  count: number;
  sums: Int32Array;
  now: Int32Array;
  /** By holder: weight × value at least and as expected, how far low and high are apart, must-haves shown. */
  low: Int32Array;
  expected: Int32Array;
  width: Int32Array;
  shown: Uint16Array;
}

export const skillMemory = ({ distinct: { skills, qualities } }: Columns): SkillMemory => ({
  codes: new Map(skills.map((id, code) => [id, code])),
  levels: Uint8Array.from(qualities, ({ level }) => level ?? 0),
  credits: new Map(),
  holderOf: new Int16Array(SEGMENT).fill(-1),
  holders: new Uint16Array(SEGMENT),
  count: 0,
  sums: new Int32Array(SEGMENT * SUMS),
  now: new Int32Array(SEGMENT * NOW),
  low: new Int32Array(SEGMENT),
  expected: new Int32Array(SEGMENT),
  width: new Int32Array(SEGMENT),
  shown: new Uint16Array(SEGMENT),
});

/** Points of person `at` of the segment at least, and how many more they may be. */
export function pointsAt({ holderOf, low, width }: SkillMemory, at: number): [low: number, width: number] {
  const holder = holderOf[at] ?? -1;
  return holder < 0 ? [0, 0] : [low[holder] ?? 0, width[holder] ?? 0];
}

function creditsOf(
  { distinct: { qualities } }: Columns,
  match: number,
  asked: number,
  prior: number,
): Int16Array {
  const table = new Int16Array(qualities.length * 3);
  for (const [at, quality] of qualities.entries()) {
    const { low, expected, high } = creditOf(quality, match, asked, prior);
    table.set([low, expected, high], at * 3);
  }
  return table;
}

/** One skill that people hold, as it counts for one that the job asks. */
interface Counted {
  /** Number of the asked skill, 1 first; counted skills of one number follow each other. */
  asked: number;
  level: number;
  /** Where the factor's sums begin. */
  first: number;
  code: number;
  credits: Int16Array;
  /** Level at which it shows a must-have, 0 = it shows none. */
  shows: number;
}

/** Skill points × weight of everybody whose skills are known, segment by segment. */
export interface SkillScan {
  /** Must-haves among the skills. */
  mustShow: number;
  /** Σ weight × value of somebody whose skills are not known. */
  unknown: { expected: number; high: number };
  /** Works out the points of a segment's holders, in the memory, which speaks of it until the next one. */
  look(segment: number): void;
}

/** The skills that a job asks against the columns; null when it asks for none. */
export function skillScan(compiled: CompiledJob, columns: Columns, memory: SkillMemory): SkillScan | null {
  const { required, preferred } = compiled;
  const tables = [required, preferred];
  const factorWeights = SKILL_FACTORS.map(
    (name) => compiled.factors.find(({ factor }) => factor === name)?.weight ?? 0,
  );
  if (!required && !preferred) return null;
  const knockOuts = knockOutLevels(compiled.job);
  const counted = countedSkills(compiled, columns, memory, knockOuts);
  const [requiredWeight = 0, preferredWeight = 0] = factorWeights;
  const [requiredLevels, preferredLevels] = [required?.levels ?? 1, preferred?.levels ?? 1];
  const { holderOf, holders, sums, now, low, expected, width, shown, levels } = memory;
  const { postingsAt, postingPeople, postingQualities } = columns;
  const skills = columns.distinct.skills.length;

  const take = ({ asked, level, first, code, credits, shows }: Counted, segment: number): void => {
    const posting = segment * skills + code;
    const end = postingsAt[posting + 1] ?? 0;
    for (let row = postingsAt[posting] ?? 0; row < end; row++) {
      const person = postingPeople[row] ?? 0;
      let holder = holderOf[person] ?? -1;
      if (holder < 0) {
        holder = memory.count++;
        holderOf[person] = holder;
        holders[holder] = person;
        const sum = holder * SUMS;
        for (let i = sum; i < sum + SUMS; i++) sums[i] = 0;
        now[holder * NOW] = 0;
      }
      const quality = postingQualities[row] ?? 0;
      const at = holder * NOW;
      if (now[at] !== asked) {
        now[at] = asked;
        now[at + 1] = 0;
        now[at + 2] = 0;
        now[at + 3] = 0;
      }
      const sum = holder * SUMS + first;
      for (let bound = 0; bound < 3; bound++) {
        const credit = credits[quality * 3 + bound] ?? 0;
        const before = now[at + 1 + bound] ?? 0;
        if (credit <= before) continue;
        now[at + 1 + bound] = credit;
        sums[sum + bound] = (sums[sum + bound] ?? 0) + level * (credit - before);
      }
      if (shows === 0 || sums[holder * SUMS + LAST_SHOWN] === asked) continue;
      const told = levels[quality] ?? 0;
      if (proves(told === 0 ? null : told, shows) === 'fail') continue;
      sums[holder * SUMS + LAST_SHOWN] = asked;
      sums[holder * SUMS + SHOWN] = (sums[holder * SUMS + SHOWN] ?? 0) + 1;
    }
  };

  /** Weight × value of one bound, whose sum stands at this place for the required skills, three further for the others. */
  const pointsOf = (at: number): number =>
    requiredWeight * creditMean(sums[at] ?? 0, requiredLevels) +
    preferredWeight * creditMean(sums[at + 3] ?? 0, preferredLevels);

  return {
    mustShow: knockOuts.size,
    unknown: tables.reduce(
      (sum, table, factor) => ({
        expected: sum.expected + (table ? (factorWeights[factor] ?? 0) * table.prior : 0),
        high: sum.high + (table ? (factorWeights[factor] ?? 0) * ONE : 0),
      }),
      { expected: 0, high: 0 },
    ),
    look(segment) {
      forgetHolders(memory);
      for (const skill of counted) take(skill, segment);
      for (let holder = 0; holder < memory.count; holder++) {
        const from = holder * SUMS;
        const least = pointsOf(from);
        low[holder] = least;
        expected[holder] = pointsOf(from + 1);
        width[holder] = pointsOf(from + 2) - least;
        shown[holder] = sums[from + SHOWN] ?? 0;
      }
    },
  };
}

/** Nobody of the segment holds anything. */
export function forgetHolders(memory: SkillMemory): void {
  const { holderOf, holders } = memory;
  for (let holder = 0; holder < memory.count; holder++) holderOf[holders[holder] ?? 0] = -1;
  memory.count = 0;
}

/** What counts of the skills in the columns, asked skill by asked skill. */
function countedSkills(
  { required, preferred, weights }: CompiledJob,
  columns: Columns,
  memory: SkillMemory,
  knockOuts: ReadonlyMap<string, number>,
): Counted[] {
  const credits = creditsFor(weights, memory);
  const counted: Counted[] = [];
  let before = 0;
  for (const [factor, table] of [required, preferred].entries()) {
    if (!table) continue;
    for (const [skillId, counts] of table.credits) {
      const code = memory.codes.get(skillId);
      if (code === undefined) continue;
      for (const { index, match } of counts) {
        const asked = table.asked[index];
        if (!asked) continue;
        const { level } = asked;
        const shows = factor === 0 && match >= PROOF_FROM ? (knockOuts.get(asked.skillId) ?? 0) : 0;
        const kind = kindOf(factor, match, level);
        const ofKind = (credits[kind] ??= creditsOf(columns, match, level, table.prior));
        counted.push({ asked: before + index + 1, level, first: 3 * factor, code, credits: ofKind, shows });
      }
    }
    before += table.asked.length;
  }
  return counted.sort((a, b) => a.asked - b.asked);
}

function creditsFor({ factors }: WeightSet, { credits }: SkillMemory): (Int16Array | undefined)[] {
  const key = SKILL_FACTORS.map((factor) => factors[factor].prior).join();
  const kept = credits.get(key);
  if (kept) return kept;
  const made = Array.from({ length: KINDS }, (): Int16Array | undefined => undefined);
  credits.set(key, made);
  return made;
}
