import type { Document } from 'docx';
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
import { bullet, line, PAGE_WIDTH, table, wordDocument, type CellContent } from './parts';

const LABEL = 2300;

/** A form-like Word résumé: every fact in a ruled table, labels in bold on the left. */
export function ruledTableDocx(person: Person): Document {
  const style = styleOf(person);
  const row = (label: string, ...content: CellContent['children']): CellContent[] => [
    { children: [line(label, { bold: true })], fill: 'EDEDED' },
    { children: content },
  ];
  const section = (name: Section, texts: string[]): CellContent[] =>
    row(style.heading(name), ...texts.map((text) => line(text)));
  const banner = (name: Section): CellContent[] => [
    { children: [line(style.heading(name), { bold: true })], fill: 'BFCAD6' },
  ];
  const rows: CellContent[][] = [
    row('Name', line(person.name, { bold: true, size: 28 })),
    row('Position', line(person.headline)),
    row('Location', line(person.city)),
    row('Phone', line(person.phone)),
    row('Email', line(person.email)),
    section('summary', [person.summary]),
    banner('experience'),
    ...entriesOf(person, style).map((entry) =>
      row(
        entry.period,
        line([entry.title, entry.company].filter(Boolean).join(', '), { bold: true }),
        ...(entry.location ? [line(entry.location, { italics: true })] : []),
        ...entry.bullets.map(bullet),
      ),
    ),
    banner('education'),
    ...person.education.map((entry) =>
      row(educationYears(entry), line(entry.degree, { bold: true }), line(entry.school)),
    ),
    section('skills', skillLines(person)),
    ...(person.certifications.length > 0 ? [section('certifications', certificateLines(person))] : []),
    section('languages', [languageWords(person).join(', ')]),
  ];
  return wordDocument(person, 'Calibri', 21, {
    children: [table([LABEL, PAGE_WIDTH - LABEL], rows, true), line('')],
  });
}
