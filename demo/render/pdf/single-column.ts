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

const MARGIN = 52;
const GREY = '#5a5f66';
const body = { font: 'lato', size: 10.4 };

/** One column, coloured letter-spaced headings over a hairline. */
export function singleColumn(person: Person, fonts: string): PDFKit.PDFDocument {
  const doc = openDocument(person, fonts, 'Pages');
  const style = styleOf(person);
  const flow = new Flow(doc, {
    x: MARGIN,
    width: A4.width - 2 * MARGIN,
    top: 46,
    nextTop: 50,
    bottom: A4.height - 46,
  });
  const heading = (section: Section): void => {
    flow.need(60);
    flow.space(13);
    flow.text(style.heading(section).toUpperCase(), {
      font: 'lato-bold',
      size: 9.5,
      color: style.accent,
      spacing: 1.4,
    });
    flow.space(1);
    flow.rule('#c9ced6');
    flow.space(6);
  };

  flow.text(person.name, { font: 'lato-bold', size: 25, color: style.accent });
  flow.text(person.headline, { font: 'lato', size: 12.5, color: GREY });
  flow.space(5);
  flow.text(contactParts(person).join('   |   '), { font: 'lato', size: 9, color: GREY });

  heading('summary');
  flow.text(person.summary, { ...body, leading: 2.5 });
  heading('experience');
  for (const entry of entriesOf(person, style)) {
    flow.need(44);
    flow.spread(entry.title, { font: entry.company ? 'lato-bold' : 'lato-italic', size: 11 }, entry.period, {
      font: 'lato',
      size: 9,
      color: GREY,
    });
    if (entry.company)
      flow.text([entry.company, entry.location].filter(Boolean).join(', '), {
        font: 'lato-italic',
        size: 10.2,
        color: GREY,
      });
    flow.space(1);
    for (const bullet of entry.bullets) flow.bullet(bullet, body);
    flow.space(7);
  }
  heading('education');
  for (const entry of person.education) {
    flow.spread(entry.degree, { font: 'lato-bold', size: 10 }, educationYears(entry), {
      font: 'lato',
      size: 9,
      color: GREY,
    });
    flow.text([entry.school, entry.result].filter(Boolean).join(', '), body);
    flow.space(3);
  }
  heading('skills');
  for (const line of skillLines(person)) flow.text(line, { ...body, leading: 2.5 });
  if (person.certifications.length > 0) {
    heading('certifications');
    for (const line of certificateLines(person)) flow.text(line, body);
  }
  heading('languages');
  flow.text(languageWords(person).join(', '), body);
  return doc;
}
