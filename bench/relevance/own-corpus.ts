import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { QueryLine, ResumeLine } from './formats';

/** What is written by hand for one field of work; nothing of the held-back half stands in the half that is looked at. */
interface Field {
  name: string;
  titles: string[];
  summaries: string[];
  skills: string[];
  duties: string[];
  /** Ads, and an occupation with its tasks. */
  queries: { title: string; text: string }[];
}
interface Half {
  resumes: ResumeLine[];
  queries: QueryLine[];
}

const RESUMES_A_FIELD = 12;
/** Work that people of every field have done before. */
const OTHER_JOBS = [
  ['Cashier', 'Rang up purchases and kept the front tidy.'],
  ['Waiter', 'Took orders and carried plates on busy weekends.'],
  ['Volunteer', 'Packed food parcels on Saturdays.'],
  ['Office Assistant', 'Filed papers and answered the phone.'],
  ['Intern', 'Helped the team with small tasks and notes.'],
  ['Warehouse Worker', 'Picked and packed parcels.'],
] as const;
const CITIES = ['Austin, TX', 'City, State', 'Pune, India', 'Leeds, UK'];
const DEGREES = [
  'Bachelor of Arts 2006 State University',
  'Associate of Science 2010 Community College',
  'Bachelor of Commerce 2009 University',
  'High School Diploma 2003 Central High School',
];

/** `field NAME`, then lines of one letter each: t titles, s summary, k skills, d duty, q ad, o occupation. */
function readFields(file: string): Field[] {
  const fields: Field[] = [];
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    const [kind = '', ...rest] = line.split(' ');
    const text = rest.join(' ').trim();
    if (kind === 'field')
      fields.push({ name: text, titles: [], summaries: [], skills: [], duties: [], queries: [] });
    const field = fields.at(-1);
    if (!field || text === '') continue;
    if (kind === 't') field.titles.push(...text.split(' | '));
    if (kind === 's') field.summaries.push(text);
    if (kind === 'k') field.skills.push(...text.split(', '));
    if (kind === 'd') field.duties.push(text);
    if (kind === 'q' || kind === 'o') {
      const [title = '', ...body] = text.split(' | ');
      field.queries.push({ title, text: body.join(' | ') });
    }
  }
  return fields;
}

/** A small linear congruential generator: the same corpus on every machine. */
function drawer(seed: string) {
  let state = Array.from(seed).reduce((sum, letter) => (Math.imul(sum, 31) + letter.charCodeAt(0)) >>> 0, 7);
  const draw = (below: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  const take = <T>(items: readonly T[], count: number): T[] => {
    const left = [...items];
    return Array.from({ length: Math.min(count, left.length) }, () =>
      left.splice(draw(left.length), 1),
    ).flat();
  };
  return { draw, take };
}

const month = (n: number): string => String(n + 1).padStart(2, '0');

/** One invented résumé without a name: blocks of a heading and its lines. */
function blocksOf(field: Field, n: number, seed: string): [string, string[]][] {
  const { draw, take } = drawer(`${seed}:${field.name}:${n}`);
  const title = field.titles[n % field.titles.length] ?? '';
  const headed = draw(5) > 0;
  const duties = take(field.duties, 4);
  const jobs: string[] = [];
  let year = 2018 - draw(3);
  const job = (held: string, done: readonly string[]): void => {
    const from = year - 1 - draw(4);
    const to = year === 2018 ? 'Current' : `${month(draw(12))}/${year}`;
    jobs.push(
      `${held}   ${month(draw(12))}/${from}   to   ${to}   Company Name   ${CITIES[draw(4)] ?? ''}`,
      ...done,
    );
    year = from;
  };
  job(draw(3) === 0 ? (field.titles[(n + 2) % field.titles.length] ?? title) : title, duties.slice(0, 2));
  if (draw(2) === 0) {
    const [held, did] = OTHER_JOBS[draw(OTHER_JOBS.length)] ?? OTHER_JOBS[0];
    job(held, [did]);
  }
  job(field.titles[(n + 1 + draw(3)) % field.titles.length] ?? title, duties.slice(2));
  return [
    [headed ? title.toUpperCase() : '', []],
    ['Summary', take(field.summaries, 1)],
    ['Highlights', take(field.skills, 4)],
    ['Experience', jobs],
    ['Education', take(DEGREES, 1)],
    ['Skills', [take([...field.skills, 'Microsoft Office', 'Communication'], 4).join(', ')]],
  ];
}

/** As texts come out of other systems: by lines, run together over wide gaps, or over single blanks. */
function layOut(blocks: readonly [string, string[]][], n: number): string {
  const pieces = blocks.flatMap(([heading, lines]) => [heading, ...lines]).filter((piece) => piece !== '');
  if (n % 3 === 0) return pieces.join('\n');
  return n % 3 === 1 ? `    ${pieces.join('     ')}  ` : pieces.join(' ').replace(/\s+/g, ' ');
}

function half(file: string): Half {
  const fields = readFields(join(import.meta.dirname, 'parts', file));
  return {
    resumes: fields.flatMap((field) =>
      Array.from({ length: RESUMES_A_FIELD }, (_, n) => ({
        id: `${field.name}-${n}`,
        category: field.name,
        text: layOut(blocksOf(field, n, file), n),
      })),
    ),
    queries: fields.flatMap(({ name, queries }) =>
      queries.map((query, n) => ({ id: `${name}-q${n}`, category: name, ...query })),
    ),
  };
}

/** Our own corpus: 24 fields, 288 résumés and 72 queries a half. Nobody looks at the held-back half while tuning. */
export const ownCorpus = (): { seen: Half; heldBack: Half } => ({
  seen: half('seen.txt'),
  heldBack: half('held-back.txt'),
});
