import type { Catalog } from '@/domain/catalog/load';
import { checkDraft } from '../draft';
import type { JobDraft } from '../schema';
import { AD_QUESTIONS, MAX_AD_LETTERS, type AdQuestion, type AdReading, type AdSpan } from '../schema/ad';
import { plainAd } from './html';
import { findCoreHours, findHours, findHoursOfTimes } from './hours';
import { adLines, firstOf, spanIn, type AdLine, type Found } from './lines';
import { findPay } from './pay';
import { findWorkMode } from './place';
import { findSkills } from './skills';
import { findDuration, findEngagement, findLanguages, findStart } from './terms';
import { findTitle } from './title';
import { findYears } from './years';

export type AdCatalog = Pick<
  Catalog,
  'roles' | 'occupationOf' | 'skills' | 'geography' | 'industries' | 'employerQuestions'
>;

export interface AdOptions {
  catalog: AdCatalog;
  /** Day `YYYY-MM-DD` that "within 30 days" counts from. */
  today: string;
  /** IANA zone of hours that are told without one and without a town. */
  timeZone: string;
}

const MAX_DESCRIPTION = 20_000;
const MAX_DOMAINS = 3;
const QUOTE = 160;
const INDUSTRY =
  /\b(?:industry|domain|sector)(?:\s+experience)?\s*[:\-–]\s*(.{3,120})|(.{3,60})\s(?:industry|sector|domain)\b/gi;

function findDomains(lines: readonly AdLine[], industries: AdCatalog['industries']): Found<string[]> | null {
  const asked = lines.filter(({ part }) => part !== 'about' && part !== 'offer');
  return firstOf(asked, INDUSTRY, (match) => {
    const named = industries.findInText(match[1] ?? match[2] ?? '').slice(0, MAX_DOMAINS);
    return named.length === 0 ? null : named;
  });
}

/** Below this, a title only hints at a role. */
const SURE_TITLE = 0.6;

/** The closest role: the one that the title names, else the one that the ad's duties and demands are about. */
function findRole(
  title: Found<string> | null,
  lines: readonly AdLine[],
  { roles, occupationOf }: AdCatalog,
): Found<string> | null {
  const named = title === null ? null : roles.resolve(title.value);
  if (title && named && named.confidence >= SURE_TITLE) return { value: named.roleId, spans: title.spans };
  const told = lines.filter(({ part }) => part !== 'about' && part !== 'offer');
  const read = occupationOf(told.map(({ text }) => text).join('\n'));
  if (read)
    return { value: read.roleId, spans: told.slice(0, 1).map((line) => spanIn(line, 0, line.text.length)) };
  return title && named ? { value: named.roleId, spans: title.spans } : null;
}

const PAY_LABEL = /^[\s*•-]*(?:salary|ctc|pay|wages?|compensation|remuneration|stipend|package)\b/i;
/** What stands beside a salary ("+ PF") is given, not asked for. */
const tellsPay = ({ text, start }: AdLine, pay: Found<unknown> | null): boolean =>
  PAY_LABEL.test(text) &&
  pay !== null &&
  pay.spans.some((span) => span.start >= start && span.end <= start + text.length);

/** What the ad itself says for people: all of it, as pasted, as far as the form keeps it. */
function descriptionOf(text: string): Found<string> | null {
  const value = text.trim().slice(0, MAX_DESCRIPTION);
  const start = text.length - text.trimStart().length;
  return value === '' ? null : { value, spans: [{ start, end: start + value.length }] };
}

const quoteOf = (text: string, spans: readonly AdSpan[]): string => {
  const words = spans.map(({ start, end }) => text.slice(start, end).replace(/\s+/g, ' ').trim()).join(', ');
  return words.length > QUOTE ? `${words.slice(0, QUOTE - 1).trimEnd()}…` : words;
};

/**
 * Reads a pasted job ad into answers of the form. Only what the ad says is answered, each answer with the words it came from;
 * the rest is listed as missing. HTML is read by its words. Pure, and throws for no text; past `MAX_AD_LETTERS` nothing is read.
 */
export function readAd(pasted: string, { catalog, today, timeZone }: AdOptions): AdReading {
  const { text, origin } = plainAd(pasted.slice(0, MAX_AD_LETTERS));
  const lines = adLines(text);
  const { roles, skills, geography, industries, employerQuestions } = catalog;
  const title = findTitle(lines, roles);
  const role = findRole(title, lines, catalog);
  const roleId = role?.value ?? null;
  const usual = new Set(roleId === null ? [] : roles.byId.get(roleId)?.usualSkills);
  const home = geography.countryOfZone(timeZone);
  const workMode = findWorkMode(lines, geography, home);
  const city = geography.cityById(workMode?.value.place?.cityId ?? '');
  const zone = city?.timeZone ?? timeZone;
  const hours = findHours(lines) ?? findHoursOfTimes(lines);
  const clocks = findCoreHours(lines, zone);
  // "5 hrs a day, flexible between 9 and 7": a frame for fewer hours is not asked for as a whole.
  const times = clocks && hours && clocks.value.overlapMinutes > hours.value.max * 60 ? null : clocks;
  const pay = findPay(lines, city?.country ?? home);
  const asking = lines.filter((line) => !tellsPay(line, pay));
  const { required, preferred } = findSkills(asking, skills, title?.value ?? '', usual);
  const all: Record<AdQuestion, Found<unknown> | null> = {
    title,
    role,
    description: descriptionOf(text),
    minimum_years: findYears(lines),
    domains: findDomains(lines, industries),
    engagement: findEngagement(lines),
    hours,
    work_mode: workMode,
    duration: findDuration(lines),
    latest_start: findStart(lines, today),
    core_hours: times,
    must_have_skills: required,
    nice_to_have_skills: preferred,
    pay,
    languages: findLanguages(lines, employerQuestions.languages),
  };
  const draft: JobDraft = Object.fromEntries(
    AD_QUESTIONS.flatMap((id) => (all[id] === null ? [] : [[id, all[id].value]])),
  );
  // What the form would refuse is not an answer.
  const { answers } = checkDraft(draft);
  const found = AD_QUESTIONS.flatMap((questionId) => {
    const spans = all[questionId]?.spans ?? [];
    return answers[questionId] === undefined || spans.length === 0
      ? []
      : [{ questionId, spans: spans.map(origin), quote: quoteOf(text, spans) }];
  });
  const told = new Set(found.map(({ questionId }) => questionId));
  return { answers, found, missing: AD_QUESTIONS.filter((id) => !told.has(id)) };
}
