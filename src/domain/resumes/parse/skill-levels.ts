import type { ParsedResume } from '../schema';

type Level = ParsedResume['skills'][number]['level'];

const LEVELS: readonly (readonly [RegExp, number])[] = [
  [/expert|master|native/i, 4],
  [/advanced|proficient|fluent|strong|excellent|professional|skilled|competent|in-depth|extensive/i, 3],
  [/intermediate|good|working|moderate|hands/i, 3],
  [/basic|familiar|average|elementary|exposure/i, 2],
  [/beginner|novice|learning/i, 1],
];
const YEARS = /(\d+(?:\.\d+)?)\s?\+?\s*(?:years?|yrs?)/i;
const MONTHS = /(\d+)\s?\+?\s*(?:months?|mos?)\b/i;
const FULL = /[●★■◉⬤🟊]/gu;
const EMPTY = /[○☆□◯◌]/gu;

const quarter = (share: number) => Math.max(1, Math.min(4, Math.ceil(share * 4)));

/** Months of use that a list states beside a skill ("5 years", "18 months"); undefined when it states none. */
export function readMonths(text: string | null): number | undefined {
  const years = YEARS.exec(text ?? '')?.[1];
  if (years !== undefined) return Math.round(Number(years) * 12);
  const months = MONTHS.exec(text ?? '')?.[1];
  return months === undefined || Number(months) === 0 ? undefined : Number(months);
}

/** Skill level 1–4 from what a list says of it; null when it says nothing that can be read. */
export function readLevel(text: string | null): Level {
  if (text === null) return null;
  const word = LEVELS.find(([pattern]) => pattern.test(text))?.[1];
  if (word !== undefined) return word;
  const months = readMonths(text);
  if (months !== undefined) return months >= 72 ? 4 : months >= 24 ? 3 : 2;
  const percent = /(\d{1,3})\s?%/.exec(text)?.[1];
  if (percent !== undefined) return quarter(Number(percent) / 100);
  const [, part, whole] = /(\d{1,2})\s?\/\s?(\d{1,2})/.exec(text) ?? [];
  if (part !== undefined && Number(whole) > 0) return quarter(Number(part) / Number(whole));
  const full = text.match(FULL)?.length ?? 0;
  const empty = text.match(EMPTY)?.length ?? 0;
  // A row of full marks alone does not tell how many there could have been, unless it is five.
  if (full > 0 && (empty > 0 || full >= 5)) return quarter(full / (full + empty));
  return null;
}
