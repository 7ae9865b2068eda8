import { factorInputs, gateInputs } from '../asked';
import type { CompiledJob } from '../compile';
import { NOTHING_KNOWN, type Person } from '../person';
import type { Factor, Triple } from '../schema';
import { NOT_JUDGED, type Guard, type Looked } from './column-factor';
import type { Facet } from './facets';
import { KNOWN, type Columns } from './layout';
import { sharedTables, type SharedTables } from './shared-tables';

const NOTHING: Readonly<Triple> = { low: 0, expected: 0, high: 0 };

interface Judged {
  factor: Factor | null;
  gate: 'hours' | 'licence' | null;
  firm: number;
}

/** Facets that one factor, or one kind of must-have, reads alone. */
const JUDGED = {
  hours: { factor: 'hours', gate: 'hours', firm: KNOWN.hoursFirm },
  pay: { factor: 'compensation', gate: null, firm: 0 },
  screening: { factor: 'screening_answers', gate: null, firm: 0 },
  languages: { factor: 'language', gate: null, firm: KNOWN.languagesFirm },
  licences: { factor: null, gate: 'licence', firm: 0 },
} as const satisfies Partial<Record<Facet, Judged>>;
export type JudgedFacet = keyof typeof JUDGED;
export const JUDGED_FACETS = Object.keys(JUDGED) as JudgedFacet[];

/** Parts of a table of what a job makes of each code, one after the other. */
const PARTS = 4;
const [LOW, EXPECTED, HIGH, MISSES] = [0, 1, 2, 3];

/** What is kept from job to job: what jobs make of each code, and by code somebody who told only that. */
export interface FacetMemory {
  judged: SharedTables;
  people: (Person | undefined)[];
}

export const facetMemory = ({ distinct: { facets } }: Columns, facet: JudgedFacet): FacetMemory => ({
  judged: sharedTables(facets[facet].length * PARTS, NOT_JUDGED),
  people: facets[facet].map(() => undefined),
});

/**
 * What a job makes of each code of a facet, by the factor itself, in a table that jobs share which ask the same. Null when the job
 * looks at none of its facts.
 */
export function facetFactor(
  compiled: CompiledJob,
  columns: Columns,
  facet: JudgedFacet,
  memory: FacetMemory,
): Looked | null {
  const { factor: name, gate, firm }: Judged = JUDGED[facet];
  const counted = compiled.factors.find(({ factor }) => factor === name);
  const gates = gate === null ? [] : compiled.gates.filter(({ about }) => about === gate);
  if (!counted && gates.length === 0) return null;
  const told = columns.distinct.facets[facet];
  const codes = columns[facet];
  const { job, weights } = compiled;
  const asked = counted ? [factorInputs(counted.factor, weights.factors[counted.factor].prior, job)] : [];
  const table = memory.judged(JSON.stringify([...asked, ...gates.map((each) => gateInputs(each, job))]));
  const part = (n: number): Int16Array => table.subarray(n * told.length, (n + 1) * told.length);
  const [low, expected, high, misses] = [part(LOW), part(EXPECTED), part(HIGH), part(MISSES)];
  if (table[0] === NOT_JUDGED) {
    for (let code = 0; code < told.length; code++) {
      const person = (memory.people[code] ??= {
        facts: { ...NOTHING_KNOWN, ...told[code] },
        career: null,
        skills: null,
        week: null,
      });
      const value = counted?.value(person) ?? NOTHING;
      low[code] = value.low;
      expected[code] = value.expected;
      high[code] = value.high;
      misses[code] = gates.some(({ stateOf }) => stateOf(person) === 'fail') ? 1 : 0;
    }
  }
  const guard: Guard = (missed, first, size) => {
    for (let at = 0; at < size; at++) {
      missed[at] = (missed[at] ?? 0) | (misses[codes[first + at] ?? 0] ?? 0);
    }
  };
  const value: Triple = { ...NOTHING };
  const valueOf = (index: number): Triple => {
    const code = codes[index] ?? 0;
    value.low = low[code] ?? 0;
    value.expected = expected[code] ?? 0;
    value.high = high[code] ?? 0;
    return value;
  };
  return {
    factor: counted
      ? { factor: counted.factor, weight: counted.weight, firm, valueOf, open: null, codes, expected }
      : null,
    guard: gates.length > 0 ? guard : null,
  };
}
