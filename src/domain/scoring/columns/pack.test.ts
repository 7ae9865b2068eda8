import { describe, expect, it } from 'vitest';
import { AS_OF, SMALL_TAXONOMY, weightsWith } from '../arbitraries';
import { compileJob } from '../compile';
import { SAMPLE_JOB, SAMPLE_PERSON } from '../samples';
import { scorePair } from '../score';
import { idAt } from './ids';
import { SEGMENT } from './layout';
import { passMemory } from './memory';
import { packPeople, type ColumnPerson } from './pack';
import { bestPeople } from './pass';

const idOf = (n: number): string => `00000000-0000-4000-8000-${n.toString(16).padStart(12, '0')}`;
const job = compileJob(SAMPLE_JOB, weightsWith(5_000), SMALL_TAXONOMY, AS_OF);
const person = { ...SAMPLE_PERSON, screening: {} };
const ranked = (people: ColumnPerson[], shared = false) => {
  const columns = packPeople(people, AS_OF, shared);
  const { best } = bestPeople(job, columns, passMemory(columns), { jobId: 'job', n: 5 });
  return best.ranked.map(({ index, expected }) => ({ id: idAt(columns, index), expected }));
};

describe('packed people', () => {
  it('keep their ids', () => {
    const id = 'f81d4fae-7dec-11d0-a765-00a0c91e6bf6';
    const columns = packPeople(
      [
        { id: idOf(1), facts: person },
        { id, facts: person },
      ],
      AS_OF,
    );
    expect(idAt(columns, 1)).toBe(id);
  });

  it('must have ids that the columns can hold', () => {
    expect(() => packPeople([{ id: 'someone', facts: person }], AS_OF)).toThrow(RangeError);
  });

  it('lie in one buffer, shared with other threads when asked', () => {
    const columns = packPeople([{ id: idOf(1), facts: person }], AS_OF, true);
    expect(columns.flags.buffer).toBeInstanceOf(SharedArrayBuffer);
    expect(columns.weekCells.buffer).toBe(columns.flags.buffer);
    expect(ranked([{ id: idOf(1), facts: person }], true)).toEqual(ranked([{ id: idOf(1), facts: person }]));
  });

  it('are found in any segment', () => {
    const others = Array.from({ length: SEGMENT + 3 }, (_, n) => ({
      id: idOf(n),
      facts: { ...person, skills: [] },
    }));
    const last = { id: idOf(SEGMENT + 3), facts: person };
    expect(ranked([...others, last])[0]).toEqual({ id: last.id, expected: scorePair(job, person).expected });
  });

  it('are scored by their facts when a number is too large for its column', () => {
    const facts = { ...person, maxDailyMinutes: 70_000 };
    const columns = packPeople([{ id: idOf(1), facts }], AS_OF);
    expect([...columns.spilled.keys()]).toEqual([0]);
    expect(ranked([{ id: idOf(1), facts }])).toEqual([
      { id: idOf(1), expected: scorePair(job, facts).expected },
    ]);
  });

  it('are refused for a job of another day', () => {
    const columns = packPeople([{ id: idOf(1), facts: person }], '2026-11-22');
    expect(() => bestPeople(job, columns, passMemory(columns), { jobId: 'job', n: 5 })).toThrow(RangeError);
  });

  it('give nobody when there is nobody', () => {
    expect(ranked([])).toEqual([]);
  });
});
