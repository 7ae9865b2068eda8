import { needsContext, settles } from './ambiguous';
import type { Skill } from './schema';
import { singular, surfaceWords, tokenise, type Token } from './surface';

/** A skill named in a text, with the words that name it and where they stand (UTF-16 offsets, end exclusive). */
export interface SkillMention {
  skillId: string;
  surface: string;
  start: number;
  end: number;
}

interface Listed {
  skillId: string;
  word: string;
  name: string;
  /** Whether it is a tool of software work, whose names keep each other company. */
  tool: boolean;
}
interface Branch {
  next: Map<string, Branch>;
  listed: Listed | null;
}
interface Candidate extends SkillMention {
  first: number;
  last: number;
  tool: boolean;
  /** Set while the name might be an everyday word. */
  doubt: string | null;
}

const TOOL_CATEGORIES = new Set([
  'Programming languages',
  'Mobile and back-end development',
  'Web and front-end',
  'Databases and data engineering',
  'Cloud and DevOps',
  'Software testing',
]);

const NO_SPLIT = new Set(['in', 'on', 'to', 'out', 'all', 'the', 'and', 'with', 'for', 'key', 'open']);
const LEADS_IN = new Set(
  'using in with via on of ms microsoft google proficient know knows learned built adobe apache'.split(' '),
);

/** "PowerPoint" also reads "Power Point"; "InDesign" must not make a skill of "in design". */
function camelSplit(name: string): string[] | null {
  const parts = /^([A-Z][a-z]{2,})([A-Z][a-z]{2,}|[A-Z]{2,3})$/.exec(name);
  if (!parts?.[1] || !parts[2] || NO_SPLIT.has(parts[1].toLowerCase())) return null;
  return [parts[1].toLowerCase(), parts[2].toLowerCase()];
}

/** Every spelling under which one skill may be written: its name and its aliases. */
export const surfacesOf = (skill: Skill): string[] => [skill.name, ...skill.aliases];

const joins = (gap: string): boolean =>
  gap.length < 6 && /^[ \t\u00a0]*[-–/.&\u2011]?[ \t\u00a0]*$/.test(gap);

/** How two neighbouring words stand: in one name (blank, hyphen, slash, inner dot), over a line's end, or apart. */
function gapOf(text: string, from: Token, to: Token): 'joined' | 'line' | 'apart' {
  const gap = text.slice(from.end, to.start);
  if (gap === ' ' || gap === '') return 'joined';
  if (gap.includes('.')) {
    return gap === '.' || (from.end - from.start === 1 && gap === '. ') ? 'joined' : 'apart';
  }
  if (/[\r\n]/.test(gap)) return /^[ \t]*-?\r?\n[ \t]*$/.test(gap) ? 'line' : 'apart';
  return joins(gap) ? 'joined' : 'apart';
}

const SEPARATOR = /[,;:|•·▪●◦■✓➢*–—/()\t\n\r\u2022\uf0b7]|\s{2,}|\s-\s|^-\s/u;

/** The finder over a vocabulary: `find` takes a text and gives its mentions in order, never overlapping. */
export function buildMentionFinder(skills: readonly Skill[]): (text: string) => SkillMention[] {
  const single = new Map<string, Listed>();
  const root: Branch = { next: new Map(), listed: null };
  const derived: [string, Listed][] = [];

  const plant = (words: readonly string[], listed: Listed): void => {
    let branch = root;
    for (const word of words) {
      const next = branch.next.get(word) ?? { next: new Map<string, Branch>(), listed: null };
      branch.next.set(word, next);
      branch = next;
    }
    branch.listed ??= listed;
  };
  for (const skill of skills) {
    for (const name of surfacesOf(skill)) {
      const words = surfaceWords(name);
      const joined = words.join('');
      const listed = { skillId: skill.id, word: joined, name, tool: TOOL_CATEGORIES.has(skill.category) };
      if (words.length > 1) {
        plant(words, listed);
        if (joined.length > 4) derived.push([joined, listed], [`${joined}s`, listed]);
      } else if (joined !== '') {
        if (!single.has(joined)) single.set(joined, listed);
        if (joined.length > 4 && !joined.endsWith('s')) derived.push([`${joined}s`, listed]);
        const split = camelSplit(name);
        if (split) plant(split, listed);
      }
    }
  }
  // What is written out wins over what is only derived ("Teams" over the plural of a "Team").
  for (const [word, listed] of derived) if (!single.has(word)) single.set(word, listed);

  const alone = (word: string): Listed | undefined => {
    const exact = single.get(word);
    if (exact) return exact;
    const stem = /^(\p{L}{3,})\d{1,2}$/u.exec(word)?.[1];
    return stem === undefined ? undefined : single.get(stem);
  };

  /** The longest name that starts at a token, of one word or several. */
  const longest = (
    text: string,
    tokens: readonly Token[],
    from: number,
    until: number,
  ): { listed: Listed; last: number } | null => {
    const start = tokens[from];
    if (!start) return null;
    const one = alone(start.word);
    let best = one ? { listed: one, last: from } : null;
    const lineEnds: { listed: Listed; last: number }[] = [];
    let branch = root.next.get(singular(start.word)) ?? root.next.get(start.word);
    for (let at = from; branch; at++) {
      if (branch.listed && at > from) best = { listed: branch.listed, last: at };
      const here = tokens[at];
      const there = tokens[at + 1];
      const gap = here && there && at < until ? gapOf(text, here, there) : 'apart';
      if (!there || gap === 'apart') break;
      if (gap === 'line' && best?.last === at) lineEnds.push(best);
      branch = branch.next.get(singular(there.word));
    }
    // Two whole names, one to a line ("Excel", "VBA"), are a list, not one name that was wrapped.
    for (const first of lineEnds) {
      if (!best || first.last >= best.last) continue;
      if (longest(text, tokens, first.last + 1, best.last)?.last === best.last) return first;
    }
    return best;
  };

  const collect = (
    text: string,
    tokens: readonly Token[],
    isHidden: (at: number) => boolean,
  ): Candidate[] => {
    const found: Candidate[] = [];
    for (let first = 0; first < tokens.length; first++) {
      const start = tokens[first];
      const match = start && !isHidden(start.start) ? longest(text, tokens, first, tokens.length) : null;
      const end = match ? tokens[match.last] : undefined;
      if (!match || !start || !end) continue;
      // "github.com" names a site, not a skill.
      if (/^\.\p{Ll}{2,4}(?![\p{L}\p{N}])/u.test(text.slice(end.end, end.end + 6))) continue;
      const surface = text.slice(start.start, end.end);
      const { listed, last } = match;
      const { skillId, tool } = listed;
      const doubt = first === last && needsContext(listed.word, listed.name, surface) ? listed.word : null;
      found.push({ skillId, surface, start: start.start, end: end.end, first, last, tool, doubt });
      first = last;
    }
    return found;
  };

  return (text) => {
    const tokens = tokenise(text);
    const found = collect(text, tokens, hiddenRanges(text));
    return found
      .filter((candidate, at) => candidate.doubt === null || isMeant(text, tokens, found, at))
      .map(({ skillId, surface, start, end }) => ({ skillId, surface, start, end }));
  };
}

/** E-mail and web addresses: what they spell is not a skill of the person. */
function hiddenRanges(text: string): (at: number) => boolean {
  const ranges: [number, number][] = [];
  // Bound to the starts of words and to a host's sizes: a long run of letters must not be tried from each of them.
  const address =
    /(?<!\S)\S+@\S+\.\S+|https?:\/\/\S+|www\.\S+|\b[\w-]{1,63}(?:\.[\w-]{1,63}){0,8}\.[a-z]{2,6}\/\S*/gi;
  for (const found of text.matchAll(address)) ranges.push([found.index, found.index + found[0].length]);
  return (at) => ranges.some(([from, to]) => at >= from && at < to);
}

/** Whether a doubtful name is meant as a skill, from what stands around it. */
function isMeant(text: string, tokens: readonly Token[], found: readonly Candidate[], at: number): boolean {
  const candidate = found[at];
  if (!candidate?.doubt) return true;
  const word = candidate.doubt;
  for (let step = 1; step <= 3; step++) {
    for (const token of [tokens[candidate.first - step], tokens[candidate.last + step]]) {
      if (!token || !settles(word, token.word)) continue;
      // "the notion of slack": in lower case only the very next word settles it.
      if (step > 1 && !isCapital(candidate.surface)) continue;
      const between = text.slice(Math.min(token.end, candidate.end), Math.max(token.start, candidate.start));
      if (!/[.!?;]\s/.test(between)) return true;
    }
  }
  if (isListItem(text, candidate)) {
    const fellow = (other: Candidate | undefined): boolean =>
      other !== undefined &&
      // A lower-case word in a list of capitals is a line run on, not an item.
      (isCapital(candidate.surface) || !isCapital(other.surface)) &&
      (other.doubt === null ||
        (isListItem(text, other) && isCapital(candidate.surface) && isCapital(other.surface))) &&
      inOneList(text, candidate, other);
    if (fellow(found[at - 1]) || fellow(found[at + 1])) return true;
  }
  if (isAmongTools(text, tokens, found, at)) return true;
  return isNamedInSentence(text, tokens, candidate);
}

/** "from PHP to Go with PostgreSQL": a capital inside a sentence that a tool stands within three words of. */
function isAmongTools(
  text: string,
  tokens: readonly Token[],
  found: readonly Candidate[],
  at: number,
): boolean {
  const candidate = found[at];
  const before = candidate && tokens[candidate.first - 1];
  if (!candidate?.tool || !before || !isCapital(candidate.surface)) return false;
  if (/[.!?:•\n]/.test(text.slice(before.end, candidate.start))) return false;
  const after = tokens[candidate.last + 1];
  const capital = (token: Token) => isCapital(text.slice(token.start, token.end));
  // "American Express", "Ruby Hall": part of a longer proper name.
  if (text.slice(before.end, candidate.start) === ' ' && capital(before)) return false;
  if (after && text.slice(candidate.end, after.start) === ' ' && capital(after)) return false;
  return [found[at - 1], found[at + 1]].some((other) => {
    if (!other?.tool || other.doubt !== null) return false;
    const words = Math.max(candidate.first - other.last, other.first - candidate.last) - 1;
    const gap = text.slice(Math.min(other.end, candidate.end), Math.max(other.start, candidate.start));
    return words <= 3 && !/[.!?;:\n]/.test(gap);
  });
}

const isCapital = (surface: string): boolean => /^\p{Lu}/u.test(surface);

/** Whether the name stands by itself between separators (or "and") rather than inside a phrase. */
function isListItem(text: string, { start, end }: SkillMention): boolean {
  const before = text.slice(Math.max(0, start - 4), start);
  const after = text.slice(end, end + 4);
  const opens = start === 0 || /(?:[,;:|•·▪●◦■✓➢*–—/(\t\n\r\uf0b7]|\s{2}|- |&|\band)\s*$/iu.test(before);
  const closes =
    end === text.length || /^\s*(?:[,;|•·▪●◦■–—/)\t\n\r\uf0b7(]|\s{2}|&|and\b|\.(?:\s|$)|$)/iu.test(after);
  return opens && closes;
}

/** Whether two mentions are items of one list: close, with a separator between them and no sentence end. */
function inOneList(text: string, one: SkillMention, other: SkillMention): boolean {
  const gap = text.slice(Math.min(one.end, other.end), Math.max(one.start, other.start));
  if (gap.length > 40 || /[.!?]\s/.test(gap)) return false;
  return SEPARATOR.test(gap) || /^\s*(?:and|&)\s*$/i.test(gap);
}

/** "built it in Go": a capital inside a sentence after a leading-in word, and not the start of a longer proper name. */
function isNamedInSentence(text: string, tokens: readonly Token[], candidate: Candidate): boolean {
  if (!isCapital(candidate.surface)) return false;
  const before = tokens[candidate.first - 1];
  const after = tokens[candidate.last + 1];
  if (!before || !LEADS_IN.has(before.word) || text.slice(before.end, candidate.start) !== ' ') return false;
  if (!after || text.slice(candidate.end, after.start) !== ' ') return true;
  return !/^[\p{Lu}\p{N}]/u.test(text.slice(after.start, after.end));
}
