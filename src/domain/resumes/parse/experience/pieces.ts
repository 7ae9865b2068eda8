import type { ParseCatalog } from '../catalog';
import { isPlacePiece } from '../location';
import { organisationScore } from '../organisations';
import { titleScore } from '../titles';
import type { Span } from '../../schema';
import { bulletLength } from '../characters';
import { entryLabel, type EntryLabel, type MarkedLine } from './header-lines';

/** A piece of an entry's heading that may be its title or its company. */
export interface Piece {
  text: string;
  span: Span;
  /** Which heading line it stands on, counted from 0, and which piece of that line it is. */
  row: number;
  column: number;
  title: number;
  organisation: number;
  bold: boolean;
  italic: boolean;
  /** Said by a label of the file, so beyond doubt. */
  label: EntryLabel | null;
}

export interface HeaderPieces {
  pieces: Piece[];
  place: string | null;
  /** What was taken for the place though it may be an employer of a town's name: one word or two, no region after it. */
  town: Piece | null;
}

const STRONG =
  /\t|\s*[|•·●▪]\s*|\s+[–—―]\s+|\s+-\s+|\s+@\s+|\s+\bat\b\s+(?=\p{Lu})|\s*;\s+|\s*::?\s+(?=\p{Lu})|\s*\/\/\s*|\s+~\s+/u;
const EMPLOYMENT =
  /^\(?\s*(?:full[\s-]?time|part[\s-]?time|contract(?:ual|or)?|temporary|permanent|freelance|internship|seasonal|hybrid|remote|on-?site|on contract|consultant basis|\d+\s*(?:to \d+\s*)?(?:hours?|hrs?)(?:\s+(?:per|a|\/)\s*week)?.*|(?:approx\.?\s*)?\d+(?:\.\d+)?\+?\s*(?:years?|yrs?|months?|mos?)\.?(?:\s*(?:and|,|&)?\s*\d+\s*(?:months?|mos?)\.?)?|weekend|shift)\s*\)?$/i;
const WEB =
  /^(?:https?:|www\.|linkedin|github)|^[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|io|in|example)(?:\/\S*)?$/i;
const DURATION =
  /\s*[([]?\b\d+(?:\.\d+)?\+?\s*(?:years?|yrs?)\.?(?:[\s,&]*(?:and\s*)?\d+\s*(?:months?|mos?)\.?)?\s*[)\]]?$|\s*[([]\s*\d+\s*(?:months?|mos?)\.?\s*[)\]]$/i;

interface Cut {
  text: string;
  start: number;
}

/** Cuts text at a pattern, keeping offsets; separators inside brackets do not count. */
function cut(text: string, offset: number, pattern: RegExp): Cut[] {
  const out: Cut[] = [];
  let from = 0;
  for (const match of text.matchAll(new RegExp(pattern, `${pattern.flags}g`))) {
    const before = text.slice(from, match.index);
    const open = (before.match(/\(/g)?.length ?? 0) > (before.match(/\)/g)?.length ?? 0);
    if (open && match[0] !== '\t') continue;
    out.push({ text: before, start: offset + from });
    from = match.index + match[0].length;
  }
  out.push({ text: text.slice(from), start: offset + from });
  return out;
}

/** How a job told in a sentence begins: "Currently working as a Nurse", "Worked with Acme". */
const TOLD =
  /^(?:i\s+)?(?:(?:am|have|has|was|currently|presently|previously|formerly)\s+)*(?:worked|working|employed|served|serving|joined|posted|deputed|engaged|interned|been\s+working)\s+(?:as|at|with|in|for)\s+(?:an?\s+|the\s+)?(?=\p{L})/iu;

function trim({ text, start }: Cut): Cut {
  const ink = /^[\s|•·,;:–—*()[\]-]*(?<![(])/u.exec(text)?.[0].length ?? 0;
  const lead = ink + (TOLD.exec(text.slice(ink))?.[0].length ?? 0);
  let bare = text.slice(lead).replace(/[\s|•·,;:–—*-]+$/u, '');
  bare = bare.replace(DURATION, '').replace(/[\s,;:|–—-]+$/u, '');
  if (/^[^(]*\)$/.test(bare)) bare = bare.slice(0, -1);
  if (/\([^)]*$/.test(bare)) bare = bare.replace(/\s*\([^)]*$/, '');
  return { text: bare, start: start + lead };
}

/** Takes the place off the end of a piece: "Acme Labs, Pune, India" → "Acme Labs". */
export function splitPlace(text: string, catalog: ParseCatalog): { text: string; place: string | null } {
  const bracket = /^(.*\S)\s*\(([^()]+)\)$/u.exec(text);
  if (bracket?.[1] && bracket[2] && isPlacePiece(bracket[2], catalog))
    return { text: bracket[1], place: bracket[2] };
  const parts = text.split(/,\s*/);
  for (let keep = 1; keep < parts.length; keep += 1) {
    const tail = parts.slice(keep).join(', ');
    const lenient = keep > 1 || titleScore(parts[0] ?? '') < 0.6;
    if (isPlacePiece(tail, catalog, lenient)) return { text: parts.slice(0, keep).join(', '), place: tail };
  }
  return { text, place: null };
}

function dateless(marked: MarkedLine): string {
  let text = marked.line.text;
  for (const range of marked.dates) {
    text = `${text.slice(0, range.start)}${'\t'.padEnd(range.end - range.start, '\t')}${text.slice(range.end)}`;
  }
  const bullet = bulletLength(text);
  return `${'\t'.repeat(bullet)}${text.slice(bullet)}`;
}

/** Where the look changes from bold to plain inside a line: a separator that is only seen. */
function styleBreaks(marked: MarkedLine): number[] {
  return marked.line.styles
    .filter((run, index, runs) => {
      const before = runs[index - 1];
      return before !== undefined && (before.bold !== run.bold || before.italic !== run.italic);
    })
    .map((run) => run.start)
    .filter((start) => start > 2 && start < marked.line.text.length - 2);
}

/** Ended like a sentence, and mostly in small letters. */
function isSentence(text: string): boolean {
  const words = text.split(/\s+/);
  const small = words.filter((word) => /^\p{Ll}{2}/u.test(word)).length;
  return /[.!]$/.test(text) && words.length >= 3 && small >= words.length / 2;
}

/** Cuts the heading lines of one entry into pieces, leaving out dates, places, kinds of employment and durations. */
export function headerPieces(header: readonly MarkedLine[], catalog: ParseCatalog): HeaderPieces {
  const pieces: Piece[] = [];
  /** Pieces that read as places: two of them, and one may be an employer named after a town. */
  const placed: Piece[] = [];
  let place: string | null = null;
  let told: Piece | null = null;
  header.forEach((marked, row) => {
    const text = dateless(marked).replace(/\(?(?:https?:\/\/|www\.)[^\s)]+\)?/g, (found) =>
      '\t'.repeat(found.length),
    );
    const labelled = entryLabel(marked.line.text);
    if (labelled?.label === 'dates' || labelled?.label === 'aside') return;
    const offset = labelled?.length ?? 0;
    let column = 0;
    const breaks = styleBreaks(marked);
    for (const raw of cut(text.slice(offset), offset, STRONG).flatMap(cutGlued)) {
      for (const styled of cutAtStyles(raw, breaks)) {
        const { text: bare, start } = trim(styled);
        if (
          bare.length < 2 ||
          isSentence(styled.text.trim()) ||
          WEB.test(bare) ||
          EMPLOYMENT.test(bare) ||
          !/\p{L}{2}/u.test(bare)
        )
          continue;
        const style = marked.line.styles.find((run) => run.start <= start + 1 && run.end > start + 1);
        const pieceOf = (piece: string): Piece => ({
          text: piece,
          span: { start: marked.line.start + start, end: marked.line.start + start + piece.length },
          row,
          column,
          title: titleScore(piece),
          organisation: organisationScore(piece),
          bold: style?.bold ?? marked.line.bold,
          italic: style?.italic ?? marked.line.italic,
          label: labelled?.label ?? null,
        });
        if (labelled?.label === 'place' || (labelled?.label !== 'company' && isPlacePiece(bare, catalog))) {
          if (titleScore(bare) < 0.5) {
            place ??= bare;
            placed.push(pieceOf(bare));
            continue;
          }
        }
        const split = splitPlace(bare, catalog);
        place ??= split.place;
        const kept = split.text.replace(
          /\s*\((?:[^)]*\b(?:hours?|time|contract|remote|internship|freelance|temporary|full|part)\b[^)]*)\)$/i,
          '',
        );
        if (kept.length < 2) continue;
        pieces.push(pieceOf(kept));
        // "Clerk, Thornbury": a town, or an employer named after one.
        const after = split.place === null || /,/.test(split.place) ? -1 : bare.lastIndexOf(split.place);
        if (after > kept.length && titleScore(kept) >= 0.85 && header.length <= 2)
          told ??= {
            ...pieceOf(split.place ?? ''),
            span: { start: marked.line.start + start + after, end: marked.line.start + start + bare.length },
            column: column + 1,
          };
        // "Clerk, Nilgiri, Jaipur": two towns in a row, and the second is a place by itself.
        const [name = '', ...rest] = split.place?.split(/,\s*/) ?? [];
        const at = bare.indexOf(name, kept.length);
        if (rest.length > 0 && at > 0 && catalog.resolvePlace(rest.join(', '))?.cityId != null)
          placed.push({
            ...pieceOf(name),
            span: {
              start: marked.line.start + start + at,
              end: marked.line.start + start + at + name.length,
            },
            column: column + 1,
          });
        column += 1;
      }
    }
  });
  const [first, elsewhere] = placed;
  const town = first && first.label === null ? townOf(first, catalog) : null;
  const employed = pieces.some((piece) => piece.title < 0.6);
  if (town && elsewhere && !employed && (town.row !== elsewhere.row || (town.bold && !elsewhere.bold)))
    return { pieces: [...pieces, town], place: elsewhere.text, town: null };
  return { pieces, place, town: employed ? null : (town ?? told) };
}

/** What may be an employer of a town's name: the place, or its first part where the rest names a town by itself. */
function townOf(placed: Piece, catalog: ParseCatalog): Piece | null {
  const [name = '', ...rest] = placed.text.split(/,\s*/);
  if (rest.length === 0) return placed;
  if (catalog.resolvePlace(rest.join(', '))?.cityId == null) return null;
  return { ...placed, text: name, span: { ...placed.span, end: placed.span.start + name.length } };
}

/** "Ward SisterAcme Clinic": a title of two words or more that lost the space before the employer. */
function cutGlued(raw: Cut): Cut[] {
  for (const { index } of raw.text.matchAll(/(?<=\p{Ll}{2}|\sI{1,3})(?=\p{Lu}\p{Ll}{2})/gu)) {
    const left = raw.text.slice(0, index);
    if (!/\S\s+\S/.test(left.trim()) || left.includes(',') || titleScore(left) < 1) continue;
    return [
      { text: left, start: raw.start },
      ...cutGlued({ text: raw.text.slice(index), start: raw.start + index }),
    ];
  }
  return [raw];
}

/** A change of look cuts only where punctuation or a space stands at it, and both halves can stand alone. */
function cutAtStyles(raw: Cut, breaks: readonly number[]): Cut[] {
  const inside = breaks.find((at) => at > raw.start + 2 && at < raw.start + raw.text.length - 2);
  if (inside === undefined) return [raw];
  const left = raw.text.slice(0, inside - raw.start);
  const right = raw.text.slice(inside - raw.start);
  const clean = /[\s,:(–—-]$/u.test(left) || /^[\s,:(–—-]/u.test(right);
  if (!clean || !/\p{L}{2}/u.test(left) || !/\p{L}{2}/u.test(right)) return [raw];
  return [{ text: left, start: raw.start }, ...cutAtStyles({ text: right, start: inside }, breaks)];
}
