import type { Document } from 'docx';
import { BorderStyle, Header, HeadingLevel, Paragraph, Tab, TabStopType } from 'docx';
import type { Person } from '../../schema';
import {
  certificateLines,
  contactParts,
  educationYears,
  entriesOf,
  languageWords,
  skillLines,
  styleOf,
  type Section,
} from '../style';
import { bullet, ink, line, PAGE_WIDTH, run, wordDocument } from './parts';

/** The usual Word résumé: name and contact in the page header, dates at a right-hand tab, real bullets. */
export function wordClassic(person: Person): Document {
  const style = styleOf(person);
  const color = ink(style.accent);
  const heading = (section: Section): Paragraph =>
    new Paragraph({
      heading: HeadingLevel.HEADING_1,
      keepNext: true,
      spacing: { before: 220, after: 80 },
      border: { bottom: { style: BorderStyle.SINGLE, size: 6, color, space: 1 } },
      children: [run(style.heading(section), { bold: true, size: 25, color })],
    });
  const dated = (left: string, right: string): Paragraph =>
    new Paragraph({
      keepNext: true,
      spacing: { before: 90 },
      tabStops: [{ type: TabStopType.RIGHT, position: PAGE_WIDTH }],
      children: [run(left, { bold: true }), run('', { children: [new Tab(), right] })],
    });

  const header = new Header({
    children: [
      line(person.name, { bold: true, size: 40, color }),
      line(contactParts(person).join(' | '), { size: 19, color: '595959' }, { spacing: { after: 120 } }),
    ],
  });
  const children = [
    line(person.headline, { size: 25, color: '404040' }),
    heading('summary'),
    line(person.summary),
    heading('experience'),
    ...entriesOf(person, style).flatMap((entry) => [
      dated(entry.title, entry.period),
      ...(entry.company
        ? [line([entry.company, entry.location].filter(Boolean).join(', '), { italics: true })]
        : []),
      ...entry.bullets.map(bullet),
    ]),
    heading('education'),
    ...person.education.flatMap((entry) => [
      dated(entry.degree, educationYears(entry)),
      line([entry.school, entry.result].filter(Boolean).join(', ')),
    ]),
    heading('skills'),
    ...skillLines(person).map((text) => line(text)),
    ...(person.certifications.length > 0
      ? [heading('certifications'), ...certificateLines(person).map(bullet)]
      : []),
    heading('languages'),
    line(languageWords(person).join(', ')),
  ];
  return wordDocument(person, 'Calibri', 22, { headers: { default: header }, children });
}
