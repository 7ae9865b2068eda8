import { bulletLength } from './characters';

/** One item of a list of skills, with its offsets in the line. */
export interface SkillItem {
  text: string;
  start: number;
  /** What the list says of the level, if anything ("Advanced", "5 years"). */
  level: string | null;
  /** Stretch of the line that names the skill together with what is said of its level. */
  from: number;
  to: number;
}

const LEVEL_WORDS =
  'expert|expertise|advanced|intermediate|beginner|basic|basics|proficient|proficiency|fluent|good|excellent|strong|novice|master|skilled|competent|familiar|familiarity|working knowledge|professional|native|moderate|elementary|average|learning|hands[- ]on';
const TIME = String.raw`\d+(?:\.\d+)?\s?\+?\s*(?:years?|yrs?|months?)(?:\s+(?:of\s+)?exp(?:erience)?\.?)?`;
const MARKS = '[★☆●○■□◉◯◌⬤*]{2,}(?:\\s?[★☆●○■□◉◯◌⬤]+)*';
// After a bare space few words are surely a level: "Machine learning", "React Native", "Project Management Professional".
const BARE_WORDS = 'expert|advanced|intermediate|beginner|basic|novice|proficient';
const LEVEL_TAIL = new RegExp(
  `(?:(?:\\s+[-–—]\\s+|\\s*[:(\\[]\\s*)(?:${LEVEL_WORDS})(?:\\s+(?:level|user|knowledge|working))?(?:\\s*[,/–-]\\s*${TIME})?|\\s+(?:${BARE_WORDS})(?:\\s+(?:level|user))?|(?:\\s+[-–—]\\s+|\\s*[:(\\[]\\s*|\\s+)(?:${TIME}|\\d{1,3}\\s?%|\\d{1,2}\\s?/\\s?(?:5|10)|${MARKS}))\\s*[)\\]]?$`,
  'iu',
);
const LEVEL_ALONE = new RegExp(
  `^(?:(?:${LEVEL_WORDS})(?:\\s+(?:level|user|knowledge))?|${TIME}|${MARKS})$`,
  'iu',
);
const LEVEL_HEAD = new RegExp(
  `^(?:${LEVEL_WORDS})\\s+(?:(?:knowledge|skills?|understanding|command|experience|proficiency)\\s+)?(?:in|of|with|on|at|over)\\s+`,
  'iu',
);
const TIME_HEAD = new RegExp(`^(?:over\\s+)?${TIME}\\s+(?:of|in|with|on|using)\\s+`, 'iu');
const LEVEL_LABEL = new RegExp(
  `^(?:${LEVEL_WORDS})(?:\\s+(?:level|user|knowledge|experience|skills?|working))?(?:\\s+(?:in|of|with))?$`,
  'iu',
);
const OPENING =
  /^(?:(?:strong|good|basic|sound|working|excellent|in-depth|deep|solid|extensive|hands[- ]on)\s+)?(?:knowledge|experience|expertise|exposure|understanding|familiar|familiarity|experienced|skilled|proficient|proficiency|fluent|command|well[- ]versed|knowledgeable|certified)\s+(?:of|in|with|on|to|over|using)\s+/i;
const SEPARATORS = /[,;|\t•·●▪◦►➢✓✔❖⁃]|\s[–—]\s|\s-\s|\s\/\s|\.\s+(?=\p{Lu})/u;
const RATING = /^[●○]{2,}/u;

/** "Databases: MySQL, Oracle": the length of a label with its colon; 0 when the line has none. */
export function labelLength(text: string): number {
  const match = /^[\p{L}\d][\p{L}\d &/+().,'’-]{0,48}?\s*[:：]\s*(?=\S)/u.exec(text);
  if (match && !/https?:$/i.test(match[0].trim())) return match[0].length;
  // "Frameworks ⇥ Django, Flask": in a row of two cells the one without a list labels the other.
  const cell = /^\p{L}[^\t,;|•·]{1,40}\t(?=[^\t]*[,;|•·][^\t]*$)/u.exec(text);
  if (cell) return cell[0].length;
  // "Programming — Python, C++": a dash is a label's only before a list of names, not of levels.
  const dash = /^(\p{L}[\p{L}\d &/+()'’]{1,36}?)\s[–—-]\s+(?=\p{L}[^,;]*[,;]\s*\p{L})/u.exec(text);
  if (!dash) return 0;
  const first = /^[^,;]+/.exec(text.slice(dash[0].length))?.[0].trim() ?? '';
  return LEVEL_ALONE.test(first) || LEVEL_TAIL.test(` ${first}`) ? 0 : dash[0].length;
}

interface Part {
  text: string;
  start: number;
}

/** Cuts at separators outside brackets. */
function split(text: string, offset: number): Part[] {
  const parts: Part[] = [];
  let depth = 0;
  let from = 0;
  for (let index = 0; index < text.length; index += 1) {
    const character = text.charAt(index);
    if (character === '(' || character === '[') depth += 1;
    else if (character === ')' || character === ']') depth = Math.max(0, depth - 1);
    if (depth > 0 && text.indexOf(')', index) >= 0) continue;
    const marks = character === '●' || character === '○' ? RATING.exec(text.slice(index)) : null;
    if (marks) {
      index += marks[0].length - 1;
      continue;
    }
    const match = SEPARATORS.exec(text.slice(index, index + 4));
    if (match?.index !== 0) continue;
    parts.push({ text: text.slice(from, index), start: offset + from });
    index += match[0].length - 1;
    from = index + 1;
  }
  parts.push({ text: text.slice(from), start: offset + from });
  return parts;
}

function tidy(part: Part): SkillItem | null {
  const lead =
    /^[\s:;,.()[\]&*–—-]*(?:(?:and|or|particularly|especially|mainly|including|such as|like|e\.g\.)\s+|etc\.?\s*$)?/iu.exec(
      part.text,
    )?.[0].length ?? 0;
  let text = part.text
    .slice(lead)
    .replace(/(?:\s*[,;:&–—]|\s+and|\s*\betc\.?|(?<![.\w])\.|\.(?=$))*\s*$/iu, '');
  const from = part.start + lead;
  const to = from + text.length;
  let start = from;
  let level: string | null = null;
  const tail = LEVEL_TAIL.exec(text);
  if (tail && tail.index > 0) {
    level = tail[0].replace(/^[\s\-–—:([]+|[\s)\]]+$/gu, '');
    text = text.slice(0, tail.index);
  }
  const head = LEVEL_HEAD.exec(text) ?? TIME_HEAD.exec(text) ?? OPENING.exec(text);
  if (head) {
    level ??= head[0].trim();
    start += head[0].length;
    text = text.slice(head[0].length);
  }
  text = text.trim();
  return text.length >= 1 && /[\p{L}]/u.test(text) ? { text, start, level, from, to } : null;
}

/** What brackets hold: "Microsoft Office (Word, Excel)" is three items, "Python (3 years)" one. */
function openBrackets(part: Part): Part[] {
  const match = /^([^()]*?)\s*\(([^()]+)\)\s*(.*)$/u.exec(part.text);
  if (!match) return [part];
  const [, outer = '', inner = '', rest = ''] = match;
  if (!/[,/;&|]|\band\b/.test(inner) || /^(?:\d|\s*e\.g)/.test(inner)) return [part];
  const at = part.text.indexOf('(') + 1;
  const after = part.text.lastIndexOf(rest);
  return [
    { text: outer, start: part.start },
    ...split(inner.replace(/\band\b/g, ' , '), part.start + at),
    ...(rest.trim() === '' ? [] : openBrackets({ text: rest, start: part.start + after })),
  ];
}

/** What a label says of the level of all that follows it ("Expert: Java, Python"). */
const levelOfLabel = (label: string): string | null => {
  const text = label.replace(/[\s:：–—-]+$/u, '');
  return LEVEL_LABEL.test(text) ? text : null;
};

/** The items of one line of a section of skills, without its label. */
export function skillItems(line: string): SkillItem[] {
  const bullet = bulletLength(line) || (/^(?:o|\d{1,2}[.)])\s+(?=\p{L})/u.exec(line)?.[0].length ?? 0);
  const label = labelLength(line.slice(bullet));
  const items: SkillItem[] = [];
  for (const part of split(line.slice(bullet + label), bullet + label).flatMap(openBrackets)) {
    const item = tidy(part);
    const before = items.at(-1);
    // "SQL - Advanced": what stands after the dash is a level, not an item.
    const said = part.text.trim();
    if (before && LEVEL_ALONE.test(said)) {
      before.level ??= said;
      before.to = part.start + part.text.trimEnd().length;
    } else if (item) items.push(item);
  }
  const level = levelOfLabel(line.slice(bullet, bullet + label));
  return level === null ? items : items.map((item) => ({ ...item, level: item.level ?? level }));
}
