import { describe, expect, it } from 'vitest';
import { loadCatalog } from '@/domain/catalog/load';
import { withWeight } from '@/domain/scoring/weights';
import { weightsFor } from './weights-for';

const { set: file } = loadCatalog().weightSets.current;
const older = {
  hash: 'a'.repeat(64),
  set: { ...file, id: 'v2', factors: withWeight(file.factors, 'hours', 20) },
};
const newer = {
  hash: 'b'.repeat(64),
  set: { ...file, id: 'v3', factors: withWeight(file.factors, 'hours', 0) },
};
const published = [newer, older];

describe('the weights that rank a job', () => {
  it('are those in use, or the file before the first publication', () => {
    expect(weightsFor(undefined, published, file)).toBe(newer.set);
    expect(weightsFor(undefined, [], file)).toBe(file);
  });

  it('are those the job chose, while they were ever published', () => {
    expect(weightsFor({ set: older.hash, changes: [] }, published, file)).toBe(older.set);
    expect(weightsFor({ set: 'c'.repeat(64), changes: [] }, published, file)).toBe(newer.set);
  });

  it("take the job's changes on top of the set", () => {
    const own = weightsFor({ set: older.hash, changes: [{ factor: 'hours', percent: 50 }] }, published, file);
    expect(own.factors.hours.weight).toBe(27);
    expect(own.id).toBe('v2, adjusted');
  });
});
