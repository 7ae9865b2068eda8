import { readFileSync } from 'node:fs';
import type { CorpusPerson, Job, Study } from '../person';
import type { Voice, VoiceOptions } from '../voice';

/** What is printed: markup with its style, and a running head and foot where the layout has them. */
export interface Sheet {
  css: string;
  body: string;
  /** Margin of the page, CSS lengths. */
  margin?: string;
  head?: string;
  foot?: string;
}

export interface HtmlLayout {
  name: string;
  voice?: VoiceOptions;
  /** Bends the person to what the layout shows, before the truth is taken: two roles at one employer, a name in capitals. */
  adapt?: (person: CorpusPerson) => CorpusPerson;
  draw: (person: CorpusPerson, voice: Voice) => Sheet;
}

export const esc = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

export const tag = (name: string, inner: string, kind = ''): string =>
  `<${name}${kind ? ` class="${kind}"` : ''}>${inner}</${name}>`;

export const div = (kind: string, ...inner: string[]): string => tag('div', inner.join(''), kind);
export const span = (kind: string, text: string): string => tag('span', esc(text), kind);
export const bullets = (items: readonly string[]): string =>
  tag('ul', items.map((item) => tag('li', esc(item))).join(''));

/** A section with its heading; nothing where there is nothing to show. */
export const section = (heading: string, inner: readonly string[]): string =>
  inner.length === 0 ? '' : tag('section', tag('h2', esc(heading)) + inner.join(''));

export const eachJob = (person: CorpusPerson, draw: (job: Job) => string): string[] => person.jobs.map(draw);
export const eachStudy = (person: CorpusPerson, draw: (study: Study) => string): string[] =>
  person.studies.map(draw);

export const skillLines = (person: CorpusPerson): string[] =>
  person.skills.map(({ group, items }) => (group ? `${group}: ${items.join(', ')}` : items.join(', ')));
export const allSkills = (person: CorpusPerson): string[] => person.skills.flatMap(({ items }) => items);
export const certificateLines = (person: CorpusPerson): string[] =>
  person.certificates.map(({ name, issuer, year }) => `${name}, ${issuer}, ${year}`);

/** Sections after the main ones, as most layouts print them. */
export function extras(person: CorpusPerson, voice: Voice): string {
  return (
    section(
      voice.heading('projects'),
      person.projects.map(
        ({ name, about, year }) => `<p><b>${esc(name)}</b> (${year})</p>${bullets([about])}`,
      ),
    ) +
    section(
      voice.heading('certificates'),
      person.certificates.length > 0 ? [bullets(certificateLines(person))] : [],
    ) +
    section(
      voice.heading('volunteering'),
      person.volunteering.map(
        ({ role, organisation, start, end }) =>
          `<p><b>${esc(role)}</b>, ${esc(organisation)}, ${esc(voice.period(start, end))}</p>`,
      ),
    )
  );
}

const FACES: readonly (readonly [family: string, folder: string, file: string])[] = [
  ['Hanken', 'hanken-grotesk', 'hanken-grotesk'],
  ['Literata', 'literata', 'literata'],
  ['Anek', 'anek-latin', 'anek-latin'],
];

let faces: string | undefined;

/** The product's own typefaces, embedded, so that a sheet needs nothing from outside. */
function fontFaces(): string {
  faces ??= FACES.flatMap(([family, folder, file]) =>
    [
      ['latin', 'U+0000-00FF, U+2000-20CF'],
      ['latin-ext', 'U+0100-02FF, U+1E00-1EFF'],
    ].map(([subset, range]) => {
      const bytes = readFileSync(
        `node_modules/@fontsource-variable/${folder}/files/${file}-${subset}-wght-normal.woff2`,
      );
      return `@font-face{font-family:${family};font-weight:200 800;unicode-range:${range};src:url(data:font/woff2;base64,${bytes.toString('base64')})}`;
    }),
  ).join('');
  return faces;
}

/** The whole page of a sheet. */
export const htmlOf = (sheet: Sheet): string =>
  `<!doctype html><meta charset="utf-8"><style>${fontFaces()}
*{box-sizing:border-box}body{margin:0;font:10.5pt/1.4 Hanken,sans-serif;color:#222}h1,h2,h3,p,ul{margin:0}
ul{padding-left:16px}a{color:inherit}.row{display:flex;justify-content:space-between;gap:12px}
${sheet.css}</style><body>${sheet.body}`;

/** Little drawn pictures beside contact details: ink without text, as icons are on most pages. */
export const icon = (): string =>
  '<svg width="10" height="10" viewBox="0 0 10 10"><circle cx="5" cy="5" r="4" fill="currentColor"/></svg> ';
