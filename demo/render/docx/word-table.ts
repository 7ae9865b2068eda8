import type { Document, Paragraph } from 'docx';
import type { Person } from '../../schema';
import { certificateLines, educationYears, entriesOf, languageWords, styleOf, type Section } from '../style';
import { bullet, ink, line, PAGE_WIDTH, table, wordDocument } from './parts';

const SIDE = 3500;

/** A Word template built on an invisible table: contact, skills and education left, career right. */
export function wordTable(person: Person): Document {
  const style = styleOf(person);
  const color = ink(style.accent);
  const title = (words: string): Paragraph =>
    line(
      words.toUpperCase(),
      { bold: true, size: 20, color },
      { spacing: { before: 220, after: 60 }, keepNext: true },
    );
  const heading = (section: Section): Paragraph => title(style.heading(section));

  const side = [
    title('Contact'),
    ...[person.city, person.phone, person.email, ...person.links].map((text) => line(text, { size: 18 })),
    heading('skills'),
    ...person.skills.flatMap(({ items }) => items.map((text) => line(text, { size: 19 }))),
    heading('education'),
    ...person.education.flatMap((entry) => [
      line(entry.degree, { bold: true, size: 19 }),
      line(`${entry.school}, ${educationYears(entry)}`, { size: 19 }, { spacing: { after: 60 } }),
    ]),
    ...(person.certifications.length > 0
      ? [heading('certifications'), ...certificateLines(person).map((text) => line(text, { size: 19 }))]
      : []),
    heading('languages'),
    ...languageWords(person).map((text) => line(text, { size: 19 })),
  ];
  const main = [
    heading('summary'),
    line(person.summary),
    heading('experience'),
    ...entriesOf(person, style).flatMap((entry) => [
      line(entry.title, { bold: true, size: 22 }, { spacing: { before: 120 }, keepNext: true }),
      line(
        [entry.company, entry.location, entry.period].filter(Boolean).join(' | '),
        { color: '595959' },
        { spacing: { after: 40 } },
      ),
      ...entry.bullets.map(bullet),
    ]),
  ];
  return wordDocument(person, 'Arial', 20, {
    children: [
      line(person.name, { bold: true, size: 44, color }),
      line(person.headline, { size: 24, color: '595959' }, { spacing: { after: 60 } }),
      table([SIDE, PAGE_WIDTH - SIDE], [[{ children: side, fill: 'F3F4F1' }, { children: main }]], false),
      line(''),
    ],
  });
}
