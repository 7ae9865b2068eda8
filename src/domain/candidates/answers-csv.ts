import { gridFromRanges, type DayRange } from '@/domain/scoring/week-grid';
import { csvOf, tableFromCsv, type TableRow } from './csv-table';
import {
  flexifitAnswersShape,
  UNSAID,
  type FlexifitAnswers,
  type FlexifitQuestionId,
  type RowIssue,
} from './schema';

/** The columns of an answers file, each with an example; `email` says whose answers they are. */
export const ANSWER_COLUMNS = {
  email: 'meera@example.com',
  hours_min: '15',
  hours_max: '24',
  time_zone: 'Asia/Kolkata',
  week: 'Mon-Thu 09:00-13:00; Sat 10:00-12:00',
  flexibility: 'within_1h',
  remote: 'yes',
  max_days_on_site: '1',
  radius_km: '15',
  engagements: 'part_time:yes|project:consider|retainer:no',
  commitment_min_months: '3',
  commitment_max_months: '12',
  earliest_start: '2026-12-01',
  least_pay: '600',
  pay_currency: 'INR',
  pay_per: 'hour',
  other_work_hours: '0',
  other_work_excluded: 'yes',
  meeting_notice: 'one_day',
  internet: 'yes',
  quiet_room: 'yes',
  power_backup: 'no',
  focus: 'execution',
  languages: 'en:C1|hi:C2',
  licences: 'CA',
} as const;
type Column = keyof typeof ANSWER_COLUMNS;
type Row = Partial<Record<Column, string>>;

export interface AnswersRow {
  /** Line of the file, the header being 1. */
  line: number;
  email: string;
  answers: FlexifitAnswers;
}

const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const WEEK_PART =
  /^([a-z]{3})[a-z]*(?:\s*-\s*([a-z]{3})[a-z]*)?\s+(\d{1,2}):(\d{2})\s*-\s*(\d{1,2}):(\d{2})$/;

/** "Mon-Thu 09:00-13:00; Sat 10:00-12:00" as ranges, or null when a part does not read so. */
const weekRanges = (text: string): DayRange[] | null => {
  const ranges: DayRange[] = [];
  for (const part of text.toLowerCase().split(';')) {
    const match = WEEK_PART.exec(part.trim());
    const first = DAYS.indexOf(match?.[1] ?? '');
    const last = match?.[2] === undefined ? first : DAYS.indexOf(match[2]);
    if (match === null || first < 0 || last < first) return null;
    const from = Number(match[3]) * 60 + Number(match[4]);
    const to = Number(match[5]) * 60 + Number(match[6]);
    if (from > 1440 || to > 1440 || from % 15 !== 0 || to % 15 !== 0) return null;
    for (let day = first; day <= last; day += 1) ranges.push({ day, from, to });
  }
  return ranges;
};

/** A decimal point or comma; three digits after a comma may be thousands, and are not guessed at. */
const NUMBER = /^\d+(\.\d+|,\d{1,2})?$/;
const number = (text: string | undefined): number | undefined =>
  text === undefined ? undefined : NUMBER.test(text) ? Number(text.replace(',', '.')) : Number.NaN;
const yes = (text: string | undefined): boolean | undefined =>
  text === undefined ? undefined : ({ yes: true, no: false } as Record<string, boolean>)[text.toLowerCase()];
const pairs = (text: string): [string, string][] =>
  text.split('|').map((part) => {
    const [key = '', value = ''] = part.split(':');
    return [key.trim(), value.trim()];
  });
const minorUnits = (amount: number, currency: string): number => {
  const { maximumFractionDigits = 2 } = new Intl.NumberFormat('en', {
    style: 'currency',
    currency,
  }).resolvedOptions();
  return Math.round(amount * 10 ** maximumFractionDigits);
};

interface Reader {
  question: FlexifitQuestionId;
  columns: readonly Column[];
  read: (row: Row) => unknown;
}

/** How each question is read from its columns; the question's own schema then decides whether it holds. */
const READERS: readonly Reader[] = [
  {
    question: 'hours',
    columns: ['hours_min', 'hours_max'],
    read: (row) => ({
      min: number(row.hours_min ?? row.hours_max),
      max: number(row.hours_max ?? row.hours_min),
    }),
  },
  {
    question: 'week',
    columns: ['week', 'time_zone'],
    read: (row) => {
      const ranges = weekRanges(row.week ?? '');
      return { grid: ranges === null ? '' : gridFromRanges(ranges), timeZone: row.time_zone };
    },
  },
  { question: 'flexibility', columns: ['flexibility'], read: (row) => row.flexibility },
  {
    question: 'modes',
    columns: ['remote', 'max_days_on_site', 'radius_km'],
    read: (row) => ({
      remote: yes(row.remote) ?? false,
      maxDaysOnSite: number(row.max_days_on_site) ?? 0,
      radiusKm: number(row.radius_km) ?? null,
    }),
  },
  {
    question: 'engagements',
    columns: ['engagements'],
    read: (row) => ({
      part_time: 'no',
      full_time_flexible: 'no',
      project: 'no',
      retainer: 'no',
      ...Object.fromEntries(pairs(row.engagements ?? '')),
    }),
  },
  {
    question: 'commitment',
    columns: ['commitment_min_months', 'commitment_max_months'],
    read: (row) => ({
      minMonths: number(row.commitment_min_months) ?? 0,
      maxMonths: number(row.commitment_max_months) ?? null,
    }),
  },
  { question: 'earliest_start', columns: ['earliest_start'], read: (row) => row.earliest_start },
  {
    question: 'least_pay',
    columns: ['least_pay', 'pay_currency', 'pay_per'],
    read: (row) => {
      const currency = (row.pay_currency ?? '').toUpperCase();
      if (!/^[A-Z]{3}$/.test(currency)) return { currency };
      return {
        amountMinor: minorUnits(number(row.least_pay) ?? Number.NaN, currency),
        currency,
        per: row.pay_per,
      };
    },
  },
  {
    question: 'other_work',
    columns: ['other_work_hours', 'other_work_excluded'],
    read: (row) => ({
      hoursPerWeek: number(row.other_work_hours),
      alreadyExcluded: yes(row.other_work_excluded) ?? false,
    }),
  },
  { question: 'meeting_notice', columns: ['meeting_notice'], read: (row) => row.meeting_notice },
  {
    question: 'setup',
    columns: ['internet', 'quiet_room', 'power_backup'],
    read: (row) => ({
      internet: yes(row.internet) ?? false,
      quiet_room: yes(row.quiet_room) ?? false,
      power_backup: yes(row.power_backup) ?? false,
    }),
  },
  { question: 'focus', columns: ['focus'], read: (row) => row.focus },
  {
    question: 'languages',
    columns: ['languages'],
    read: (row) => pairs(row.languages ?? '').map(([code, level]) => ({ code, level: level.toUpperCase() })),
  },
  {
    question: 'licences',
    columns: ['licences'],
    read: (row) => (row.licences ?? '').split('|').map((licence) => licence.trim()),
  },
];

const WHAT_FITS: Partial<Record<FlexifitQuestionId, string>> = {
  week: 'Write days and times in quarter hours, such as "Mon-Thu 09:00-13:00; Sat 10:00-12:00", and a time zone.',
  engagements: 'Write each as "part_time:yes", with | between them; yes, consider or no.',
  languages: 'Write each as "en:C1", with | between them.',
  least_pay: 'Write a number, a currency such as INR, and hour, month or project.',
};

/** The answers that a row's cells hold; one that does not fit its question is an issue at its first column. */
export const readAnswers = ({ line, cells }: TableRow): { answers: FlexifitAnswers; issues: RowIssue[] } => {
  const row: Row = cells;
  const answers: Record<string, unknown> = {};
  const issues: RowIssue[] = [];
  for (const { question, columns, read } of READERS) {
    const [first] = columns;
    if (first === undefined || columns.every((column) => row[column] === undefined)) continue;
    const value = row[first]?.toLowerCase() === UNSAID ? UNSAID : read(row);
    const result = flexifitAnswersShape[question].safeParse(value);
    if (result.success) answers[question] = result.data;
    else {
      const message = WHAT_FITS[question] ?? 'This answer does not fit the question.';
      issues.push({ line, column: first, message });
    }
  }
  return { answers, issues };
};

/**
 * Reads a CSV of questionnaire answers: one row a person, found by e-mail. An empty cell leaves a question as it is;
 * `unsaid` in a question's first column means "prefer not to say". A row with an issue gives no answers, the others do;
 * a column that no question has is an issue of line 1. A file that is no table at all is `unreadable`, in words.
 */
export const answersFromCsv = (
  text: string,
): { rows: AnswersRow[]; issues: RowIssue[]; unreadable: string | null } => {
  const table = tableFromCsv(text);
  const rows: AnswersRow[] = [];
  // The header's own problems keep no row from being read.
  const unknown = table.columns.filter((column) => !(column in ANSWER_COLUMNS));
  const issues = [
    ...table.issues,
    ...unknown.map((column) => ({ line: 1, column, message: 'No question has this column.' })),
  ];
  for (const row of table.rows) {
    const { email } = row.cells;
    const { answers, issues: found } = readAnswers(row);
    if (email === undefined) {
      found.unshift({ line: row.line, column: 'email', message: 'Whose answers are these?' });
    }
    issues.push(...found);
    if (found.length === 0 && email !== undefined) {
      rows.push({ line: row.line, email: email.toLowerCase(), answers });
    }
  }
  return { rows, issues, unreadable: table.unreadable };
};

/** An example file: the header and one row. */
export const answersTemplate = (): string =>
  csvOf(Object.keys(ANSWER_COLUMNS), [Object.values(ANSWER_COLUMNS)]);
