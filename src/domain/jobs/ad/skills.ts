import type { Skill } from '@/domain/catalog/schema';
import type { SkillMention } from '@/domain/catalog/skills';
import { MAX_MUST_HAVE_SKILLS, MAX_NICE_TO_HAVE_SKILLS } from '../schema';
import type { AdSpan } from '../schema/ad';
import type { AdLine, AdPart, Found } from './lines';

interface Skills {
  byId: ReadonlyMap<string, Skill>;
  findInText: (text: string) => SkillMention[];
  broader: ReadonlyMap<string, string>;
}
interface Asked {
  skillId: string;
  level: number;
}
interface Seen extends Asked {
  spans: AdSpan[];
  /** How much the ad makes of it. */
  weight: number;
  /** Whether it is only ever called welcome. */
  welcome: boolean;
  /** Whether the ad says in so many words that it takes this. */
  demanded: boolean;
  order: number;
}

/** What a mention counts by where it stands; who asks and what is offered names no skill asked for. */
const BY_PART: Record<AdPart, number> = {
  required: 3,
  duties: 1.5,
  open: 1.5,
  preferred: 1,
  offer: 0,
  about: 0,
};
/** Said of nearly every job: these come after what the work is made of. */
const GENERAL = new Set(['Soft skills', 'Office tools']);
const GENERAL_SHARE = 0.25;
const USUAL_SHARE = 1.5;
/** A skill of the same kind as those usual for the role, by its category. */
const KIND_SHARE = 1.5;
const IN_TITLE_SHARE = 2;
const WELCOME =
  /\b(?:nice(?:[- ]to[- ]have|(?=\s*:))|good[- ]to[- ]have|preferred|preferably|desirable|desired|an? (?:plus|bonus|advantage|asset)|added advantage|ideally|beneficial|would be (?:great|nice|helpful))\b/i;
const MUST = /\b(?:must|mandatory|essential|compulsory|non-negotiable)\b/i;
/** Sentences of running text that speak of whoever asks, or of what they give, whatever part they stand in. */
const OFFERED =
  /\b(?:we offer|you(?:’|')?ll (?:get|receive|enjoy)|benefits|perks|insurance and|health insurance|paid (?:leave|time off|holidays)|equal opportunity|training (?:is |will be )?provided|provident fund|401\(?k)\b/i;
const ABOUT_US =
  /\b(?:(?:we|it) (?:are|is) (?:an?|the|one of)|we (?:have )?raised|our (?:platform|product|software) (?:is|was)|our (?:company|client|mission|vision|values)|(?:company|firm|organi[sz]ation|team|group) that|is an? (?:leading|leader|global|growing)|leader in|founded in|established in)\b/i;
const ASKS =
  /\b(?:look(?:ing)? for|seek(?:ing|s)?|hir(?:e|ing)|need(?:s|ed)?|require[sd]?|must|should|candidate|applicant|you)\b/i;
const speaksOfUs = (sentence: string): boolean =>
  OFFERED.test(sentence) || (ABOUT_US.test(sentence) && !ASKS.test(sentence));
const DEMANDED = /\b(?:must|mandatory|require[sd]?|need(?:s|ed)?|minimum|at least|essential|compulsory)\b/i;
/** Between the skills of a line that is nothing but a list of them. */
const BETWEEN = /^(?:[\s\p{P}\p{S}]|and\b|or\b)*$/iu;

/** Whether a line names two skills or more and says nothing else: "React, TypeScript and GraphQL". */
function isList(text: string, mentions: readonly SkillMention[]): boolean {
  let [rest, at] = ['', 0];
  for (const { start, end } of mentions) {
    rest += `${text.slice(at, Math.max(at, start))} `;
    at = Math.max(at, end);
  }
  return mentions.length > 1 && BETWEEN.test(rest + text.slice(at));
}

/** What is named less than this share of the most telling skill is nice to have. */
const LEAST_OF_BEST = 0.4;
const EXPERT = /\b(?:expert(?:ise)?|mastery|advanced|deep|thorough|lead(?:ing)?|architect)\b/i;
const BASIC =
  /\b(?:basic|familiar(?:ity)?|exposure|awareness|working knowledge|some (?:knowledge|experience)|beginner)\b/i;
const NEAR = 40;

/** The level told before a skill, or in brackets right after it; brackets before it speak of another. */
const levelNear = (before: string, after: string): number => {
  const words = `${before.replace(/\([^()]*\)/g, ' ')} ${/^\s*\([^()]*\)/.exec(after)?.[0] ?? ''}`;
  return EXPERT.test(words) ? 4 : BASIC.test(words) ? 2 : 3;
};

/** Whether a skill at `at` in a sentence is only welcome; what is called a must between its commas is not. */
const isWelcome = (sentence: string, at: number): boolean => {
  const stop = sentence.indexOf(',', at);
  const clause = sentence.slice(sentence.lastIndexOf(',', at) + 1, stop < 0 ? sentence.length : stop);
  return WELCOME.test(clause) || (WELCOME.test(sentence) && !MUST.test(clause));
};

/** The sentence around a mention inside its line; what is "ideally" so is said of what comes behind that word. */
function sentenceAround(text: string, at: number): { sentence: string; from: number } {
  const from = Math.max(text.lastIndexOf('. ', at), text.lastIndexOf(';', at)) + 1;
  const stop = text.slice(at).search(/\.\s|;|\b(?:ideally|preferably)\b/i);
  return { sentence: text.slice(from, stop < 0 ? text.length : at + stop), from };
}

/**
 * The skills that an ad asks for, at most as many as the form takes: by where and how often they are named, those usual for
 * the role and those in its title first. What the ad calls welcome, and what finds no room among the must-haves, is nice to have.
 */
export function findSkills(
  lines: readonly AdLine[],
  skills: Skills,
  title: string,
  usual: ReadonlySet<string>,
): { required: Found<(Asked & { knockOut: boolean })[]> | null; preferred: Found<Asked[]> | null } {
  const seen = new Map<string, Seen>();
  for (const line of lines) {
    const weight = BY_PART[line.part];
    if (weight === 0 || line.heading) continue;
    const mentions = skills.findInText(line.text);
    const listed = isList(line.text, mentions);
    for (const { skillId, start, end } of mentions) {
      // A language to be spoken is an answer of its own.
      if (skills.byId.get(skillId)?.category === 'Languages') continue;
      const { sentence, from } = sentenceAround(line.text, start);
      if (line.part !== 'required' && speaksOfUs(sentence)) continue;
      const welcome = line.part === 'preferred' || isWelcome(sentence, start - from);
      const demanded = !welcome && (listed || line.part === 'required' || DEMANDED.test(sentence));
      const before = line.text.slice(Math.max(0, start - NEAR), start);
      const level = levelNear(before.split(/[;.]\s/).at(-1) ?? before, line.text.slice(end, end + NEAR));
      const span = { start: line.start + start, end: line.start + end };
      const known = seen.get(skillId);
      if (known) {
        known.weight += weight / 2;
        known.welcome &&= welcome;
        known.demanded ||= demanded;
        known.spans.push(span);
      } else
        seen.set(skillId, { skillId, level, spans: [span], weight, welcome, demanded, order: seen.size });
    }
  }
  const inTitle = new Set(skills.findInText(title).map(({ skillId }) => skillId));
  const kinds = new Set([...usual].flatMap((id) => skills.byId.get(id)?.category ?? []));
  const rank = ({ skillId, weight }: Seen): number =>
    weight *
    (GENERAL.has(skills.byId.get(skillId)?.category ?? '') ? GENERAL_SHARE : 1) *
    (usual.has(skillId) ? USUAL_SHARE : 1) *
    (kinds.has(skills.byId.get(skillId)?.category ?? '') ? KIND_SHARE : 1) *
    (inTitle.has(skillId) ? IN_TITLE_SHARE : 1);
  const ranked = [...seen.values()].sort((a, b) => rank(b) - rank(a) || a.order - b.order);
  const general = ({ skillId }: Seen): boolean => GENERAL.has(skills.byId.get(skillId)?.category ?? '');
  const specific = ranked.filter((skill) => !skill.welcome && !general(skill));
  const least = LEAST_OF_BEST * (specific[0] ? rank(specific[0]) : 0);
  const must = specific
    .filter((skill) => skill.demanded || rank(skill) >= least)
    .slice(0, MAX_MUST_HAVE_SKILLS);
  const nice = ranked.filter((skill) => !must.includes(skill)).slice(0, MAX_NICE_TO_HAVE_SKILLS);
  const spansOf = (list: readonly Seen[]): AdSpan[] => list.flatMap(({ spans }) => spans.slice(0, 1));
  return {
    required:
      must.length === 0
        ? null
        : {
            value: must.map(({ skillId, level }) => ({ skillId, level, knockOut: false })),
            spans: spansOf(must),
          },
    preferred:
      nice.length === 0
        ? null
        : { value: nice.map(({ skillId, level }) => ({ skillId, level })), spans: spansOf(nice) },
  };
}
