import { describe, expect, it } from 'vitest';
import { findDates } from './dates';

const read = (text: string) => findDates(text).map(({ from, to }) => [from, to]);

describe('findDates', () => {
  it.each([
    ['Jan 2020 – Present', '2020-01', 'present'],
    ['January 2020 to March 2021', '2020-01', '2021-03'],
    ["Mon Jun'19 - Dec'21", '2019-06', '2021-12'],
    ['Jan-19 to Mar-21', '2019-01', '2021-03'],
    ['03/2021 – Present', '2021-03', 'present'],
    ['06.2017 - 03.2021', '2017-06', '2021-03'],
    ['2017-06 - 2021-03', '2017-06', '2021-03'],
    ['2020 – 2022', '2020', '2022'],
    ['2019-21', '2019', '2021'],
    ['Sep. 2023 - Mar. 2024', '2023-09', '2024-03'],
    ['15 Jan 2018 - 20th March 2019', '2018-01', '2019-03'],
    ['01/06/2015 to 31/12/2016', '2015-06', '2016-12'],
    ['May – Aug 2021', '2021-05', '2021-08'],
    ['Jan 2020 - till date', '2020-01', 'present'],
    ['Since April 2018', '2018-04', 'present'],
    ['from June 2016 till now', '2016-06', 'present'],
    ['Summer 2022', '2022-06', '2022-08'],
    ['(Mar 2021 - Present)', '2021-03', 'present'],
    ['August, 2019 — Current', '2019-08', 'present'],
    ['2021', '2021', '2021'],
    ['Q1 2020 - Q3 2021', '2020-01', '2021-09'],
    ['December 2019 ~ now', '2019-12', 'present'],
    ['05/19 - 08/21', '2019-05', '2021-08'],
    ['1st July 2014 to 30th Nov 2016', '2014-07', '2016-11'],
    ['2016 onwards', '2016', 'present'],
  ])('reads %s', (text, from, to) => {
    expect(read(text)).toEqual([[from, to]]);
  });

  it('keeps a placeholder as a range without values', () => {
    expect(findDates('August 20XX – March 20XX')).toMatchObject([{ from: null, to: null, single: false }]);
  });

  it('finds the range where it stands', () => {
    const text = 'Acme Corp, Pune (Jan 2020 - Mar 2021) full time';
    const [range] = findDates(text);
    expect(text.slice(range!.start, range!.end)).toBe('(Jan 2020 - Mar 2021)');
  });

  it('takes numbers for what they are', () => {
    expect(read('Handled 2000+ tickets, grew revenue 2.5x to 12,020 units, 98.2020%')).toEqual([]);
    expect(read('Mayor of Marchtown, mark 10')).toEqual([]);
  });
});
