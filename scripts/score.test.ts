import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { receiptSchema } from '@/domain/scoring/receipt';

const JOB = 'demo/examples/job.json';
const PERSON = 'demo/examples/candidate.json';
let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'score-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const score = (...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx', 'scripts/score.ts', ...args],
    {
      encoding: 'utf8',
    },
  );
  return { status, stdout: stdout.trim(), stderr };
};
const file = (name: string, content: string): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};

describe('npm run score', { timeout: 90_000 }, () => {
  it('prints a receipt that replays to the same bytes', () => {
    const { stdout, status } = score(JOB, PERSON, '--as-of', '2026-11-23');
    expect(status).toBe(0);
    expect(receiptSchema.parse(JSON.parse(stdout))).toMatchObject({ group: 'ranked', asOf: '2026-11-23' });
    const kept = file('receipt.json', stdout);
    expect(score(JOB, PERSON, '--replay', kept)).toMatchObject({ status: 0, stdout: 'Same bytes.' });
    const altered = file('altered.json', stdout.replace(/"expected":\d+/, '"expected":9999'));
    expect(score(JOB, PERSON, '--replay', altered)).toMatchObject({ status: 1, stdout });
  });

  it('takes the facts of the engine, in part, for either side', () => {
    const job = file(
      'job.json',
      JSON.stringify({ title: 'Accountant', requiredSkills: [], hours: { min: 20, max: 24, gate: false } }),
    );
    const { stdout } = score(job, 'demo/examples/candidate-facts.json', '--as-of', '2026-11-23');
    const { factors } = receiptSchema.parse(JSON.parse(stdout));
    expect(factors.map(({ factor }) => factor)).toEqual(['role_similarity', 'hours']);
  });

  it('says what is wrong with a file', () => {
    const nosy = file('nosy.json', JSON.stringify({ facts: { age: 41 } }));
    expect(score(JOB, nosy)).toMatchObject({ status: 2, stdout: '', stderr: expect.stringContaining('age') });
    const broken = file('broken.json', '{');
    const { status, stderr } = score(JOB, broken);
    expect(status).toBe(2);
    expect(stderr).toMatch(/broken\.json: .*JSON/);
    expect(stderr).not.toContain('    at ');
    expect(score('none.json', PERSON)).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('none.json: ENOENT: no such file or directory'),
    });
    expect(score(JOB, PERSON, '--as-of', 'today')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('--as-of: '),
    });
    expect(score(JOB, PERSON, '--nothing')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('--nothing'),
    });
    expect(score(JOB)).toMatchObject({ status: 2, stderr: expect.stringContaining('CANDIDATE.json') });
  });
});
