import { rangesFromGrid, gridMinutes } from '@/domain/scoring/week-grid';
import type { DurationDraft } from '@/ui/questions/duration';
import type { HoursDraft } from '@/ui/questions/hours-range';
import type { LanguageDraft } from '@/ui/questions/language-picker';
import { amountWords, currencyOf } from '@/ui/questions/money';
import type { PayDraft } from '@/ui/questions/pay-input';
import { partOf, unitOf, type AnyQuestion, type JobQuestionMeta } from '@/ui/questions/question-meta';
import type { ScreeningDraft } from '@/ui/questions/screening-editor';
import type { SkillDraft } from '@/ui/questions/skill-picker';
import type { QuestionSources } from '@/ui/questions/sources';
import type { WeekDraft } from '@/ui/questions/week-question';
import type { WeightsDraft } from '@/ui/questions/weights-question';
import type { WorkModeDraft } from '@/ui/questions/work-mode';
import { counted, hoursWords } from '@/ui/score-words';
import { weekWords } from '@/domain/scoring/week-words';
import { zoneCity } from '@/domain/scoring/time-zones';

type Vocabularies = Pick<
  QuestionSources,
  'roles' | 'industries' | 'languages' | 'currencies' | 'skillNames' | 'weights'
>;

const DAY = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});

const optionLabel = (options: AnyQuestion['options'], value: unknown): string =>
  options?.find((option) => option.value === value)?.label ?? String(value);

const range = (min: number | undefined, max: number | undefined): string =>
  min === max || max === undefined ? `${min ?? ''}` : `${min ?? '?'}–${max}`;

const sentence = (text: string, most = 90): string =>
  text.length <= most ? text : `${text.slice(0, most).trimEnd()}…`;

function modeWords(question: AnyQuestion, { mode, daysOnSite, place, radiusKm }: WorkModeDraft): string {
  const how = optionLabel(partOf(question, 'mode').options, mode);
  const days = mode === 'hybrid' && daysOnSite ? `, ${counted(daysOnSite, 'day')} a week` : '';
  const where = place ? ` in ${place.name}` : '';
  return `${how}${days}${where}${place && radiusKm ? `, within ${radiusKm} km` : ''}`;
}

function payWords(question: AnyQuestion, pay: PayDraft, { currencies }: Vocabularies): string {
  const currency = currencyOf(currencies, pay.currency ?? 'INR');
  const [min, max] = [pay.minMinor, pay.maxMinor];
  if (min === undefined && max === undefined) return '';
  const amounts = [min, max].filter((minor) => minor !== undefined);
  const shown = [...new Set(amounts)].map((minor) => amountWords(minor, currency)).join('–');
  const per = optionLabel(partOf(question, 'per').options, pay.per ?? 'hour').toLowerCase();
  return `${shown} per ${per}${pay.published === false ? ', not shown on the ad' : ''}`;
}

function weekQuestionWords({ grid, timeZone, overlapMinutes }: WeekDraft): string {
  if (!grid || rangesFromGrid(grid).length === 0) return '';
  const minutes = gridMinutes(grid);
  const part =
    overlapMinutes !== undefined && overlapMinutes < minutes ? `${hoursWords(overlapMinutes)} of ` : '';
  return `${weekWords(grid)}${timeZone ? ` in ${zoneCity(timeZone)}` : ''}, ${part}${hoursWords(minutes)} h`;
}

function weightsWords({ set, changes }: WeightsDraft, { weights }: Vocabularies): string {
  const chosen = weights?.sets.find(({ hash }) => hash === set);
  const named = (changes ?? []).map(({ factor, percent }) => {
    const label = weights?.factors.find((known) => known.factor === factor)?.label ?? factor;
    return `${label} ${percent > 0 ? '+' : '−'}${Math.abs(percent)} %`;
  });
  return [...(chosen ? [chosen.id] : []), ...named].join(', ');
}

/**
 * A draft's answer in one line for a folded question; '' when it is open. Reads unfinished answers too, and never
 * throws for one that was typed halfway.
 */
export function answerWords(question: JobQuestionMeta, value: unknown, words: Vocabularies): string {
  if (value === undefined || value === null || value === '') return '';
  const list = <Item>(): Item[] => (Array.isArray(value) ? (value as Item[]) : []);
  const skill = (id: string): string => words.skillNames.get(id) ?? id;
  switch (question.kind) {
    case 'text':
    case 'long_text':
      return sentence(String(value).replace(/\s+/g, ' '));
    case 'number':
      return [value, unitOf(question.unit, value)].filter(Boolean).join(' ');
    case 'date': {
      const day = new Date(`${String(value)}T00:00:00Z`);
      return Number.isNaN(day.getTime()) ? String(value) : DAY.format(day);
    }
    case 'role':
      return words.roles.find(({ id }) => id === value)?.title ?? '';
    case 'choice':
      return optionLabel(question.options, value);
    case 'choices':
      return list<string>()
        .map((item) => optionLabel(question.options, item))
        .join(', ');
    case 'industries':
      return list<string>()
        .map((item) => words.industries.find(({ id }) => id === item)?.name ?? item)
        .join(', ');
    case 'hours_range': {
      const { min, max } = value as HoursDraft;
      return min === undefined && max === undefined ? '' : `${range(min, max)} ${question.unit ?? 'h'}`;
    }
    case 'week_grid':
      return weekQuestionWords(value);
    case 'work_mode':
      return modeWords(question, value);
    case 'duration': {
      const { months, extensionLikely } = value as DurationDraft;
      if (months === null) return 'No end date';
      return months === undefined
        ? ''
        : `${counted(months, 'month')}${extensionLikely ? ' and likely longer' : ''}`;
    }
    case 'pay':
      return payWords(question, value, words);
    case 'skills':
      return list<SkillDraft>()
        .map(({ skillId, level, knockOut }) => `${skill(skillId)} ${level}${knockOut ? ' (knock-out)' : ''}`)
        .join(', ');
    case 'languages':
      return list<LanguageDraft>()
        .map(
          ({ code, level }) =>
            `${words.languages.find((known) => known.code === code)?.name ?? code} ${level}`,
        )
        .join(', ');
    case 'licences':
      return list<string>().join(', ');
    case 'weights':
      return weightsWords(value, words);
    case 'screening':
      return list<ScreeningDraft>().length === 0 ? '' : counted(list<ScreeningDraft>().length, 'question');
  }
}
