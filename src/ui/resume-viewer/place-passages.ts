import type { Span } from '@/domain/resumes/schema';
import type { Passage } from '@/ui/resume-viewer/passages';

/** A passage, or a part of one, where it stands in a page's text layer: letters `span` of an item. */
export interface PlacedPassage extends Passage {
  page: number;
  item: number;
}

/** A text without what readers of a file set differently: spaces, hyphens, ligatures, capitals. */
interface Folded {
  text: string;
  /** For each letter of `text`, the stretch it came from. */
  at: Span[];
  /** Letters of `text` that begin a word. */
  starts: ReadonlySet<number>;
}

const KEPT = /[\p{L}\p{M}\p{N}+#]/u;
/** Letters of context on either side that tell equal passages apart. */
const CONTEXT = 48;
/** What standing between whole words counts for against context, in letters. */
const WHOLE_WORD = 12;
/** A part of a passage shorter than this may stand anywhere, and is not marked by itself. */
const SHORTEST_PART = 6;

function fold(text: string): Folded {
  let folded = '';
  const at: Span[] = [];
  const starts = new Set<number>();
  let between = true;
  let index = 0;
  for (const char of text) {
    const letters = Array.from(char.normalize('NFKC').toLowerCase()).filter((letter) => KEPT.test(letter));
    if (letters.length > 0 && between) starts.add(folded.length);
    between = letters.length === 0;
    for (const letter of letters) {
      folded += letter;
      for (let unit = 0; unit < letter.length; unit += 1) at.push({ start: index, end: index + char.length });
    }
    index += char.length;
  }
  return { text: folded, at, starts };
}

interface Layer extends Folded {
  places: { page: number; item: number; span: Span }[];
}

/** The text layer of all pages as one folded text. */
function layerOf(pages: readonly (readonly string[])[]): Layer {
  let text = '';
  const places: Layer['places'] = [];
  const starts = new Set<number>();
  pages.forEach((items, page) =>
    items.forEach((words, item) => {
      const folded = fold(words);
      for (const start of folded.starts) starts.add(text.length + start);
      text += folded.text;
      places.push(...folded.at.map((span) => ({ page, item, span })));
    }),
  );
  return { text, at: [], starts, places };
}

function alike(one: string, other: string, from: 'start' | 'end'): number {
  const most = Math.min(one.length, other.length, CONTEXT);
  let count = 0;
  while (
    count < most &&
    (from === 'start' ? one[count] === other[count] : one.at(-1 - count) === other.at(-1 - count))
  )
    count += 1;
  return count;
}

/** Where letters `[from, to)` of the reading stand in the layer: of several places the one with the same words around it. */
function find(reading: Folded, from: number, to: number, layer: Layer): number | null {
  const wanted = reading.text.slice(from, to);
  if (wanted === '') return null;
  const before = reading.text.slice(Math.max(0, from - CONTEXT), from);
  const after = reading.text.slice(to, to + CONTEXT);
  let best: { at: number; score: number } | null = null;
  for (let at = layer.text.indexOf(wanted); at >= 0; at = layer.text.indexOf(wanted, at + 1)) {
    const end = at + wanted.length;
    const whole = layer.starts.has(at) && (end === layer.text.length || layer.starts.has(end));
    const score =
      alike(before, layer.text.slice(Math.max(0, at - CONTEXT), at), 'end') +
      alike(after, layer.text.slice(end, end + CONTEXT), 'start') +
      (whole ? WHOLE_WORD : 0);
    if (best === null || score > best.score) best = { at, score };
  }
  return best?.at ?? null;
}

/** A passage that does not stand in one piece, cut into the longest runs of words that do. */
function runsOf(reading: Folded, from: number, to: number, layer: Layer): [from: number, to: number][] {
  const words = [...reading.starts].filter((start) => start >= from && start < to);
  const ends = words.map((_, index) => words[index + 1] ?? to);
  const runs: [number, number][] = [];
  for (let first = 0; first < words.length;) {
    let last = first;
    while (last < words.length && layer.text.includes(reading.text.slice(words[first], ends[last])))
      last += 1;
    const start = words[first] ?? to;
    const end = ends[last - 1] ?? start;
    if (last > first && end - start >= SHORTEST_PART) runs.push([start, end]);
    first = Math.max(last, first + 1);
  }
  return runs;
}

/** Letters `[start, end)` of the layer, item by item. */
function inItems(layer: Layer, start: number, end: number, key: string): PlacedPassage[] {
  const placed: PlacedPassage[] = [];
  for (const { page, item, span } of layer.places.slice(start, end)) {
    const last = placed.at(-1);
    if (last?.page === page && last.item === item) last.span = { start: last.span.start, end: span.end };
    else placed.push({ key, page, item, span });
  }
  return placed;
}

const letters = (folded: Folded, { start, end }: Span): [from: number, to: number] => {
  const from = folded.at.findIndex((at) => at.start >= start);
  if (from < 0) return [0, 0];
  const after = folded.at.findIndex((at) => at.start >= end);
  return [from, after < 0 ? folded.at.length : after];
};

/**
 * Where passages of a résumé's reading stand in its file. `pages` holds the strings of each page's text layer, in their
 * order there; `text` is the reading that the passages' spans point into. Both are compared without spaces, hyphens,
 * ligatures and capitals; what stands in several places is told apart by the words around it, and what cannot be found is left out.
 */
export function placePassages(
  pages: readonly (readonly string[])[],
  text: string,
  passages: readonly Passage[],
): PlacedPassage[] {
  const layer = layerOf(pages);
  const reading = fold(text);
  return passages.flatMap(({ key, span }) => {
    const [from, to] = letters(reading, span);
    const at = find(reading, from, to, layer);
    if (at !== null) return inItems(layer, at, at + (to - from), key);
    return runsOf(reading, from, to, layer).flatMap(([start, end]) => {
      const found = find(reading, start, end, layer);
      return found === null ? [] : inItems(layer, found, found + (end - start), key);
    });
  });
}
