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
import { A4, openDocument } from './document';
import { Flow } from './flow';

const MARGIN = 56;
const body = { font: 'cmu', size: 10.2, leading: 1 };

/** Capitals at full size and the rest as smaller capitals, the way a small-caps face looks on paper. */
function smallCaps(flow: Flow, words: string, size: number, centred: boolean): void {
  const { doc, box } = flow;
  flow.need(size * 1.4);
  flow.resume();
  const runs = [...words.matchAll(/\p{Lu}+|[^\p{Lu}]+/gu)].map(([run]) => ({
    text: run.toUpperCase(),
    size: /^\p{Lu}/u.test(run) ? size : size * 0.8,
  }));
  const width = (run: { text: string; size: number }): number =>
    doc.font('cmu').fontSize(run.size).widthOfString(run.text);
  const total = runs.reduce((sum, run) => sum + width(run), 0);
  let x = centred ? box.x + (box.width - total) / 2 : box.x;
  for (const run of runs) {
    const step = width(run);
    doc
      .fillColor('#000000')
      .text(run.text, x, flow.y + size * 1.2, { lineBreak: false, baseline: 'alphabetic' });
    x += step;
  }
  flow.space(size * 1.45);
}

/** Computer Modern, centred name in small capitals, ruled small-caps headings, dates in italics on the right. */
export function latex(person: Person, fonts: string): PDFKit.PDFDocument {
  const doc = openDocument(person, fonts, 'pdfTeX-1.40.26');
  const style = styleOf(person);
  const flow = new Flow(doc, {
    x: MARGIN,
    width: A4.width - 2 * MARGIN,
    top: 48,
    nextTop: 54,
    bottom: A4.height - 50,
  });
  const heading = (section: Section): void => {
    flow.need(64);
    flow.space(9);
    smallCaps(flow, style.heading(section), 13, false);
    flow.space(-1);
    flow.rule('#000000', 0.5);
    flow.space(5);
  };
  const dated = (left: string, right: string): void =>
    flow.spread(left, { font: 'cmu-bold', size: 10.4, leading: 1 }, right, {
      font: 'cmu-italic',
      size: 10,
    });

  smallCaps(flow, person.name, 24, true);
  flow.space(2);
  flow.text(contactParts(person).join('  |  '), { font: 'cmu', size: 9.6, align: 'center' });

  heading('summary');
  flow.text(person.summary, { ...body, align: 'justify' });
  heading('experience');
  for (const entry of entriesOf(person, style)) {
    flow.need(48);
    if (entry.company) {
      flow.spread(entry.company, { font: 'cmu-bold', size: 10.4, leading: 1 }, entry.location, {
        font: 'cmu',
        size: 10,
      });
      flow.spread(entry.title, { font: 'cmu-italic', size: 10.2, leading: 1 }, entry.period, {
        font: 'cmu-italic',
        size: 10,
      });
    } else dated(entry.title, entry.period);
    flow.space(1);
    for (const bullet of entry.bullets) flow.bullet(bullet, body, '•', 14);
    flow.space(6);
  }
  heading('education');
  for (const entry of person.education) {
    dated(entry.school, educationYears(entry));
    flow.text([entry.degree, entry.result].filter(Boolean).join(', '), body);
    flow.space(3);
  }
  heading('skills');
  for (const text of skillLines(person)) flow.text(text, body);
  if (person.certifications.length > 0) {
    heading('certifications');
    for (const text of certificateLines(person)) flow.text(text, body);
  }
  heading('languages');
  flow.text(languageWords(person).join(', '), body);
  return doc;
}
