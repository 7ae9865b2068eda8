import { describe, expect, test } from 'vitest';
import { boardHref, boardSearch, filtersOf, loadBoardParams, without } from './search-params';

const searchOf = (query: string) => boardSearch(loadBoardParams(new URLSearchParams(query)));

test('an empty form searches for everything', () => {
  const search = searchOf('q=&from=&to=&place=&km=&add=&pay=&currency=INR&sort=newest');
  expect(search).toMatchObject({ mode: [], engagement: [], skill: [], remoteToo: true, withinKm: 50 });
  expect(filtersOf(search)).toEqual([]);
});

test('a form’s choices are read, repeated names as lists', () => {
  const search = searchOf(
    'q=tax&from=10&to=20&mode=remote&mode=hybrid&engagement=project&place=Pune&km=25&noremote=true&skill=gst&skill=tally&pay=500&currency=USD&sort=fit',
  );
  expect(search).toEqual({
    q: 'tax',
    hours: { min: 10, max: 20 },
    mode: ['remote', 'hybrid'],
    engagement: ['project'],
    place: 'Pune',
    withinKm: 25,
    remoteToo: false,
    skill: ['gst', 'tally'],
    pay: { amount: 500, currency: 'USD' },
    sort: 'fit',
    after: null,
  });
  expect(filtersOf(search)).toHaveLength(7);
});

describe('an address that somebody made up', () => {
  test.each([
    'from=20&to=10',
    'from=-5&to=1e9',
    'from=abc&to=NaN&pay=-1&km=99999&km=x',
    'mode=moon&mode=remote&engagement=&sort=random',
    `q=${'x'.repeat(5000)}&place=${'y'.repeat(5000)}&skill=${'z'.repeat(500)}&after=${'0'.repeat(500)}`,
    `skill=a&skill=a&${'skill=b&'.repeat(50)}`,
    'pay=1e300&currency=rupees',
    'pay=Infinity&from=Infinity',
  ])('is a search within bounds: %.60s', (query) => {
    expect(() => searchOf(query)).not.toThrow();
  });
  test('takes hours that were swapped in their order', () => {
    expect(searchOf('from=20&to=10').hours).toEqual({ min: 10, max: 20 });
  });
});

test('addresses go there and back, and giving up a filter starts at the first page', () => {
  const params = loadBoardParams(
    new URLSearchParams('q=tax&mode=remote&mode=onsite&place=Pune&noremote=true&after=1_x'),
  );
  expect(loadBoardParams(new URL(boardHref(params), 'https://jobs.example').searchParams)).toEqual(params);
  expect(boardHref(without(params, 'place'))).toBe('/jobs?q=tax&mode=remote&mode=onsite');
  expect(boardHref(without(params, 'mode'))).toBe('/jobs?q=tax&place=Pune&noremote=true');
});
