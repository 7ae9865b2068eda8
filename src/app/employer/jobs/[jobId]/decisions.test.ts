import { describe, expect, it } from 'vitest';
import { lastMoveOf, listed, whoOf, withoutMoves, type Decision } from './decisions';

const rows = [
  { candidateId: 'a', name: 'Neeraj Saxena', code: 'N-1' },
  { candidateId: 'b', name: null, code: 'K-07' },
];
const decision = (id: string, ...people: string[]): Decision => ({
  id,
  to: 'shortlisted',
  who: whoOf(people, rows),
  moves: people.map((candidateId) => ({ eventId: `${id}-${candidateId}`, candidateId })),
});

describe('decisions of a visit', () => {
  it('name whoever they are about, not who is open', () => {
    expect(whoOf(['a'], rows)).toBe('Neeraj Saxena');
    expect(whoOf(['b'], rows)).toBe('Candidate K-07');
    expect(whoOf(['a', 'b', 'c'], rows)).toBe('3 people');
    expect(whoOf(['c'], rows)).toBe('this person');
  });

  it('are about nobody who is out of sight', () => {
    expect([...listed(new Set(['c', 'b']), rows)]).toEqual(['b']);
  });

  it('lose the moves that were taken back, and are gone with the last one', () => {
    const decisions = [decision('1', 'a'), decision('2', 'a', 'b')];
    expect(lastMoveOf(decisions, 'a')).toEqual({ eventId: '2-a', candidateId: 'a' });
    const left = withoutMoves(decisions, [{ eventId: '2-a', candidateId: 'a' }]);
    expect(left.map(({ moves }) => moves.map(({ eventId }) => eventId))).toEqual([['1-a'], ['2-b']]);
    expect(lastMoveOf(left, 'a')?.eventId).toBe('1-a');
    expect(withoutMoves(decisions, decisions[0]!.moves)).toHaveLength(1);
  });
});
