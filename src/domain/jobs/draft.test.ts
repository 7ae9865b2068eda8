import { expect, it } from 'vitest';
import { accountantJob } from '@/testing/people';
import { checkDraft } from './draft';

const pay = (amounts: object) =>
  checkDraft({ pay: { currency: 'INR', per: 'hour', published: true, ...amounts } });

it('says what is wrong with pay in words of its own, and keeps what was typed', () => {
  const cases = [
    [{ minMinor: 100 }, 'pay.maxMinor', 'Fill this in.'],
    [{ minMinor: -500, maxMinor: 100 }, 'pay.minMinor', 'An amount cannot be below zero.'],
    [{ minMinor: 100, maxMinor: 1e14 }, 'pay.maxMinor', 'This is more than can be kept. Check the amount.'],
    [{ minMinor: 100, maxMinor: 1e17 }, 'pay.maxMinor', 'This is more than can be kept. Check the amount.'],
  ] as const;
  for (const [amounts, path, message] of cases) {
    const { issues, draft } = pay(amounts);
    expect(issues[0]).toEqual({ path, message });
    expect(draft.pay).toMatchObject(amounts);
  }
});

it('names the bound of a number, and never speaks in the words of the library', () => {
  const { issues } = checkDraft({
    hours: { min: 0, max: 500, gate: false },
    minimum_years: 'many',
    duration: { months: 61 },
    engagement: ['nothing'],
    domains: ['a', 'b', 'c', 'd'],
    latest_start: 'soon',
    licences: ['x'],
  });
  const said = Object.fromEntries(issues.map(({ path, message }) => [path, message]));
  expect(said).toMatchObject({
    'hours.min': '1 is the least.',
    'hours.max': '60 is the most.',
    minimum_years: 'Type a number here.',
    'duration.months': '60 is the most.',
    'duration.extensionLikely': 'Fill this in.',
    'engagement.0': 'Choose one of the answers.',
    domains: 'Choose at most 3.',
  });
  expect(issues.filter(({ message }) => /invalid|expected|received/i.test(message))).toEqual([]);
});

it('keeps a number that no job may have, and says the limit at its field', () => {
  const core_hours = { ...accountantJob.core_hours, overlapMinutes: 40 * 60 };
  const { issues, draft, answers } = checkDraft({
    core_hours,
    minimum_years: 500,
    title: 'A'.repeat(500),
    duration: { months: 500, extensionLikely: false },
  });
  expect(Object.fromEntries(issues.map(({ path, message }) => [path, message]))).toEqual({
    'core_hours.overlapMinutes': 'This is more than the hours that are marked.',
    minimum_years: '40 is the most.',
    title: 'Use at most 120 letters.',
    'duration.months': '60 is the most.',
  });
  expect(draft).toMatchObject({ core_hours, minimum_years: 500, title: 'A'.repeat(500) });
  expect(answers).toEqual({});
});

it('asks for whole numbers where halves mean nothing', () => {
  const { issues } = checkDraft({
    work_mode: { mode: 'hybrid', daysOnSite: 2.5, place: null, radiusKm: null },
  });
  expect(issues).toEqual([{ path: 'work_mode.daysOnSite', message: 'Type a whole number here.' }]);
});
