import type { FlexifitQuestion } from '@/domain/catalog/questions';
import { UNSAID, type FlexifitAnswers } from '@/domain/candidates/schema';
import { counted } from '@/domain/scoring/months';
import { dayInWords, rangeInWords } from '@/domain/scoring/names';
import { zoneCity } from '@/domain/scoring/time-zones';
import { weekWords } from '@/domain/scoring/week-words';

const optionWords = (question: FlexifitQuestion, value: string): string =>
  question.options?.find((option) => option.value === value)?.label ?? value;

const termAsked = ({ minMonths, maxMonths }: { minMonths: number; maxMonths: number | null }): string => {
  if (maxMonths === null) return minMonths === 0 ? 'Any length' : `${counted(minMonths, 'month')} or longer`;
  return minMonths === maxMonths
    ? counted(maxMonths, 'month')
    : `${minMonths} to ${counted(maxMonths, 'month')}`;
};

/** One answer in a line of words, as the question's own options name it. The least pay is never named. */
export const answerWords = (question: FlexifitQuestion, answers: FlexifitAnswers): string => {
  const value = answers[question.id];
  if (value === undefined) return 'Not asked yet';
  if (value === UNSAID) return 'Prefers not to say';
  const { hours, week, modes, engagements, commitment, other_work: other, setup, languages } = answers;
  switch (question.id) {
    case 'hours':
      return typeof hours === 'object' ? `${rangeInWords(hours)} h a week` : '';
    case 'week':
      return typeof week === 'object'
        ? `${weekWords(week.grid) || 'No hours'}, ${zoneCity(week.timeZone)} time`
        : '';
    case 'modes':
      return typeof modes === 'object'
        ? [
            modes.remote ? 'Remote' : null,
            modes.maxDaysOnSite > 0 ? `up to ${counted(modes.maxDaysOnSite, 'day')} at a workplace` : null,
            modes.radiusKm === null ? null : `within ${modes.radiusKm} km`,
          ]
            .filter((part) => part !== null)
            .join(', ')
        : '';
    case 'engagements':
      return typeof engagements === 'object'
        ? Object.entries(engagements)
            .filter(([, accepted]) => accepted !== 'no')
            .map(
              ([kind, accepted]) =>
                optionWords(question, kind) + (accepted === 'consider' ? ' (would consider)' : ''),
            )
            .join(', ') || 'None of them'
        : '';
    case 'commitment':
      return typeof commitment === 'object' ? termAsked(commitment) : '';
    case 'least_pay':
      return 'Told; never shown as a number';
    case 'other_work':
      return typeof other === 'object' ? `${other.hoursPerWeek} h a week` : '';
    case 'setup':
      return typeof setup === 'object'
        ? Object.entries(setup)
            .map(([item, has]) => `${optionWords(question, item)}: ${has ? 'yes' : 'no'}`)
            .join(', ')
        : '';
    case 'languages':
      return Array.isArray(languages)
        ? languages.map(({ code, level }) => `${code.toUpperCase()} ${level}`).join(', ')
        : '';
    case 'earliest_start':
      return typeof value === 'string' ? dayInWords(value) : '';
    case 'licences':
    case 'restart_help':
      return Array.isArray(value) ? value.map((item) => optionWords(question, String(item))).join(', ') : '';
    case 'flexibility':
    case 'meeting_notice':
    case 'focus':
      return optionWords(question, String(value));
  }
};
