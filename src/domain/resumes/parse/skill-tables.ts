import type { ParsedResume } from '../schema';
import type { ParseCatalog } from './catalog';
import { cells } from './line';
import { readLevel, readMonths } from './skill-levels';
import { lineMentions } from './skill-lines';
import { spanIn, type PlacedLine } from './text';

type Mention = ParsedResume['skills'][number];

/** Which column of a table of skills holds years, and which a level; the first names the skill. */
interface Columns {
  years: number;
  level: number;
}

const YEARS =
  /^(?:no\.? of )?(?:years?|yrs)\b|^(?:exp|experience)\b\.?(?:\s*\(.*\))?$|\((?:in )?(?:years?|yrs)\.?\)$/i;
const LEVEL = /\b(?:level|proficiency|rating|competency)\b/i;

/** The columns that a table's first row announces ("Skill ⇥ Years ⇥ Level"); null for any other line. */
export function tableColumns(line: PlacedLine): Columns | null {
  const heads = cells(line).map((cell) => cell.trim());
  if (heads.length < 2 || heads.length > 5 || heads.some((head) => head.length > 28)) return null;
  const years = heads.findIndex((head, at) => at > 0 && YEARS.test(head));
  const level = heads.findIndex((head, at) => at > 0 && LEVEL.test(head));
  return years < 0 && level < 0 ? null : { years, level };
}

/** The skill of one row of a table of skills, with its years and level; null when the line is no row. */
export function rowMentions(line: PlacedLine, columns: Columns, catalog: ParseCatalog): Mention[] | null {
  const row = cells(line);
  const [first = ''] = row;
  if (row.length < 2 || first.trim() === '') return null;
  const said = (at: number) => (at < 0 ? '' : (row[at] ?? '').trim());
  const years = said(columns.years);
  const months = readMonths(/^\d+(?:\.\d+)?\s?\+?$/.test(years) ? `${years} years` : years);
  const level =
    readLevel(said(columns.level) || null) ?? readLevel(months === undefined ? null : `${months} months`);
  return lineMentions({ ...line, text: first, breaks: [] }, catalog).map((entry) => ({
    ...entry,
    level: level ?? entry.level,
    ...(months === undefined ? {} : { months }),
    span: { ...entry.span, end: spanIn(line, 0, line.text.length).end },
  }));
}
