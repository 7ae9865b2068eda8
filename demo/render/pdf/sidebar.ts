import type { Person } from '../../schema';
import {
  certificateLines,
  educationYears,
  entriesOf,
  languageWords,
  styleOf,
  type Section,
  type Style,
} from '../style';
import { A4, openDocument } from './document';
import { Flow, type Box } from './flow';

interface Look {
  ink: string;
  soft: string;
  heading: string;
}

function aside(flow: Flow, person: Person, style: Style, look: Look): void {
  const body = { font: 'carlito', size: 9.8, color: look.ink, leading: 2 };
  const heading = (words: string): void => {
    flow.need(50);
    flow.space(16);
    flow.text(words.toUpperCase(), { font: 'carlito-bold', size: 10.5, color: look.heading, spacing: 0.8 });
    flow.space(4);
  };
  heading('Contact');
  for (const line of [person.phone, person.email, person.city, ...person.links]) flow.text(line, body);
  heading(style.heading('skills'));
  for (const { group, items } of person.skills) {
    if (group) flow.text(group, { ...body, font: 'carlito-bold' });
    for (const item of items) flow.text(item, body);
    flow.space(3);
  }
  heading(style.heading('education'));
  for (const entry of person.education) {
    flow.text(entry.degree, { ...body, font: 'carlito-bold' });
    flow.text(entry.school, body);
    flow.text(educationYears(entry), { ...body, color: look.soft });
    flow.space(5);
  }
  if (person.certifications.length > 0) {
    heading(style.heading('certifications'));
    for (const line of certificateLines(person)) flow.text(line, body);
  }
  heading(style.heading('languages'));
  for (const words of languageWords(person)) flow.text(words, body);
}

function main(flow: Flow, person: Person, style: Style): void {
  const body = { font: 'carlito', size: 10.6, leading: 1.6 };
  const heading = (section: Section): void => {
    flow.need(70);
    flow.space(14);
    flow.text(style.heading(section), { font: 'carlito-bold', size: 14, color: style.accent });
    flow.space(4);
  };
  heading('summary');
  flow.text(person.summary, { ...body, leading: 2.4 });
  heading('experience');
  for (const entry of entriesOf(person, style)) {
    flow.need(58);
    flow.text(entry.title, { font: 'carlito-bold', size: 11.4 });
    const where = [entry.company, entry.location].filter(Boolean).join(', ');
    flow.text([where, entry.period].filter(Boolean).join('  |  '), {
      font: 'carlito-italic',
      size: 10,
      color: '#5a5f66',
    });
    flow.space(2);
    for (const bullet of entry.bullets) flow.bullet(bullet, body);
    flow.space(8);
  }
}

const column = (x: number, width: number, top: number): Box => ({
  x,
  width,
  top,
  nextTop: 44,
  bottom: A4.height - 44,
});

/** A dark column on the left with contact, skills and education; the career on the right of it. */
export function sidebarLeft(person: Person, fonts: string): PDFKit.PDFDocument {
  const doc = openDocument(person, fonts, 'Canvas');
  const style = styleOf(person);
  const paint = (): void => {
    doc.rect(0, 0, 190, A4.height).fill(style.accent);
  };
  paint();
  doc.on('pageAdded', paint);
  aside(new Flow(doc, column(26, 142, 30)), person, style, {
    ink: '#ffffff',
    soft: '#e3e6ea',
    heading: '#ffffff',
  });
  const flow = new Flow(doc, column(216, A4.width - 216 - 40, 44));
  flow.text(person.name, { font: 'carlito-bold', size: 25, color: style.accent, leading: 0 });
  flow.text(person.headline, { font: 'carlito', size: 13, color: '#5a5f66' });
  main(flow, person, style);
  return doc;
}

/** A band with the name across the page, the career below it, and a pale column on the right. */
export function sidebarRight(person: Person, fonts: string): PDFKit.PDFDocument {
  const doc = openDocument(person, fonts, 'Canvas');
  const style = styleOf(person);
  const tint = (): void => {
    doc.rect(A4.width - 196, 0, 196, A4.height).fill('#f1f2ee');
  };
  tint();
  doc.on('pageAdded', tint);
  doc.rect(0, 0, A4.width, 96).fill(style.accent);
  const band = new Flow(doc, { ...column(40, A4.width - 80, 26), bottom: 96 });
  band.text(person.name, { font: 'carlito-bold', size: 26, color: '#ffffff', leading: 0 });
  band.text(person.headline, { font: 'carlito', size: 13, color: '#ffffff' });
  main(new Flow(doc, column(40, A4.width - 196 - 40 - 24, 100)), person, style);
  aside(new Flow(doc, column(A4.width - 176, 156, 100)), person, style, {
    ink: '#24292f',
    soft: '#5a5f66',
    heading: style.accent,
  });
  return doc;
}
