import type { CompiledJob } from './compile';
import { skillEvidence, workEvidence } from './evidence';
import { addCareer, relevantMonths } from './factors/experience';
import { comparablePay } from './factors/pay';
import { daysAsked, distanceKm, placeCounts, reach } from './factors/work-mode';
import { LATE_DAYS } from './factors/terms';
import { ONE } from './fixed-point';
import { counted, dayNumber, monthsInWords } from './months';
import { cellsInHours, ENGAGEMENT_NAMES, NOTICE_NAMES, rangeInWords, SETUP_NAMES, type Names } from './names';
import { fixedOverlap, wideOverlap } from './overlap';
import type { Person } from './person';
import type { Factor, FactorResult } from './schema';
import { OPEN_TERM_MONTHS } from './term';

type Phrase = (compiled: CompiledJob, person: Person, names: Names, result: FactorResult) => string;

const NO_RESUME = 'No résumé read yet';
/** Likeness from which a title is called near. */
const NEAR = 6_000;
const FAR = 3_000;

const first = (...phrases: (string | null | false | undefined)[]): string =>
  phrases.find((phrase) => typeof phrase === 'string') ?? 'All fit';

const requiredSkills: Phrase = ({ required }, person) => {
  if (!required || person.skills === null) return NO_RESUME;
  const shown = skillEvidence(required, person);
  const reached = shown.filter(
    ({ level, levelAsked, match }) => level !== null && level >= levelAsked && match !== 'related',
  );
  const untold = shown.filter(
    ({ skill, level, levelAsked }) => skill !== null && level === null && levelAsked > 1,
  );
  const found = `${reached.length} of ${shown.length} at the level asked`;
  return untold.length > 0 ? `${found}, ${untold.length} of unknown level` : found;
};

const preferredSkills: Phrase = ({ preferred }, person, names) => {
  if (!preferred || person.skills === null) return NO_RESUME;
  const shown = skillEvidence(preferred, person);
  const held = shown.filter(({ skill }) => skill !== null).map(({ skillId, match }) => ({ skillId, match }));
  if (held.length === 0) return `None of ${shown.length} shown`;
  return held
    .map(({ skillId, match }) =>
      match === 'related' ? `near ${names.skill(skillId)}` : names.skill(skillId),
    )
    .join(', ');
};

const role: Phrase = (compiled, person, _, { expected, unknown }) => {
  if (!person.career) return NO_RESUME;
  const best = workEvidence(compiled, 'role_similarity', person)[0];
  const entry = best === undefined ? undefined : person.career.entries[best];
  const likeness = (entry && compiled.roles?.likeness(entry)) ?? 0;
  if (likeness < FAR) return unknown.length > 0 ? 'Roles not named' : 'No near title';
  const near = likeness === ONE ? 'Same role' : likeness >= NEAR ? 'Near title' : 'Related title';
  return expected < likeness ? `${near}, some time ago` : near;
};

const experience: Phrase = ({ roles, job }, { career }) => {
  if (!career || !roles) return NO_RESUME;
  const relevant = relevantMonths();
  addCareer(relevant, career, roles);
  const [least, most] = [relevant.least(), relevant.most()];
  const asked = `${monthsInWords(Math.round((job.minimumYears ?? 0) * 12))} asked`;
  const found = monthsInWords(Math.floor(least / ONE));
  return most > least ? `At least ${found}, ${asked}` : `${found}, ${asked}`;
};

const domain: Phrase = (compiled, person, names, { expected, unknown }) => {
  const { career } = person;
  if (!career) return NO_RESUME;
  const best = workEvidence(compiled, 'domain', person)[0];
  const id =
    best === undefined
      ? undefined
      : career.entries[best]?.domains.find((d) => compiled.job.domains.includes(d));
  if (id === undefined) return unknown.length > 0 ? 'Industry not recognised' : 'Other industries';
  const name = names.domain?.(id) ?? id;
  return expected < ONE ? `${name}, some time ago` : name;
};

const hours: Phrase = ({ job }, { facts }) => {
  if (!facts.hours || !job.hours) return 'Hours not told';
  const told = `${rangeInWords(facts.hours)} h, asked ${rangeInWords(job.hours)}`;
  if (!facts.otherWork) return `${told}; other work not told`;
  const { hoursPerWeek, alreadyExcluded } = facts.otherWork;
  return hoursPerWeek > 0 && !alreadyExcluded ? `${told}, less ${hoursPerWeek} of other work` : told;
};

const overlap: Phrase = ({ core }, { week }) => {
  const needs = week && core?.inZone(week.timeZone);
  if (!week || !needs || !core) return 'Week not told';
  const least = Math.min(...needs.map(({ need }) => fixedOverlap(need, week)));
  const most = Math.min(...needs.map(({ need }) => wideOverlap(need, week)));
  const shown = (cells: number): string => cellsInHours(Math.min(cells, core.needed));
  const of = `of ${cellsInHours(core.needed)} core hours`;
  return week.flexibilityUnknown && shown(least) !== shown(most)
    ? `${shown(least)} to ${shown(most)} ${of}`
    : `${shown(most)} ${of}`;
};

const workMode: Phrase = ({ job: { workMode: asked } }, { facts: { modes, place } }) => {
  if (!asked) return 'Work mode not told';
  const distance = placeCounts(asked) && asked.place && place ? distanceKm(asked.place, place) : null;
  const limit = reach(asked, modes);
  const tooFar = distance !== null && distance > limit && `${distance} km away, within ${limit} km asked`;
  // Whoever lives too far away scores 0 whatever they would tell.
  if (!modes) return tooFar || 'Work mode not told';
  if (asked.mode === 'remote') return modes.remote ? 'Remote, both' : 'Remote asked, not wanted';
  const days = daysAsked(asked);
  if (modes.maxDaysOnSite < days)
    return `${counted(days, 'day')} on site asked, ${modes.maxDaysOnSite} offered`;
  const mode = asked.mode === 'onsite' ? 'On site, both' : 'Hybrid, both';
  if (!asked.place) return mode;
  if (distance === null) return limit === Infinity ? mode : `${mode}; place not told`;
  return tooFar || `${mode}, ${distance} km away`;
};

const terms: Phrase = ({ job }, { facts }) => {
  const { engagements, duration, latestStart } = job;
  const { commitment, earliestStart } = facts;
  const wanted = engagements.map((engagement) => facts.engagements?.[engagement]);
  const months = duration?.months ?? OPEN_TERM_MONTHS;
  const late = latestStart && earliestStart ? dayNumber(earliestStart) - dayNumber(latestStart) : 0;
  return first(
    facts.engagements &&
      engagements.length > 0 &&
      wanted.every((answer) => answer === 'no') &&
      'Another kind of work',
    late > 0 &&
      (late >= LATE_DAYS ? `Starts ${LATE_DAYS} days late or more` : `Starts ${counted(late, 'day')} late`),
    duration && commitment?.maxMonths != null && commitment.maxMonths < months
      ? `${commitment.maxMonths} of ${counted(months, 'month')}`
      : null,
    duration?.months != null &&
      !duration.extensionLikely &&
      commitment &&
      commitment.minMonths > duration.months
      ? `Wants ${counted(commitment.minMonths, 'month')} at least, ${duration.months} offered`
      : null,
    engagements.length > 0 && !facts.engagements && 'Kinds of work not told',
    duration && !commitment && 'Term not told',
    latestStart !== null && earliestStart === null && 'Start not told',
    facts.engagements && engagements.length > 0 && !wanted.includes('yes')
      ? `Would consider ${ENGAGEMENT_NAMES[engagements[wanted.indexOf('consider')] ?? 'part_time'].toLowerCase()}`
      : null,
    latestStart !== null && 'On time, whole term',
  );
};

const pay: Phrase = ({ job }, { facts: { leastPay } }) => {
  if (!leastPay || !job.pay) return 'Least pay not told';
  const amounts = comparablePay(job.pay, leastPay, job.hours);
  if (!amounts)
    return leastPay.currency === job.pay.currency
      ? 'Least pay told per other unit'
      : 'Least pay in another currency';
  if (amounts.least <= amounts.most) return 'Pay fits';
  if (4 * amounts.least >= 5 * amounts.most) return 'Least pay 25 % or more above';
  return `Least pay ${Math.ceil((100 * (amounts.least - amounts.most)) / amounts.most)} % above`;
};

const screening: Phrase = ({ job }, { facts }) => {
  const missing = job.setup.filter((item) => facts.setup[item] === false);
  const wrong = job.screening.filter(
    ({ id, wanted }) => facts.screening[id] !== undefined && facts.screening[id] !== wanted,
  );
  const silent = job.screening.filter(({ id }) => facts.screening[id] === undefined);
  const notice = job.meetingNotice === 'no' ? null : job.meetingNotice;
  return first(
    wrong.length > 0 && `${wrong.length} of ${counted(job.screening.length, 'question')} answered otherwise`,
    missing[0] && `${SETUP_NAMES[missing[0]]}: no`,
    notice && facts.meetingNotice === 'no' && 'No meetings outside their hours',
    notice &&
      facts.meetingNotice &&
      facts.meetingNotice !== notice &&
      `Meetings told ${NOTICE_NAMES[facts.meetingNotice]}`,
    job.focus &&
      facts.focus &&
      facts.focus !== 'both' &&
      facts.focus !== job.focus &&
      `Prefers ${facts.focus}`,
    silent.length > 0 && `${silent.length} of ${counted(job.screening.length, 'question')} not answered`,
    job.setup.some((item) => facts.setup[item] === undefined) && 'Set-up not told',
    notice && !facts.meetingNotice && 'Meeting notice not told',
    job.focus && !facts.focus && 'Focus not told',
  );
};

const language: Phrase = ({ job }, { facts: { languages: spoken } }, names) => {
  if (!spoken) return 'Languages not told';
  return job.languages
    .map(({ code, level: asked }) => {
      const name = names.language?.(code) ?? code;
      const levels = spoken.filter((held) => held.code === code).map(({ level }) => level);
      if (levels.length === 0) return `No ${name}`;
      const best = levels
        .filter((level) => level !== null)
        .sort()
        .at(-1);
      if (best !== undefined) return `${name} ${best}, ${asked} asked`;
      return asked === 'A1' ? `${name} spoken` : `${name} level not told`;
    })
    .join('; ');
};

const nothing: Phrase = () => 'Never counts';

const PHRASES: Record<Factor, Phrase> = {
  required_skills: requiredSkills,
  preferred_skills: preferredSkills,
  role_similarity: role,
  relevant_experience: experience,
  domain,
  hours,
  schedule_overlap: overlap,
  work_mode_location: workMode,
  duration_start: terms,
  compensation: pay,
  screening_answers: screening,
  language,
  education: nothing,
  login_recency: nothing,
  career_gap: nothing,
};

/** One short plain phrase on a factor's value. Never names an amount of pay that a person would take. */
export function phraseOf(compiled: CompiledJob, person: Person, names: Names, result: FactorResult): string {
  return PHRASES[result.factor](compiled, person, names, result);
}
