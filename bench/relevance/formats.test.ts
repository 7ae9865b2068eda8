import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readLines, resumeLineSchema } from './formats';

it('reads what fits, with a byte order mark or without, and tells of every line that does not by its number', () => {
  const dir = mkdtempSync(join(tmpdir(), 'flexibees-lines-'));
  try {
    const file = join(dir, 'resumes.jsonl');
    const good = { id: 7, category: 12, text: 'Asha Pillai, accountant' };
    writeFileSync(file, `\uFEFF${JSON.stringify(good)}\n{"id":\n\n{"id":"8","text":"Meera Joshi"}\n`);
    const told: string[] = [];
    const lines = readLines(file, resumeLineSchema, (problem) => told.push(problem));
    expect(lines).toEqual([{ id: '7', category: '12', text: good.text }]);
    expect(told).toHaveLength(2);
    expect(told[0]).toBe(`${file}:2: left out. This is no JSON.`);
    expect(told[1]).toContain(`${file}:4: left out.`);
    expect(told[1]).toContain('category');
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
});
