import { expect, it } from 'vitest';
import { parseResume } from './resume';
import { SMALL_CATALOG } from './small-catalog';
import { summarySkills } from './summary-skills';

const WORK = `Asha Rao
asha@example.com

Experience
Engineer, Acme Ltd, Pune
2019 - 2021
- Moved DevOps dashboards to Kafka and Docker, with payroll data in SQL.
`;

async function printed(text: string): Promise<string[]> {
  const outcome = await parseResume(Buffer.from(text), {
    filename: 'a.txt',
    asOf: '2026-09',
    catalog: SMALL_CATALOG,
  });
  if (!outcome.ok) throw new Error(outcome.reason);
  return summarySkills(outcome.resume);
}

it('prints what is listed, each item whole and once, without labels', async () => {
  const list = '\nSkills\nPython: Flask, Django\nTally & Stock Ledgers, flask, Handloom weaving\n';
  expect(await printed(WORK + list)).toEqual([
    'Flask',
    'Django',
    'Tally & Stock Ledgers',
    'Handloom weaving',
  ]);
});

it('prints the tools that the work names where hardly anything is listed', async () => {
  expect(await printed(WORK)).toEqual(['Kafka', 'Docker', 'SQL']);
  expect(await printed(`${WORK}\nSkills\nHandloom weaving\n`)).toEqual([
    'Handloom weaving',
    'Kafka',
    'Docker',
    'SQL',
  ]);
});

it('leaves out tools that only a certificate names', async () => {
  expect(await printed(`${WORK}\nCertifications\nPython Associate, 2020\n`)).toEqual([
    'Kafka',
    'Docker',
    'SQL',
  ]);
});
