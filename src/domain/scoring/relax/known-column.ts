import type { CompiledJob } from '../compile';
import { matchesOf, skillsFactor, skillTable, type SkillTable } from '../factors/skills';
import { ONE } from '../fixed-point';
import type { CompiledGate } from '../gates';
import type { FactorOf } from '../person';
import type { Factor, Taxonomy, Triple } from '../schema';
import { columnOf, NOT_YET, type Column, type Crowd } from './crowd';
import { factorInputs, gateInputs } from '../asked';

/** The first `count` of these places in a crowd. */
export interface Places {
  at: Int32Array;
  count: number;
}
/** A factor's values, worked out for whom they are asked. */
export interface KnownColumn {
  /** Expected values by place, good at these places. */
  expected: (places: Places) => Int16Array;
  /** Least and greatest value at a place that `expected` was asked for. */
  low: (place: number) => number;
  high: (place: number) => number;
}

const set = (column: Column, place: number, { low, expected, high }: Triple): void => {
  column.low[place] = low;
  column.expected[place] = expected;
  column.high[place] = high;
};

/** Values worked out by the exact scorer's factor, once. */
function lazily(crowd: Crowd, name: string, value: FactorOf): KnownColumn {
  const column = columnOf(crowd, name);
  return {
    expected({ at, count }) {
      for (let n = 0; n < count; n++) {
        const place = at[n] ?? 0;
        if (column.expected[place] !== NOT_YET) continue;
        const person = crowd.people[place];
        if (person) set(column, place, value(person));
      }
      return column.expected;
    },
    low: (place) => column.low[place] ?? 0,
    high: (place) => column.high[place] ?? 0,
  };
}

/** Values of one asked skill alone: nothing for everybody but those who hold it or what counts for it. */
function skillColumn(
  crowd: Crowd,
  asked: SkillTable['asked'][number],
  prior: number,
  taxonomy: Taxonomy,
): Column {
  const name = `skill ${taxonomy.hash} ${asked.skillId} ${asked.level} ${prior}`;
  return columnOf(crowd, name, (column) => {
    const table = skillTable([asked], taxonomy, prior);
    if (!table) return;
    const value = skillsFactor(table);
    column.expected.fill(0);
    for (const place of crowd.unread) set(column, place, { low: 0, expected: prior, high: ONE });
    for (const held of matchesOf(asked.skillId, taxonomy).keys()) {
      for (const place of crowd.holders.get(held) ?? []) {
        const person = crowd.people[place];
        if (person && column.high[place] === 0) set(column, place, value(person));
      }
    }
  });
}

/** The average over the skills asked, as `averageCredit` takes it; expected values are worked out for everybody at once. */
function averaged(crowd: Crowd, { asked, levels, prior }: SkillTable, taxonomy: Taxonomy): KnownColumn {
  const parts = asked.map((skill) => ({
    level: skill.level,
    column: skillColumn(crowd, skill, prior, taxonomy),
  }));
  let expected: Int16Array | null = null;
  const average = (bound: 'low' | 'high') => (place: number) => {
    let sum = 0;
    for (const { level, column } of parts) sum += level * (column[bound][place] ?? 0);
    return Math.floor(sum / levels);
  };
  return {
    expected() {
      if (expected) return expected;
      const sums = new Int32Array(crowd.people.length);
      for (const { level, column } of parts) {
        const credits = column.expected;
        for (let place = 0; place < sums.length; place++) {
          sums[place] = (sums[place] ?? 0) + level * (credits[place] ?? 0);
        }
      }
      expected = new Int16Array(sums.length);
      for (let place = 0; place < sums.length; place++) {
        expected[place] = Math.floor((sums[place] ?? 0) / levels);
      }
      return expected;
    },
    low: average('low'),
    high: average('high'),
  };
}

/** The values of one factor of a compiled job. */
export function factorColumn(
  crowd: Crowd,
  { required, preferred, job, weights }: CompiledJob,
  { factor, value }: { factor: Factor; value: FactorOf },
  taxonomy: Taxonomy,
): KnownColumn {
  if (factor === 'required_skills' && required) return averaged(crowd, required, taxonomy);
  if (factor === 'preferred_skills' && preferred) return averaged(crowd, preferred, taxonomy);
  return lazily(crowd, factorInputs(factor, weights.factors[factor].prior, job), value);
}

/** Who misses a must-have: `ONE` in the column. */
export function gateColumn(crowd: Crowd, { job }: CompiledJob, gate: CompiledGate): KnownColumn {
  return lazily(crowd, gateInputs(gate, job), (person) => {
    const misses = gate.stateOf(person) === 'fail' ? ONE : 0;
    return { low: misses, expected: misses, high: misses, unknown: [] };
  });
}
