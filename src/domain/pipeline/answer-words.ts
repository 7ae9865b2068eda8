import type { FlexifitQuestion } from '@/domain/catalog/questions';
import { UNSAID, type FlexifitAnswers } from '@/domain/candidates/schema';
import { rangesFromGrid } from '@/domain/scoring/week-grid';

const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const clock = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

const optionWords = (question: FlexifitQuestion, value: string): string =>
  question.options?.find((option) => option.value === value)?.label ?? value;

/** One answer in a line of words, as the question's own options name it. The least pay is never named. */
export const answerWords = (question: FlexifitQuestion, answers: FlexifitAnswers): string => {
  const value = answers[question.id];
  if (value === undefined) return 'Not asked yet';
  if (value === UNSAID) return 'Prefers not to say';
  const { hours, week, modes, engagements, commitment, other_work: other, setup, languages } = answers;
  switch (question.id) {
    case 'hours':
      return typeof hours === 'object' ? `${hours.min}–${hours.max} h a week` : '';
    case 'week':
      return typeof week === 'object'
        ? `${rangesFromGrid(week.grid)
            .map(({ day, from, to }) => `${DAYS[day] ?? ''} ${clock(from)}–${clock(to)}`)
            .join(', ')} (${week.timeZone})`
        : '';
    case 'modes':
      return typeof modes === 'object'
        ? [
            modes.remote ? 'Remote' : null,
            modes.maxDaysOnSite > 0 ? `up to ${modes.maxDaysOnSite} days at a workplace` : null,
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
      return typeof commitment === 'object'
        ? `${commitment.minMonths} to ${commitment.maxMonths ?? 'any number of'} months`
        : '';
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
    case 'licences':
    case 'restart_help':
      return Array.isArray(value) ? value.map((item) => optionWords(question, String(item))).join(', ') : '';
    case 'flexibility':
    case 'meeting_notice':
    case 'earliest_start':
    case 'focus':
      return optionWords(question, String(value));
  }
};
