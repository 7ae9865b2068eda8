import { bulletLength } from '../characters';
import type { ParseCatalog } from '../catalog';
import { findDates } from '../dates';
import { isPlacePiece } from '../location';
import type { PlacedLine } from '../text';
import { GRADE, namesDegree, NOISE, SCHOOL, STAGE, UNKNOWN_DEGREE } from './words';

/** A piece of a line about education. Offsets are of the line. */
export interface Bit {
  kind: 'school' | 'degree' | 'other';
  text: string;
  line: PlacedLine;
  start: number;
}

const SEPARATOR =
  /\t|\s*[|•·●]\s*|\s+[–—]\s+|\s+-\s+|\s*;\s+|,\s+|\s+(?:from|at)\s+(?=\p{Lu})|\s*:\s+(?=\p{Lu})/giu;
const DATED =
  /(?:expected|anticipated|graduated|graduation|graduating|class of|completed|passed out|passing year|year of passing|batch|pursuing)\b[\s:.–-]*(?:graduation|in|date)?[\s:–-]*(?=\t|$)/gi;
/** "Bachelor" in the name of a school of business does not make a degree of it. */
const SCHOOL_FIRST =
  /^(?:(?!bachelor|master|diploma|degree|b\.|m\.).)*\b(?:university|college|institute|school|academy)\b/i;

interface Part {
  text: string;
  start: number;
  /** What parts it from the part before. */
  glue: string;
}

const blank = (length: number) => '\t'.repeat(length);

/** What forms write in front of a fact. */
const LABELS: readonly (readonly [Bit['kind'], RegExp])[] = [
  [
    'degree',
    /^(?:degree|course|qualification|title of qualification(?: awarded)?|examination|programme?)(?: name)?\s*(?:\t|[:-]+\s)[\s:-]*/i,
  ],
  [
    'school',
    /^(?:name (?:and type )?of (?:the )?(?:organisation|organization|institut(?:e|ion)|school|college|university)(?: providing education(?: and training)?)?|institut(?:e|ion)|school|college|university|school\s*\/\s*college|university\s*\/\s*(?:institute|college))(?: name)?\s*(?:\t|[:-]+\s)[\s:-]*/i,
  ],
];

/** The line's parts between separators, dates left out. */
function partsOf(line: PlacedLine): Part[] {
  let text = line.text;
  for (const range of findDates(text)) {
    text = text.slice(0, range.start) + blank(range.end - range.start) + text.slice(range.end);
  }
  text = text.replace(DATED, (found) => blank(found.length));
  const parts: Part[] = [];
  let from = bulletLength(text);
  let glue = '';
  const put = (to: number) => {
    const raw = text.slice(from, to);
    const lead = /^[\s,;:.–—()-]*/u.exec(raw)?.[0].length ?? 0;
    const bare = raw.slice(lead).replace(/[\s,;:–—(-]+$/u, '');
    const kept = bare.includes('(') ? bare : bare.replace(/\)+$/, '');
    if (kept.length > 1 && /\p{L}/u.test(kept)) parts.push({ text: kept, start: from + lead, glue });
  };
  for (const match of text.matchAll(SEPARATOR)) {
    if (match.index < from) continue;
    if (/^\s+(?:from|at)\s/.test(match[0]) && SCHOOL.test(text.slice(from, match.index))) continue;
    const before = text.slice(from, match.index);
    if (match[0] !== '\t' && (before.match(/\(/g)?.length ?? 0) > (before.match(/\)/g)?.length ?? 0))
      continue;
    put(match.index);
    glue = match[0];
    from = match.index + match[0].length;
  }
  put(text.length);
  return parts;
}

/** Cuts a line into schools, degrees and the rest; a field of study after a comma stays with its degree. */
export function bitsOf(line: PlacedLine, catalog: ParseCatalog): Bit[] {
  const bits: Bit[] = [];
  const labelled = LABELS.flatMap(([kind, pattern]) => {
    const label = pattern.exec(line.text)?.[0];
    return label === undefined ? [] : [{ kind, end: label.length }];
  })[0];
  for (const { text, start, glue } of partsOf(line)) {
    if (labelled && start < labelled.end) continue;
    if (labelled && bits.length === 0) {
      bits.push({ kind: labelled.kind, text, line, start });
      continue;
    }
    const last = bits.at(-1);
    const extend = () => {
      if (last) last.text = line.text.slice(last.start, start + text.length);
    };
    const school = SCHOOL.test(text) && !STAGE.test(text);
    const degree = namesDegree(text) || STAGE.test(text) || (UNKNOWN_DEGREE.test(text) && /[.(]/.test(text));
    if (GRADE.test(text) && !school && !degree) continue;
    if (NOISE.test(text) && !school) break;
    if (!degree && !school && isPlacePiece(text, catalog)) {
      // "University of California, Davis": the campus belongs to the name.
      const campus =
        last?.kind === 'school' && glue.startsWith(',') && /\bof\s+\p{L}+$|\bstate\b/iu.test(last.text);
      if (campus && !/,/.test(last.text)) extend();
      continue;
    }
    if (degree && !(school && SCHOOL_FIRST.test(text))) bits.push({ kind: 'degree', text, line, start });
    else if (school) bits.push({ kind: 'school', text, line, start });
    else if (last?.kind === 'degree' && /^(?:,|[–—:-])/.test(glue.trim()) && text.split(' ').length <= 7)
      extend();
    else bits.push({ kind: 'other', text, line, start });
  }
  return bits;
}
