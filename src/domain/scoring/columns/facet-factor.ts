import type { CompiledJob } from '../compile';
import { ONE } from '../fixed-point';
import type { Person } from '../person';
import type { Factor, JobFacts, Triple } from '../schema';
import { CELL, NOT_JUDGED, ROW, type Batch, type GuardFactor } from './column-factor';
import { alone, type Facet } from './facets';
import { KNOWN, type Columns } from './layout';
import type { SharedTables } from './shared-tables';

const NOTHING: Readonly<Triple> = { low: 0, expected: 0, high: 0 };

interface Judged {
  factor: Factor | null;
  gate: 'hours' | 'licence' | null;
  firm: number;
  /** What of the job decides how a code is judged. */
  asked: (job: JobFacts) => unknown;
}

/** Facets that one factor, or one kind of must-have, reads alone. */
const JUDGED = {
  hours: { factor: 'hours', gate: 'hours', firm: KNOWN.hoursFirm, asked: ({ hours }) => hours },
  pay: { factor: 'compensation', gate: null, firm: 0, asked: ({ pay, hours }) => [pay, hours] },
  screening: {
    factor: 'screening_answers',
    gate: null,
    firm: 0,
    asked: ({ meetingNotice, focus, setup, screening }) => [meetingNotice, focus, setup, screening],
  },
  languages: {
    factor: 'language',
    gate: null,
    firm: KNOWN.languagesFirm,
    asked: ({ languages }) => languages,
  },
  licences: { factor: null, gate: 'licence', firm: 0, asked: ({ licences }) => licences },
} as const satisfies Partial<Record<Facet, Judged>>;
export type JudgedFacet = keyof typeof JUDGED;
export const JUDGED_FACETS = Object.keys(JUDGED) as JudgedFacet[];

/**
 * What a job makes of each code of a facet, by the factor itself, worked out when a code is first met, in a table that jobs share
 * which ask the same. Null when the job looks at none of its facts; weight 0 when it only guards a must-have.
 */
export function facetFactor(
  compiled: CompiledJob,
  columns: Columns,
  facet: JudgedFacet,
  tables: SharedTables,
): GuardFactor | null {
  const { factor, gate, firm, asked }: Judged = JUDGED[facet];
  const counted = compiled.factors.find((each) => each.factor === factor);
  const gates = gate === null ? [] : compiled.gates.filter(({ about }) => about === gate);
  if (!counted && gates.length === 0) return null;
  const told = columns.distinct.facets[facet];
  const codes = columns[facet];
  const weight = counted?.weight ?? 0;
  const prior = factor === null ? null : compiled.weights.factors[factor].prior;
  const cells = tables(JSON.stringify([asked(compiled.job), counted !== undefined, prior]));
  const personOf = alone();
  const judge = (code: number): void => {
    const person: Person = { facts: personOf(told[code]), career: null, skills: null, week: null };
    const { low, expected, high } = counted?.value(person) ?? NOTHING;
    const at = code * ROW;
    cells[at + CELL.low] = low;
    cells[at + CELL.expected] = expected;
    cells[at + CELL.high] = high;
    cells[at + CELL.misses] = gates.some(({ stateOf }) => stateOf(person) === 'fail') ? 1 : 0;
  };
  const value: Triple = { ...NOTHING };
  return {
    weight,
    firm,
    guards: gates.length > 0,
    markMisses(missed, first, size) {
      for (let at = 0; at < size; at++) {
        const code = codes[first + at] ?? 0;
        if (cells[code * ROW] === NOT_JUDGED) judge(code);
        missed[at] = (missed[at] ?? 0) | (cells[code * ROW + CELL.misses] ?? 0);
      }
    },
    valueOf(index) {
      const code = codes[index] ?? 0;
      if (cells[code * ROW] === NOT_JUDGED) judge(code);
      const row = code * ROW;
      value.low = cells[row + CELL.low] ?? 0;
      value.expected = cells[row + CELL.expected] ?? 0;
      value.high = cells[row + CELL.high] ?? 0;
      return value;
    },
    lower: (batch) => lowerByTable(batch, codes, cells, weight, judge),
  };
}

function lowerByTable(
  { count, people, left }: Batch,
  codes: Uint16Array,
  cells: Int16Array,
  weight: number,
  judge: (code: number) => void,
): void {
  for (let i = 0; i < count; i++) {
    const code = codes[people[i] ?? 0] ?? 0;
    if (cells[code * ROW] === NOT_JUDGED) judge(code);
    left[i] = (left[i] ?? 0) - weight * (ONE - (cells[code * ROW + CELL.expected] ?? 0));
  }
}
