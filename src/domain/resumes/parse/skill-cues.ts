import type { SkillHit } from './catalog';

const WORDS =
  'expert|expertise|proficient|proficiency|advanced|fluent|skilled|extensive|in-depth|strong|intermediate|working|good|hands[- ]on|basic|familiar|familiarity|beginner';
const CUE = new RegExp(
  `(?:(?<![\\p{L}-])(?:${WORDS})(?:\\s+(?:knowledge|skills?|understanding|command|experience|user|level))?\\s+(?:in|with|of|at|on|over|using)` +
    String.raw`|\d+(?:\.\d+)?\s?\+?\s*(?:years?|yrs?)['’]?(?:\s+of)?(?:\s+(?:[\p{L}-]+\s+)?experience)?\s+(?:in|with|of|on|using))\s+$`,
  'iu',
);
const NEXT_ITEM = /^\s*(?:,|&|\/|,?\s*\band\b)\s*$/i;
const REACH = 64;

/** What a sentence says of the level of a skill it names, and where these words begin. */
export interface SkillCue {
  said: string;
  start: number;
}

/**
 * For each skill found in a running text, the words before it that tell level or years ("expert in", "5 years of"), also
 * over the items of one enumeration ("proficient in SQL, Python and Excel"); null where nothing is said.
 */
export function skillCues(text: string, hits: readonly SkillHit[]): (SkillCue | null)[] {
  let before: SkillCue | null = null;
  let end = 0;
  return hits.map((hit, at) => {
    const enumerated = at > 0 && NEXT_ITEM.test(text.slice(end, hit.start));
    const own = CUE.exec(text.slice(Math.max(0, hit.start - REACH), hit.start));
    end = hit.end;
    if (own) before = { said: own[0].trim(), start: hit.start - own[0].length };
    else if (!enumerated) before = null;
    return before;
  });
}
