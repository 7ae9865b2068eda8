import type { Person } from '../../schema';
import {
  certificateLines,
  contactParts,
  educationYears,
  entriesOf,
  languageWords,
  styleOf,
  type Section,
} from '../style';
import { A4, openDocument } from './document';
import { Flow } from './flow';

const MARGIN = 44;
const GUTTER = 26;
const GREY = '#555b63';
const body = { font: 'lato', size: 10, leading: 2.2 };

/** Name across both columns; career on the left, the rest on the right, with no line between them. */
export function twoColumn(person: Person, fonts: string): PDFKit.PDFDocument {
  const doc = openDocument(person, fonts, 'Google Docs Renderer');
  const style = styleOf(person);
  const inner = A4.width - 2 * MARGIN;
  const head = new Flow(doc, { x: MARGIN, width: inner, top: 40, nextTop: 40, bottom: A4.height });
  head.text(person.name.toUpperCase(), { font: 'lato-bold', size: 22, spacing: 1.5 });
  head.text(person.headline, { font: 'lato', size: 12, color: style.accent });
  head.space(4);
  head.text(contactParts(person).join('  ·  '), { font: 'lato', size: 9.2, color: GREY });
  head.space(8);
  head.rule(style.accent, 1.4);
  const top = head.y + 2;
  const leftWidth = Math.round((inner - GUTTER) * 0.58);
  const column = (x: number, width: number): Flow =>
    new Flow(doc, { x, width, top, nextTop: 44, bottom: A4.height - 40 });
  const headingIn =
    (flow: Flow) =>
    (section: Section): void => {
      flow.need(56);
      flow.space(12);
      flow.text(style.heading(section), { font: 'lato-bold', size: 12, color: style.accent });
      flow.space(4);
    };

  const left = column(MARGIN, leftWidth);
  headingIn(left)('experience');
  for (const entry of entriesOf(person, style)) {
    left.need(52);
    left.text(entry.title, { font: 'lato-bold', size: 10.8 });
    if (entry.company) left.text(entry.company, { font: 'lato', size: 10.2, color: style.accent });
    left.text([entry.period, entry.location].filter(Boolean).join('  |  '), {
      font: 'lato-italic',
      size: 9.2,
      color: GREY,
    });
    left.space(2);
    for (const bullet of entry.bullets) left.bullet(bullet, body, '–', 11);
    left.space(8);
  }

  const right = column(MARGIN + leftWidth + GUTTER, inner - GUTTER - leftWidth);
  const heading = headingIn(right);
  heading('summary');
  right.text(person.summary, body);
  heading('skills');
  for (const { group, items } of person.skills) {
    if (group) right.text(group, { font: 'lato-bold', size: 10 });
    right.text(items.join(', '), body);
    right.space(4);
  }
  heading('education');
  for (const entry of person.education) {
    right.text(entry.degree, { font: 'lato-bold', size: 10 });
    right.text(`${entry.school}, ${educationYears(entry)}`, body);
    right.space(4);
  }
  if (person.certifications.length > 0) {
    heading('certifications');
    for (const line of certificateLines(person)) right.text(line, body);
  }
  heading('languages');
  for (const words of languageWords(person)) right.text(words, body);
  return doc;
}
