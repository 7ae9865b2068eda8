import type { CompiledJob } from '../compile';
import type { Person } from '../person';
import type { Factor, JobFacts, Triple } from '../schema';
import { CELL, NOT_JUDGED, ROW, type ColumnFactor } from './column-factor';
import { alone, type Facet } from './facets';
import { KNOWN, type Columns } from './layout';
import type { SharedTables } from './shared-tables';

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
 * What a job makes of each code of a facet, by the factor itself, worked out when a code is first met. Null when the job looks
 * at none of its facts.
 */
export function facetFactor(
  compiled: CompiledJob,
  columns: Columns,
  facet: JudgedFacet,
  tables: SharedTables,
): ColumnFactor | null {
  const { factor, gate, firm, asked }: Judged = JUDGED[facet];
  const counted = compiled.factors.find((each) => each.factor === factor);
  const gates = compiled.gates.filter(({ about }) => about === gate);
  if (!counted && gates.length === 0) return null;
  const told = columns.distinct.facets[facet];
  const codes = columns[facet];
  const prior = factor === null ? null : compiled.weights.factors[factor].prior;
  const cells = tables(JSON.stringify([asked(compiled.job), counted !== undefined, prior]));
  const personOf = alone();
  const judge = (code: number): void => {
    const person: Person = { facts: personOf(told[code]), career: null, week: null };
    const { low, expected, high } = counted?.value(person) ?? { low: 0, expected: 0, high: 0 };
    const missed = gates.some(({ stateOf }) => stateOf(person) === 'fail');
    cells.set([low, expected, high, missed ? 1 : 0], code * ROW);
  };
  const rowOf = (index: number): number => {
    const code = codes[index] ?? 0;
    if (cells[code * ROW] === NOT_JUDGED) judge(code);
    return code * ROW;
  };
  const value: Triple = { low: 0, expected: 0, high: 0 };
  return {
    weight: counted?.weight ?? 0,
    firm,
    valueOf(index) {
      const row = rowOf(index);
      value.low = cells[row + CELL.low] ?? 0;
      value.expected = cells[row + CELL.expected] ?? 0;
      value.high = cells[row + CELL.high] ?? 0;
      return value;
    },
    misses: gates.length === 0 ? null : (index) => cells[rowOf(index) + CELL.misses] === 1,
  };
}
