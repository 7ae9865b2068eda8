import { describe, expect, it } from 'vitest';
import { SeedUsageError, worldSize } from './seed/size';

describe('npm run seed', () => {
  it('is the demo without options, and a world with any', () => {
    expect(worldSize([])).toBeNull();
    expect(worldSize(['--candidates', '20'])).toEqual({ seed: 1, employers: 1, candidates: 20, jobs: 0 });
    expect(worldSize(['--employers', '3', '--jobs=5', '--seed', '7'])).toEqual({
      seed: 7,
      employers: 3,
      candidates: 0,
      jobs: 5,
    });
  });

  it.each([
    [['--employers', '0'], '--employers takes a whole number from 1 to 1,000, not “0”.'],
    [['--candidates', 'abc'], '--candidates takes a whole number from 0 to 1,000,000, not “abc”.'],
    [['--candidates', '1e3'], 'not “1e3”'],
    [['--candidates', ''], 'not “”'],
    [['--jobs', '2.5'], 'not “2.5”'],
    [['--seed', '-1'], '--seed'],
    [['--people', '5'], '--people'],
    [['5'], '5'],
  ])('refuses %j, says why, and shows the usage', (args, why) => {
    const attempt = () => worldSize(args);
    expect(attempt).toThrow(SeedUsageError);
    expect(attempt).toThrow(why);
    expect(attempt).toThrow('npm run seed [-- options]');
  });
});
