import { bulletLength } from '../characters';
import type { ParseCatalog } from '../catalog';
import { findDates, type DateRange } from '../dates';
import type { PlacedLine } from '../text';
import { wordNeeds } from '../unwrap';
import { bitsOf, type Bit } from './bits';
import { BOARD, NOISE, UNKNOWN_DEGREE } from './words';

/** One school with one degree, as far as they have been gathered. */
export interface Draft {
  school: Bit | null;
  degree: Bit | null;
  other: Bit[];
  dates: DateRange[];
  lines: PlacedLine[];
}

const LONGEST_LINE = 220;
/** The end of a school's name, alone on a line: its beginning stands on the line before. */
const NAME_END =
  /^(?:university|college|institute|school|academy|of\s+(?:technology|science|management|engineering).*|vidyapeeth|vidyalaya|vishwavidyalaya)$/i;

const isEmpty = (draft: Draft) => !draft.school && !draft.degree && draft.other.length === 0;

/** Gathers lines into drafts: a second school, a second degree, or a new date after a finished entry opens the next. */
export function toDrafts(lines: readonly PlacedLine[], catalog: ParseCatalog): Draft[] {
  const out: Draft[] = [];
  let current: Draft = { school: null, degree: null, other: [], dates: [], lines: [] };
  let order: 'school' | 'degree' | null = null;
  const close = () => {
    if (!isEmpty(current)) out.push(current);
    current = { school: null, degree: null, other: [], dates: [], lines: [] };
  };

  const addSchool = (bit: Bit) => {
    const { school, degree } = current;
    if (school && BOARD.test(bit.text) && !BOARD.test(school.text)) return;
    if (school && school.line === bit.line && BOARD.test(school.text)) {
      current.school = bit;
      return;
    }
    if (school && school.line === bit.line && degree) return;
    if (school || (degree && order === 'school')) close();
    order ??= degree ? 'degree' : 'school';
    current.school = joinName(bit, current);
  };

  const addDegree = (bit: Bit, later: readonly PlacedLine[]) => {
    const { degree, school } = current;
    if (degree && degree.line === bit.line) return;
    if (degree) {
      close();
      // Two degrees of one school, the school named first: the second has it, too.
      if (order === 'school' && school && !later.includes(school.line)) current.school = school;
    }
    order ??= current.school ? 'school' : 'degree';
    current.degree = bit;
  };

  lines.forEach((line, index) => {
    if (NOISE.test(line.text.slice(bulletLength(line.text))) || line.text.length > LONGEST_LINE) {
      current.lines.push(line);
      return;
    }
    const bits = bitsOf(line, catalog);
    const wrapped = restOfDegree(current.degree, bits, line);
    if (wrapped) {
      current.degree = wrapped;
      current.lines.push(line);
      return;
    }
    const main = bits.some((bit) => bit.kind !== 'other' || UNKNOWN_DEGREE.test(bit.text));
    const dates = findDates(line.text).filter((range) => range.to !== null || range.from !== null);
    const opens = bits.length > 0 && (main || line.bold) && !line.bullet;
    const finished = current.dates.length > 0 && (current.school ?? current.degree) !== null;
    const boldOpens = line.bold && current.lines.length > 1 && current.lines[0]?.bold === true;
    if (opens && finished && (dates.length > 0 || boldOpens)) close();
    for (const bit of bits) {
      if (bit.kind === 'school') addSchool(bit);
      else if (bit.kind === 'degree') addDegree(bit, lines.slice(index));
      else if (!line.bullet || main) current.other.push(bit);
    }
    if (main || current.dates.length === 0) current.dates.push(...dates);
    current.lines.push(line);
  });
  close();
  return out;
}

/** "Diploma in Secretarial" above "Practice", which its column had no room for: one degree. */
function restOfDegree(degree: Bit | null, bits: readonly Bit[], line: PlacedLine): Bit | null {
  const [rest] = bits;
  if (!degree || !rest || bits.length > 1 || rest.kind !== 'other' || line.bullet) return null;
  const above = degree.line;
  const alike = above.bold === line.bold && above.italic === line.italic && above.size === line.size;
  const whole = rest.text.length === line.text.length && line.text.length < 40;
  const ends = degree.start + degree.text.length >= above.text.length;
  const tight = above.room < wordNeeds(above, line) && line.gap < 0.8 && Math.abs(above.x - line.x) < 3;
  return alike && whole && ends && tight ? { ...degree, text: `${degree.text} ${rest.text}` } : null;
}

/** "Guru Gobind Singh Indraprastha" above "University" is one name. */
function joinName(bit: Bit, draft: Draft): Bit {
  const before = draft.other.at(-1);
  const above = draft.lines.at(-1);
  if (!NAME_END.test(bit.text) || !before || before.line !== above) return bit;
  draft.other.pop();
  return { ...bit, text: `${before.text} ${bit.text}` };
}
