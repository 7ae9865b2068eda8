import { describe, expect, it } from 'vitest';
import { plainLine } from './line';
import { joinRailDates } from './rails';

const row = (text: string, x: number) => plainLine(text, { x, cellX: [x, 140], cellRight: [100, 300] });
const joined = (...texts: string[]) =>
  joinRailDates(texts.map((text) => row(text, 40))).map(({ text }) => text);

describe('joinRailDates', () => {
  it('puts dates that the rail broke over two or three rows back together', () => {
    expect(joined('May 2019 to\tClerk, Acme', 'June 2021\tPosted bills')).toEqual([
      'May 2019 to June 2021\tClerk, Acme',
      'Posted bills',
    ]);
    expect(joined('August 2019\tClerk, Acme', 'to January\tPosted bills', '2023\tClosed books')).toEqual([
      'August 2019 to January 2023\tClerk, Acme',
      'Posted bills',
      'Closed books',
    ]);
  });

  it('leaves dates of two entries alone', () => {
    const rows = ['2019 - 2021\tClerk', '2015 - 2019\tCashier', '2012 - 2015\tHelper'];
    expect(joined(...rows)).toEqual(rows);
  });
});
