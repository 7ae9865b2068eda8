import { bulletLength } from './characters';

/** One item of a list of skills, with its offsets in the line. */
export interface SkillItem {
  text: string;
  start: number;
  /** What the list says of the level, if anything ("Advanced", "5 years"). */
  level: string | null;
}

const LEVEL_WORDS =
  'expert|expertise|advanced|intermediate|beginner|basic|basics|proficient|proficiency|fluent|good|excellent|strong|novice|master|skilled|competent|familiar|familiarity|working knowledge|professional|native|moderate|elementary|average|learning|hands[- ]on';
const LEVEL_TAIL = new RegExp(
  `(?:\\s+[-–—]\\s+|\\s*[:(\\[]\\s*|\\s+)(?:(?:${LEVEL_WORDS})(?:\\s+(?:level|user|knowledge|working))?|\\d+(?:\\.\\d+)?\\+?\\s*(?:years?|yrs?|months?)(?:\\s+(?:of\\s+)?exp(?:erience)?)?|\\d{1,3}\\s?%|\\d{1,2}\\s?/\\s?\\d{1,2}|[★☆●○*]{2,})\\s*[)\\]]?$`,
  'iu',
);
const LEVEL_ALONE = new RegExp(`^(?:${LEVEL_WORDS})(?:\\s+(?:level|user|knowledge))?$`, 'iu');
const LEVEL_HEAD = new RegExp(
  `^(?:${LEVEL_WORDS})\\s+(?:(?:knowledge|skills?|understanding|command|experience|proficiency)\\s+)?(?:in|of|with|on|at|over)\\s+`,
  'iu',
);
const OPENING =
  /^(?:(?:strong|good|basic|sound|working|excellent|in-depth|deep|solid|extensive|hands[- ]on)\s+)?(?:knowledge|experience|expertise|exposure|understanding|familiar|familiarity|experienced|skilled|proficient|proficiency|fluent|well[- ]versed|knowledgeable)\s+(?:of|in|with|on|to|using)\s+/i;
const SEPARATORS = /[,;|\t•·●▪◦►➢✓✔❖⁃]|\s[–—]\s|\s-\s|\s\/\s|\.\s+(?=\p{Lu})/u;

/** "Databases: MySQL, Oracle": the length of a label with its colon; 0 when the line has none. */
export function labelLength(text: string): number {
  const match = /^[\p{L}\d][\p{L}\d &/+().,'’-]{0,48}?\s*[:：]\s*(?=\S)/u.exec(text);
  if (match && !/https?:$/i.test(match[0].trim())) return match[0].length;
  return 0;
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
  const lead = /^[\s:;,.()[\]&*–—-]*(?:and\s+|etc\.?\s*$)?/iu.exec(part.text)?.[0].length ?? 0;
  let text = part.text
    .slice(lead)
    .replace(/(?:\s*[,;:&–—]|\s+and|\s*\betc\.?|(?<![.\w])\.|\.(?=$))*\s*$/iu, '');
  let start = part.start + lead;
  let level: string | null = null;
  const tail = LEVEL_TAIL.exec(text);
  if (tail && tail.index > 0) {
    level = tail[0].replace(/^[\s\-–—:([]+|[\s)\]]+$/gu, '');
    text = text.slice(0, tail.index);
  }
  const head = LEVEL_HEAD.exec(text) ?? OPENING.exec(text);
  if (head) {
    level ??= head[0].trim();
    start += head[0].length;
    text = text.slice(head[0].length);
  }
  text = text.trim();
  return text.length >= 1 && /[\p{L}]/u.test(text) ? { text, start, level } : null;
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

/** The items of one line of a section of skills, without its label. */
export function skillItems(line: string): SkillItem[] {
  const bullet = bulletLength(line);
  const label = labelLength(line.slice(bullet));
  const items: SkillItem[] = [];
  for (const part of split(line.slice(bullet + label), bullet + label).flatMap(openBrackets)) {
    const item = tidy(part);
    const before = items.at(-1);
    // "SQL - Advanced": what stands after the dash is a level, not an item.
    if (item && before && LEVEL_ALONE.test(item.text)) before.level ??= item.text;
    else if (item) items.push(item);
  }
  return items;
}
