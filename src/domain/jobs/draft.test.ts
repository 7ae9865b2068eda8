import { expect, it } from 'vitest';
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
