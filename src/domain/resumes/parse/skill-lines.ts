import type { ParsedResume } from '../schema';
import type { ParseCatalog } from './catalog';
import { isProse } from './experience/header-lines';
import { headingKind } from './headings';
import { isLanguageName } from './languages';
import { partedText } from './line';
import { skillCues } from './skill-cues';
import { labelLength, skillItems, type SkillItem } from './skill-items';
import { readLevel, readMonths } from './skill-levels';
import { spanIn, type PlacedLine } from './text';

type Mention = ParsedResume['skills'][number];

const NOT_SKILL =
  /^(?:etc|others?|and|the|more|skills?|tools?|languages?|frameworks?|technologies|databases?|software|hobbies|n\/a|na|nil|none|years?|months?|level|proficient in|learning|familiar|other|misc|expert|master|advanced|intermediate|beginner|basic|native speaker|fluent|native|good|excellent|operating systems?|libraries|platforms?|cloud|methodologies|concepts|key|soft|hard|technical|web|programming|familiar with|over \d.*|last used|rating|proficiency|experience|yrs?|category|description|s\.? ?no\.?|wpm|computers?|core|mother tongues?(?:\(s\))?|other languages?(?:\(s\))?)$/i;
const SENTENCE =
  /^(?:i|we|my|able|ability|experience|experienced|having|have|responsible|who|which|that|to|a|an|possess|worked)\b/i;
const RUNS_ON =
  /(?<![\p{L}-])(?:is|are|was|were|has|have|having|to|for|by|who|that|which|from|as|at|my|i|while|when|using|within|across|under)(?![\p{L}-])/iu;
const HOBBIES = /^\W*(?:hobbies|interests?|languages? known|spoken languages?|strengths? and hobbies)\b/i;
const LABEL_KINDS: ReadonlySet<ReturnType<typeof headingKind>> = new Set([
  'skills',
  'languages',
  'experience',
  'education',
]);
const wordsOf = (text: string) => text.split(/\s+/).length;

const isTitled = (text: string) =>
  text.split(/\s+/).every((word) => /^[\p{Lu}\d&(]|^(?:and|of|in)$/u.test(word));

/** A listed name that the taxonomy lacks is kept when it reads as a name, not as a sentence. */
function isListable(item: Pick<SkillItem, 'text'>): boolean {
  const words = wordsOf(item.text);
  if (words > 6 || item.text.length > 56 || item.text.length < 2) return false;
  if (words > 4 && (RUNS_ON.test(item.text) || (!isTitled(item.text) && isProse(item.text)))) return false;
  if (NOT_SKILL.test(item.text) || SENTENCE.test(item.text) || headingKind(item.text) !== null) return false;
  if (/©|^page\s?\d/i.test(item.text)) return false;
  if (/@|https?:|www\.|(?<!\d)(?:19|20)\d{2}$|[.!?]$/.test(item.text) || isLanguageName(item.text))
    return false;
  return /\p{L}{2}|^[A-Z][+#]*$/u.test(item.text);
}

/** Short names that need no noun after them: "GST", "Node.js", "PySpark". */
const isCoined = (text: string) => /^\S+$/.test(text) && /[\p{Lu}\d+#.].*[\p{Lu}\d+#.]/u.test(text);

function piecesOf(item: SkillItem, separator: RegExp): SkillItem[] {
  let at = 0;
  return item.text.split(separator).map((part) => {
    const offset = item.text.indexOf(part, at);
    at = offset + part.length;
    const start = item.start + offset + (part.length - part.trimStart().length);
    const text = part.trim();
    return { text, start, level: item.level, from: start, to: start + text.length };
  });
}

/** "HTML/CSS", "Java and Python", "GST & TDS" are two skills each, unless the taxonomy knows the whole ("CI/CD"). */
function apart(item: SkillItem, catalog: ParseCatalog): SkillItem[] {
  if (!/[/&]|\s(?:and|or)\s/i.test(item.text) || catalog.normaliseSkill(item.text) !== null) return [item];
  const known = (piece: SkillItem) => catalog.normaliseSkill(piece.text) !== null;
  const cut = (separator: RegExp, splits: (piece: SkillItem) => boolean) => {
    const pieces = piecesOf(item, separator);
    return pieces.length > 1 && pieces.every(splits) ? pieces : null;
  };
  return (
    cut(/\//, (piece) => known(piece) || (/^\p{L}{3}/u.test(piece.text) && wordsOf(piece.text) <= 3)) ??
    cut(/\s+(?:and|or)\s+/i, known) ??
    cut(/\s+&\s+/, (piece) => known(piece) && isCoined(piece.text)) ?? [item]
  );
}

function mention(line: PlacedLine, item: SkillItem, skillId: string | null): Mention {
  const months = readMonths(item.level);
  return {
    skillId,
    surface: item.text,
    source: 'listed',
    job: null,
    level: readLevel(item.level),
    ...(months === undefined ? {} : { months }),
    // A name joined from two cells of a grid lies within the first of them, as far as one span can tell.
    span: { ...spanIn(line, item.from, item.to), end: Math.min(line.start + item.to, line.end) },
  };
}

const stretch = (text: string, start: number, level: string | null): SkillItem => ({
  text,
  start,
  level,
  from: start,
  to: start + text.length,
});

/** Skills of the taxonomy that a stretch of a line names. */
export function namedIn(line: PlacedLine, catalog: ParseCatalog, from = 0, to = line.text.length): Mention[] {
  const text = line.text.slice(from, to);
  const hits = catalog.findSkills(text);
  const cues = skillCues(text, hits);
  return hits.map((hit, at) => {
    const cue = cues[at] ?? null;
    const item = stretch(text.slice(hit.start, hit.end), from + hit.start, cue?.said ?? null);
    return mention(line, cue ? { ...item, from: from + cue.start } : item, hit.skillId);
  });
}

/** "Kafka Spark SQL": names set side by side without a separator. Known names cut the rest; null when few are known. */
function sideBySide(line: PlacedLine, item: SkillItem, catalog: ParseCatalog): Mention[] | null {
  const hits = catalog.findSkills(item.text);
  const covered = hits.reduce((sum, hit) => sum + wordsOf(item.text.slice(hit.start, hit.end)), 0);
  const listed = item.text
    .split(/\s+/)
    .every((word) => /^[\p{Lu}\d(.]/u.test(word) || /^\p{Ll}+\p{Lu}/u.test(word));
  if (hits.length < 2 || !listed || covered < wordsOf(item.text) * 0.5) return null;
  const out: Mention[] = [];
  let from = 0;
  const between = (to: number) => {
    const raw = item.text.slice(from, to);
    const rest = stretch(raw.trim(), item.start + from + raw.indexOf(raw.trim()), null);
    if (rest.text !== '' && isListable(rest))
      out.push(mention(line, rest, catalog.normaliseSkill(rest.text)));
  };
  for (const hit of hits) {
    between(hit.start);
    const known = stretch(item.text.slice(hit.start, hit.end), item.start + hit.start, item.level);
    out.push(mention(line, known, hit.skillId));
    from = hit.end;
  }
  between(item.text.length);
  return out;
}

/** An item of a list, and the known skills inside it where the taxonomy lacks the whole. */
function itemMentions(line: PlacedLine, item: SkillItem, catalog: ParseCatalog): Mention[] {
  const known = catalog.normaliseSkill(item.text);
  if (known !== null) return [mention(line, item, known)];
  const words = wordsOf(item.text);
  const beside = words >= 2 && !/[&()]|\band\b/.test(item.text) ? sideBySide(line, item, catalog) : null;
  if (beside) return beside;
  const inside = words >= 2 ? namedIn(line, catalog, item.start, item.start + item.text.length) : [];
  // "Web development with React": what is told of two skills names neither.
  const told = inside.length > 0 && /\s(?:with|using|via|through)\s/i.test(item.text);
  return isListable(item) && !told ? [mention(line, item, null), ...inside] : inside;
}

/**
 * "Quality Control Instruments : Total Station": two lines of a labelled list that were run together. The known name
 * before the second label and what follows the label are items.
 */
function parted(line: PlacedLine, item: SkillItem, catalog: ParseCatalog): SkillItem[] {
  const colon = /\s*[:：]\s+(?=\p{L})/u.exec(item.text);
  if (!colon) return [item];
  const words = item.text.slice(0, colon.index).split(' ');
  const rest = item.text.slice(colon.index + colon[0].length);
  const after = stretch(rest, item.start + colon.index + colon[0].length, item.level);
  for (let count = words.length - 1; count > 0; count -= 1) {
    const name = words.slice(0, count).join(' ');
    const ends = /^\p{Lu}/u.test(words[count] ?? '') && /^\p{Ll}/u.test(words[count - 1] ?? '');
    if (ends || catalog.normaliseSkill(name) !== null) return [stretch(name, item.start, null), after];
  }
  // "…, DFM/DFA Lab: CNC": of two unknown words after a separator the second is the label.
  const [name = ''] = words;
  if (words.length === 2 && /[,;|]\s*$/.test(line.text.slice(0, item.start)))
    return [stretch(name, item.start, null), after];
  return words.length <= 3 ? [after] : [item];
}

// "Excellent communication" and "basic JavaScript" praise or grade what they name; "Good Clinical Practice" is a name.
const GRADE =
  /^(?:excellent|strong|effective|exceptional|outstanding|superior|great|good|basic|intermediate|expert)\s+(?=\p{L}{2})/iu;

/** The item without the word that grades it, where the taxonomy takes both for the same skill. */
function ungraded(item: SkillItem, catalog: ParseCatalog): SkillItem {
  const grade = GRADE.exec(item.text)?.[0] ?? '';
  if (grade === '') return item;
  const text = item.text.slice(grade.length);
  const rest = catalog.normaliseSkill(text);
  if (rest === null || rest !== catalog.normaliseSkill(item.text)) return item;
  return { ...item, text, start: item.start + grade.length, level: item.level ?? grade.trim() };
}

/** A sentence in a list's place: what it names counts, its other words do not. */
function isTold(line: PlacedLine): boolean {
  const { text } = line;
  const bare = text.replace(/^\W+|^o\s+(?=\p{Lu})/u, '');
  if (text.endsWith('.') && wordsOf(text) >= 3) {
    const first = /^[^,;|]*/.exec(bare)?.[0] ?? '';
    if (first === bare || (wordsOf(first) >= 3 && /\s(?:on|for|to|with|across|by|from)\s/i.test(first)))
      return true;
  }
  const separators = (text.match(/[,;|•·\t]/g)?.length ?? 0) + line.breaks.length;
  return isProse(bare) && separators < wordsOf(text) / 5;
}

/** A label with a measure ("Typing speed: 70 wpm") names the skill itself. */
const MEASURED = /^([\p{L} ]{3,30}?)\s*(?:[:–-]|of)?\s*\d[\d,.]*\s*(?:wpm|cpm|kph|words)\b/iu;

/** A row of more items side by side is none that a page holds. */
const MAX_BREAKS = 40;

/** The line without those wide spaces that stand inside a known name: there the type was only set wide. */
function withoutFalseBreaks(line: PlacedLine, catalog: ParseCatalog): PlacedLine {
  if (line.breaks.length === 0 || line.breaks.length > MAX_BREAKS || /[,;|\t]/.test(line.text)) return line;
  const hits = catalog.findSkills(line.text);
  const pieceBeside = (at: number, step: number) => {
    const others = [0, ...line.breaks, line.text.length];
    const other = others[others.indexOf(at) + step] ?? 0;
    return line.text.slice(Math.min(at, other), Math.max(at, other)).trim();
  };
  const known = (at: number) =>
    [-1, 1].every((step) => catalog.normaliseSkill(pieceBeside(at, step)) !== null);
  const breaks = line.breaks.filter((at) => known(at) || !hits.some((hit) => hit.start < at && at < hit.end));
  return breaks.length === line.breaks.length ? line : { ...line, breaks };
}

/** The skills that one line of a list names, in order; of an unknown item also the known skills inside it. */
export function lineMentions(whole: PlacedLine, catalog: ParseCatalog): Mention[] {
  const line = withoutFalseBreaks(whole, catalog);
  const lead = /^\W*/u.exec(line.text)?.[0].length ?? 0;
  const head = line.text.slice(lead, lead + labelLength(line.text.slice(lead)));
  if (HOBBIES.test(head)) return [];
  if (/^languages?\b/i.test(head) && line.text.split(/[^\p{L}]+/u).some(isLanguageName)) return [];
  if (/:\s*$/.test(line.text)) return [];
  // "Leadership" heads a section elsewhere; in a list it is an item, as "Technical skills" is not.
  const heads = headingKind(line.text);
  if (heads !== null && (LABEL_KINDS.has(heads) || catalog.normaliseSkill(line.text) === null)) return [];
  const measured = MEASURED.exec(line.text.slice(lead))?.[1];
  if (measured !== undefined) {
    const item = { ...stretch(measured, lead, null), to: line.text.length };
    return itemMentions(line, item, catalog);
  }
  if (isTold(line)) {
    const bare = stretch(line.text.slice(lead), lead, null);
    const items = skillItems(line.text)
      .flatMap((item) => apart(ungraded(item, catalog), catalog))
      .map((item) => ungraded(item, catalog));
    const all = items.length > 0 && items.every((item) => catalog.normaliseSkill(item.text) !== null);
    if (all) return items.flatMap((item) => itemMentions(line, item, catalog));
    return sideBySide(line, bare, catalog) ?? namedIn(line, catalog);
  }
  const items = skillItems(partedText(line))
    .flatMap((item) => parted(line, item, catalog))
    .flatMap((item) => apart(ungraded(item, catalog), catalog))
    .map((item) => ungraded(item, catalog));
  const spoken = items.filter((item) => isLanguageName(item.text)).length;
  if (items.length > 1 && spoken >= items.length * 0.6) return [];
  // "Python: Django, Flask": a label that is itself a skill counts, though it is not one of the list.
  const label = head === '' ? null : catalog.normaliseSkill(head.replace(/[\s:：–—-]+$/u, ''));
  const labelled =
    label === null ? [] : [mention(line, stretch(head.replace(/[\s:：–—-]+$/u, ''), lead, null), label)];
  return [...labelled, ...items.flatMap((item) => itemMentions(line, item, catalog))];
}
