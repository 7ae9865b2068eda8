import type { Person } from '../../schema';
import {
  certificateLines,
  educationYears,
  entriesOf,
  languageWords,
  skillLines,
  styleOf,
  type Section,
} from '../style';
import { A4, openDocument } from './document';
import { Flow } from './flow';
import { gridRow, type Cell } from './grid';

const MARGIN = 44;
const BORDER = '#9aa3ad';
const body = { font: 'carlito', size: 10.4 };
const bold = { font: 'carlito-bold', size: 10.4 };
const line = (text: string, look = body) => ({ text, look });

/** Everything in one ruled table: a label on the left, its content on the right. */
export function ruledTablePdf(person: Person, fonts: string): PDFKit.PDFDocument {
  const doc = openDocument(person, fonts, 'LibreOffice');
  const style = styleOf(person);
  const inner = A4.width - 2 * MARGIN;
  const flow = new Flow(doc, { x: MARGIN, width: inner, top: 42, nextTop: 44, bottom: A4.height - 44 });
  flow.text(person.name, { font: 'carlito-bold', size: 22, color: style.accent, leading: 0 });
  flow.text(person.headline, { font: 'carlito', size: 12.5, color: '#4a4f57' });
  flow.space(8);

  const labelled = [112, inner - 112];
  const row = (label: string, cell: Cell): void =>
    gridRow(flow, labelled, [{ lines: [line(label, bold)], fill: '#eef0f2' }, cell], BORDER);
  const section = (name: Section, cell: Cell): void => row(style.heading(name), cell);
  const banner = (name: Section): void => {
    flow.need(70);
    gridRow(
      flow,
      [inner],
      [
        {
          lines: [
            { text: style.heading(name), look: { font: 'carlito-bold', size: 11.5, color: '#ffffff' } },
          ],
          fill: style.accent,
        },
      ],
      BORDER,
    );
  };

  row('Location', { lines: [line(person.city)] });
  row('Mobile', { lines: [line(person.phone)] });
  row('E-mail', { lines: [line(person.email)] });
  section('summary', { lines: [line(person.summary)] });
  section('skills', { lines: skillLines(person).map((text) => line(text)) });
  banner('experience');
  for (const entry of entriesOf(person, style)) {
    const place = [entry.company, entry.location].filter(Boolean).join(', ');
    gridRow(
      flow,
      labelled,
      [
        { lines: [line(entry.period)] },
        {
          lines: [
            line(entry.title, bold),
            ...(place ? [{ text: place, look: { font: 'carlito-italic', size: 10.2 } }] : []),
            ...entry.bullets.map((text) => ({ text, look: body, bullet: true })),
          ],
        },
      ],
      BORDER,
    );
  }
  banner('education');
  for (const entry of person.education)
    row(educationYears(entry), {
      lines: [line(entry.degree, bold), line([entry.school, entry.result].filter(Boolean).join(', '))],
    });
  if (person.certifications.length > 0)
    section('certifications', { lines: certificateLines(person).map((text) => line(text)) });
  section('languages', { lines: [line(languageWords(person).join(', '))] });
  return doc;
}
