import type { ParseCatalog } from '../catalog';
import { organisationScore } from '../organisations';
import { titleScore } from '../titles';
import type { Piece } from './pieces';
import { isPlacePiece } from './../location';

export interface Roles {
  title: Piece | null;
  company: Piece | null;
}

/** What the section's entries have in common: whether the title comes first, and how titles and companies are set. */
export interface Habit {
  /** > 0: titles come before companies. */
  titleFirst: number;
  titleBold: number;
}

const NO_HABIT: Habit = { titleFirst: 0, titleBold: 0 };

interface Pairing extends Roles {
  score: number;
}

const asTitle = (piece: Piece) => piece.title - piece.organisation * (piece.title >= 0.9 ? 0.15 : 0.45);
const asCompany = (piece: Piece) =>
  piece.organisation - piece.title * (piece.organisation >= 0.9 ? 0.35 : 0.8);

/** The nearer to the head of the entry and of its line, the likelier a piece is one of the two. */
const depth = (piece: Piece) => piece.row * 0.12 + piece.column * 0.3;

function order(title: Piece, company: Piece): number {
  return Math.sign(
    company.row - title.row || company.column - title.column || company.span.start - title.span.start,
  );
}

function pairings(pieces: readonly Piece[], habit: Habit): Pairing[] {
  return pieces.flatMap((title) =>
    pieces.flatMap((company): Pairing[] => {
      if (title === company) return [];
      const first = order(title, company);
      const looks = habit.titleBold * ((title.bold ? 0.25 : 0) - (company.bold ? 0.25 : 0));
      const score =
        asTitle(title) * 1.3 +
        asCompany(company) +
        first * habit.titleFirst +
        (title.bold === company.bold ? 0 : looks) -
        depth(title) -
        depth(company);
      return [{ title, company, score }];
    }),
  );
}

function best(pieces: readonly Piece[], habit: Habit): Pairing | null {
  return pairings(pieces, habit).sort((a, b) => b.score - a.score)[0] ?? null;
}

/** Cuts one piece that holds both: "Office manager, The Phone Company", "Acme Ltd, Sales Executive". */
function fromOne(piece: Piece, habit: Habit, catalog: ParseCatalog, needsCompany: boolean): Roles {
  const separators = [
    ...piece.text.matchAll(
      /,\s+|\s+at\s+|\s+for\s+(?=\p{Lu})|\s+with\s+(?=\p{Lu})|\s+in\s+(?=\p{Lu})|\s*:\s+|\s*\(/giu,
    ),
  ];
  let found: (Roles & { score: number }) | null = null;
  for (const match of separators) {
    const left = piece.text.slice(0, match.index).trim();
    const rest = piece.text
      .slice(match.index + match[0].length)
      .replace(/\)$/, '')
      .trim();
    const right =
      rest.split(/,\s+/)[0] === rest || !isPlacePiece(rest.split(/,\s+/).slice(1).join(', '), catalog)
        ? rest
        : (rest.split(/,\s+/)[0] ?? rest);
    if (left.length < 2 || right.length < 2) continue;
    const weak = /^\s*(?:for|with|in|\()\s*$/i.test(match[0]) ? 0.5 : 0;
    const cuts = [
      { title: left, company: right, first: 1 },
      { title: right, company: left, first: -1 },
    ];
    for (const { title, company, first } of cuts) {
      const t = titleScore(title);
      const c = organisationScore(company) - titleScore(company) * 0.6;
      const strongWord = /\bat\b/i.test(match[0]) && first > 0 ? 0.5 : 0;
      const commas = (company.match(/,/g)?.length ?? 0) * 0.2;
      const score = t * 1.3 + c + first * habit.titleFirst + strongWord - weak - commas;
      if (t < 0.4 && c < 0.75) continue;
      if (!needsCompany && c < 0.9) continue;
      if (!found || score > found.score) {
        const make = (text: string): Piece => {
          const at = piece.text.indexOf(text);
          return {
            ...piece,
            text,
            span: { start: piece.span.start + at, end: piece.span.start + at + text.length },
            title: titleScore(text),
            organisation: organisationScore(text),
          };
        };
        found = { title: make(title), company: make(company), score };
      }
    }
  }
  if (found && found.score > 0.9) return { title: found.title, company: found.company };
  return asTitle(piece) >= asCompany(piece) || piece.title >= 0.9
    ? { title: piece, company: null }
    : { title: null, company: piece };
}

/** Learns from all entries together which comes first; one doubtful entry follows the others. */
export function learnHabit(entries: readonly (readonly Piece[])[], catalog: ParseCatalog): Habit {
  let titleFirst = 0;
  let titleBold = 0;
  for (const pieces of entries) {
    const [only, second] = pieces;
    if (only && !second && only.label === null) {
      const { title, company } = fromOne(only, NO_HABIT, catalog, true);
      if (title && company && title.title >= 0.6) titleFirst += 0.6 * order(title, company);
      continue;
    }
    const pairing = best(
      pieces.filter((piece) => piece.label === null),
      NO_HABIT,
    );
    if (!pairing?.title || !pairing.company) continue;
    const all = pairings(pieces, NO_HABIT);
    const other = all
      .filter(
        ({ title, company }) =>
          title &&
          company &&
          pairing.title &&
          pairing.company &&
          order(title, company) !== order(pairing.title, pairing.company),
      )
      .sort((a, b) => b.score - a.score)[0];
    const margin = Math.min(1.2, pairing.score - (other?.score ?? pairing.score - 0.3));
    titleFirst += order(pairing.title, pairing.company) * margin;
    if (pairing.title.bold !== pairing.company.bold) titleBold += pairing.title.bold ? margin : -margin;
  }
  const limit = (value: number) => Math.max(-0.45, Math.min(0.45, value * 0.3));
  return { titleFirst: limit(titleFirst), titleBold: Math.sign(limit(titleBold)) };
}

/**
 * Decides which piece of an entry's heading is the job's title and which the employer. Labels of the file decide at once;
 * else words of trade, words of business, place in the heading, and the habit of the section.
 */
export function assignRoles(
  pieces: readonly Piece[],
  habit: Habit,
  catalog: ParseCatalog,
  needsCompany: boolean,
): Roles {
  const labelled = (label: Piece['label']) => pieces.find((piece) => piece.label === label) ?? null;
  const company = labelled('company');
  const title = labelled('title');
  if (company || title) {
    const rest = pieces.filter((piece) => piece.label === null);
    return {
      title:
        title ?? rest.toSorted((a, b) => asTitle(b) - asTitle(a)).find((piece) => piece.title > 0.3) ?? null,
      company: company ?? rest.toSorted((a, b) => asCompany(b) - asCompany(a))[0] ?? null,
    };
  }
  const [only] = pieces;
  if (!only) return { title: null, company: null };
  if (pieces.length === 1) return fromOne(only, habit, catalog, needsCompany);
  const pairing = best(pieces, habit);
  if (!pairing?.title || !pairing.company) return { title: null, company: null };
  // Two pieces of one title ("Engineer – Payments") without any employer among them.
  if (pairing.title.title >= 0.6 && pairing.company.organisation < 0.3 && pairing.company.title >= 0.6) {
    return fromOne(pairing.title, habit, catalog, needsCompany);
  }
  const whole = pairing.title;
  if (whole.title < 0.4 || pairing.company.organisation < 0.75) {
    // One piece may hold both while the other is only a department or a remark.
    const split = pieces
      .map((piece) => fromOne(piece, habit, catalog, true))
      .find((roles) => roles.title && roles.company);
    const least = whole.title < 0.4 ? 0.8 : 0.9;
    if (split?.title && split.company && split.company.organisation >= least && split.title.title >= 0.9)
      return split;
  }
  return { title: pairing.title, company: pairing.company };
}
