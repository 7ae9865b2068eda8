import type { Document } from 'docx';
import { AlignmentType, Paragraph, Tab, TabStopType } from 'docx';
import type { Person } from '../../schema';
import { DECLARATION, personalRows } from '../indian';
import { certificateLines, entriesOf, styleOf } from '../style';
import { bullet, line, PAGE_WIDTH, run, table, wordDocument } from './parts';

/** "CURRICULUM VITAE" in Word: objective, bordered table of qualifications, personal details at a tab, declaration. */
export function indianDocx(person: Person): Document {
  const style = styleOf(person);
  const heading = (words: string): Paragraph =>
    line(`${words}:`, { bold: true, underline: {} }, { spacing: { before: 240, after: 80 }, keepNext: true });
  const detail = (label: string, value: string): Paragraph =>
    new Paragraph({
      tabStops: [{ type: TabStopType.LEFT, position: 2600 }],
      children: [run(label), run('', { children: [new Tab(), `: ${value}`] })],
    });
  const cell = (text: string, bold: boolean) => ({ children: [line(text, { bold })] });
  const widths = [2700, 3938, 1500, 1500];
  const qualifications = [
    ['Qualification', 'Institute / Board', 'Year of Passing', 'Percentage'],
    ...person.education.map((entry) => [entry.degree, entry.school, entry.end, entry.result ?? '-']),
  ];
  const children = [
    line(
      'CURRICULUM VITAE',
      { bold: true, underline: {}, size: 30 },
      { alignment: AlignmentType.CENTER, spacing: { after: 200 } },
    ),
    line(person.name, { bold: true, size: 26 }),
    line(`Contact No. : ${person.phone}`),
    line(`Email ID : ${person.email}`),
    line(`Current Location : ${person.city}`),
    heading('Career Objective'),
    line(person.summary),
    heading('Professional Experience'),
    ...entriesOf(person, style).flatMap((entry) => [
      line(
        entry.company ? `${entry.company} (${entry.period})` : `${entry.title} (${entry.period})`,
        { bold: true },
        { spacing: { before: 100 }, keepNext: true },
      ),
      ...(entry.company ? [line(`Designation : ${entry.title}`)] : []),
      ...(entry.location ? [line(`Location : ${entry.location}`)] : []),
      ...entry.bullets.map(bullet),
    ]),
    heading('Educational Qualification'),
    table(
      widths,
      qualifications.map((texts, i) => texts.map((text) => cell(text, i === 0))),
      true,
    ),
    heading('Technical & Other Skills'),
    ...person.skills.flatMap(({ items }) => items.map(bullet)),
    ...(person.certifications.length > 0
      ? [heading('Certifications'), ...certificateLines(person).map(bullet)]
      : []),
    heading('Personal Details'),
    ...personalRows(person).map(([label, value]) => detail(label, value)),
    heading('Declaration'),
    line(DECLARATION),
    line(`Place : ${person.city.split(',')[0] ?? ''}`, {}, { spacing: { before: 240 } }),
    new Paragraph({
      tabStops: [{ type: TabStopType.RIGHT, position: PAGE_WIDTH }],
      children: [run('Date :'), run('', { children: [new Tab(), person.name] })],
    }),
  ];
  return wordDocument(person, 'Times New Roman', 23, { children });
}
