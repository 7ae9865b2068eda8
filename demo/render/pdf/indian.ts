import type { Person } from '../../schema';
import { personalRows, DECLARATION } from '../indian';
import { certificateLines, entriesOf, styleOf } from '../style';
import { A4, openDocument } from './document';
import { Flow } from './flow';
import { gridRow } from './grid';

const MARGIN = 60;
const body = { font: 'tinos', size: 11 };
const bold = { font: 'tinos-bold', size: 11 };

/** "CURRICULUM VITAE" with grey bars, a table of qualifications, personal details and a declaration. */
export function indianPdf(person: Person, fonts: string): PDFKit.PDFDocument {
  const doc = openDocument(person, fonts, 'Microsoft Word');
  const style = styleOf(person);
  const inner = A4.width - 2 * MARGIN;
  const flow = new Flow(doc, { x: MARGIN, width: inner, top: 50, nextTop: 56, bottom: A4.height - 56 });
  const bar = (words: string): void => {
    flow.need(70);
    flow.space(10);
    flow.resume();
    doc.rect(MARGIN, flow.y - 2, inner, 18).fill('#d9d9d9');
    flow.text(words, { ...bold, leading: 0 }, 4);
    flow.space(9);
  };
  const labelled = (label: string, value: string): void => {
    const height = flow.height(value, body, inner - 150);
    flow.need(height);
    flow.resume();
    doc.font('tinos').fontSize(11).fillColor('#1a1a1a');
    doc.text(label, MARGIN + 4, flow.y, { width: 130 });
    doc.text(':', MARGIN + 138, flow.y, { width: 8 });
    doc.text(value, MARGIN + 150, flow.y, { width: inner - 150, lineGap: 1.5 });
    flow.space(height + 1);
  };

  flow.text('CURRICULUM VITAE', { font: 'tinos-bold', size: 15, align: 'center', underline: true });
  flow.space(12);
  flow.text(person.name.toUpperCase(), { font: 'tinos-bold', size: 13 });
  if (person.personal) flow.text(person.personal.address, body);
  flow.text(`Mobile: ${person.phone}`, body);
  flow.text(`E-mail: ${person.email}`, body);

  bar('CAREER OBJECTIVE');
  flow.text(person.summary, { ...body, align: 'justify' });
  bar('WORK EXPERIENCE');
  for (const entry of entriesOf(person, style)) {
    flow.need(52);
    if (entry.company) flow.text([entry.company, entry.location].filter(Boolean).join(', '), bold);
    flow.text(entry.company ? `Designation: ${entry.title}` : entry.title, body);
    flow.text(`Duration: ${entry.period}`, body);
    for (const bullet of entry.bullets) flow.bullet(bullet, body, '•', 14);
    flow.space(6);
  }
  bar('EDUCATIONAL QUALIFICATIONS');
  const widths = [0.3, 0.42, 0.14, 0.14].map((share) => share * inner);
  const cells = (texts: string[], look: typeof body, fill?: string) =>
    texts.map((text) => ({ lines: [{ text, look }], ...(fill ? { fill } : {}) }));
  flow.need(80);
  gridRow(
    flow,
    widths,
    cells(['Examination', 'Board / University', 'Year', '%'], bold, '#efefef'),
    '#000000',
  );
  for (const entry of person.education)
    gridRow(
      flow,
      widths,
      cells([entry.degree, entry.school, entry.end, entry.result ?? '-'], body),
      '#000000',
    );
  bar('SKILLS');
  for (const { items } of person.skills) for (const item of items) flow.bullet(item, body, '•', 14);
  if (person.certifications.length > 0) {
    bar('CERTIFICATIONS');
    for (const text of certificateLines(person)) flow.bullet(text, body, '•', 14);
  }
  bar('PERSONAL DETAILS');
  for (const [label, value] of personalRows(person)) labelled(label, value);
  bar('DECLARATION');
  flow.text(DECLARATION, { ...body, align: 'justify' });
  flow.space(14);
  flow.spread(`Place: ${person.city.split(',')[0] ?? ''}`, body, `(${person.name})`, bold);
  flow.text('Date:', body);
  return doc;
}
