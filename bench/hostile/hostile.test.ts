import { execFileSync } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseIsolated } from '@/domain/resumes/adapter';
import { regexBaits } from './baits';
import { startCanary, type Canary } from './canary';
import { watchChildren, type ChildWatch } from './child-watch';
import { hostileCorpus } from './corpus';
import type { HostileFile } from './hostile-file';
import { hostileNames } from './names';
import { pdfBombs } from './pdf-bombs';
import { readHostile } from './run';

/** Of what takes seconds, one for each guard; the others are left to the command. */
const KEPT = [
  'pdf flate bomb, 1 GB',
  'pdf run of digits in brackets',
  'txt run of years',
  'txt run of a@a',
  'docx document larger than it claims',
  'docx an entry of 200 MB',
  'docx document of 49 MB',
  'docx elements 100,000 deep',
  'docx a row of 20,000 cells',
  'txt 200,000 lines',
  'txt a line of 5 MB of spaces',
];

let canary: Canary;
let watch: ChildWatch;

beforeAll(async () => {
  execFileSync('npm', ['run', '-s', 'build:worker'], { stdio: 'inherit' });
  canary = await startCanary();
  watch = watchChildren();
}, 120_000);
afterAll(async () => {
  await watch.stop();
  canary.close();
});

function quick(files: readonly HostileFile[]): HostileFile[] {
  const slow = new Set([...pdfBombs(), ...regexBaits()].map(({ label }) => label));
  return files.filter(({ label }) => KEPT.includes(label) || !(slow.has(label) || label.includes('00,000')));
}

describe('a hostile file', () => {
  it('ends as it should, in bounds, and calls nobody', async () => {
    const files = hostileCorpus(canary.lure);
    expect(files.length).toBeGreaterThanOrEqual(60);
    expect(new Set(files.map(({ label }) => label)).size).toBe(files.length);
    const chosen = quick(files);
    expect(chosen.map(({ label }) => label)).toEqual(expect.arrayContaining(KEPT));
    const wrong: unknown[] = [];
    for (const file of chosen) {
      const reading = await readHostile(file, watch, canary);
      const { expected, deaths, sockets, peakMb, seconds } = reading;
      if (!expected || deaths.length > 0 || sockets > 0 || peakMb > 256 || seconds > 10)
        wrong.push({ ...reading, ends: file.ends });
    }
    expect(wrong).toEqual([]);
  }, 300_000);

  it('leaves nothing in a name that would turn or forge the text around it', async () => {
    const told: string[] = [];
    for (const file of hostileNames()) {
      const outcome = await parseIsolated(file.make(), { filename: file.filename, asOf: '2026-11' });
      if (!outcome.ok) continue;
      const { name, text } = outcome.resume;
      for (const shown of [name?.value ?? '', text.replaceAll(/[\n\t]/g, ' ')]) {
        if (/[\p{Cc}\u202A-\u202E\u2066-\u2069]/u.test(shown)) told.push(file.label);
      }
    }
    expect(told).toEqual([]);
  }, 120_000);
});
