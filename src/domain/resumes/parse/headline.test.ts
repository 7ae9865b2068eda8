import { expect, it } from 'vitest';
import { parseResume } from './resume';
import { SMALL_CATALOG } from './small-catalog';

const headlineOf = async (head: string) => {
  const text = `${head}\n\nWork experience\nPayroll Lead, Mulberry Components\nNov 2022 - present\n- Ran payroll in Tally\n\nSkills\nTally, Excel\n\nEducation\nB.Com., Shivaji University, 2012`;
  const outcome = await parseResume(Buffer.from(text), {
    filename: 'cv.txt',
    asOf: '2026-11',
    catalog: SMALL_CATALOG,
  });
  const headline = outcome.ok ? outcome.resume.headline : undefined;
  return (
    headline && [
      headline.value,
      outcome.ok && outcome.resume.text.slice(headline.span!.start, headline.span!.end),
    ]
  );
};

it.each([
  ['Asha Rao\nProduct Designer\nasha@rao.example', 'Product Designer'],
  ['STAFF NURSE', 'STAFF NURSE'],
  ['Asha Rao | Financial Controller | Pune', 'Financial Controller'],
])('reads the occupation at the head of %j', async (head, title) => {
  expect(await headlineOf(head)).toEqual([title, title]);
});

it.each([
  'Asha Rao\nasha@rao.example',
  'Asha Rao\nAspiring Data Scientist',
  'Asha Baker\nasha.baker@mail.example',
])('finds none in %j', async (head) => {
  expect(await headlineOf(head)).toBeNull();
});
