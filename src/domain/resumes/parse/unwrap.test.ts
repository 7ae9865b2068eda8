import { describe, expect, it } from 'vitest';
import { plainLine, type Line } from './line';
import { unwrap } from './unwrap';

/** Lines of one narrow column, filled to its edge. */
const filled = (text: string, over: Partial<Line> = {}) => plainLine(text, { gap: 0.4, room: 2, ...over });
const texts = (...lines: Line[]) => unwrap(lines).map(({ text }) => text);

describe('unwrap', () => {
  it('joins a list between points, and leaves the end of a date in its rail', () => {
    expect(texts(filled('Tally · SAP · GST · Bank'), filled('Reconciliation · Excel'))).toEqual([
      'Tally · SAP · GST · Bank Reconciliation · Excel',
    ]);
    const row = (text: string) =>
      plainLine(text, { gap: 0.4, x: 40, cellX: [40, 140], cellRight: [90, 300] });
    const rows = [row('09/2024 – till\tArt Director, Acme'), row('date\tSet up a library')];
    expect(texts(...rows)).toEqual(rows.map(({ text }) => text));
  });

  it('puts years back behind the months above them', () => {
    const row = plainLine('Acme\tClerk\tJanuary\tMarch', {
      cellX: [72, 200, 402, 477],
      cellRight: [110, 230, 440, 505],
    });
    const years = plainLine('2015\t2017', { x: 402, cellX: [402, 477], cellRight: [424, 499], gap: 0.2 });
    expect(texts(row, years)).toEqual(['Acme\tClerk\tJanuary 2015\tMarch 2017']);
    const elsewhere = { ...years, x: 300, cellX: [300, 477] };
    expect(texts(row, elsewhere)).toHaveLength(2);
  });

  it('goes on under the last cell of a row, up to the sentence that begins there', () => {
    const row = plainLine('2018\tClerk, Harbour Re-', {
      gap: 0.4,
      x: 40,
      cellX: [40, 140],
      cellRight: [90, 300],
      room: 0,
    });
    const below = plainLine('tail Limited, Pune. Posted the bills', { gap: 0.4, x: 140 });
    expect(texts(row, below)).toEqual(['2018\tClerk, Harbour Retail Limited, Pune.', 'Posted the bills']);
  });

  it('joins a sentence that the column broke', () => {
    expect(texts(filled('Closed the books of three entities within'), filled('five working days'))).toEqual([
      'Closed the books of three entities within five working days',
    ]);
  });

  it.each([
    ['Jaipur, Rajasthan', '+91 97415 56039'],
    ['Jaipur, Rajasthan', 'asha-writes.example'],
    ['linkedin.com/in/asharao', 'and other places'],
    ['Jaipur, Rajasthan', 'www.asha.example'],
  ])('keeps %j and %j apart', (above, below) => {
    expect(texts(filled(above), filled(below))).toEqual([above, below]);
  });

  it('puts dates back together', () => {
    expect(texts(filled('Accounts Assistant | Lakshya | May 2021 –'), filled('Jan 2024'))).toEqual([
      'Accounts Assistant | Lakshya | May 2021 – Jan 2024',
    ]);
    expect(texts(filled('Worked as Clerk in Cobalt Bank from'), filled('2024-04 to Present.'))).toEqual([
      'Worked as Clerk in Cobalt Bank from 2024-04 to Present.',
    ]);
  });

  it('puts the label and the text of a form back together', () => {
    const row = (text: string, over: Partial<Line>) =>
      filled(text, { cellX: [75, 177], cellRight: [160, 530], x: 75, right: 530, ...over });
    expect(
      texts(
        row('Main activities and\tNegotiated contracts with', {}),
        row('responsibilities\tthe four largest distributors', { x: 92, cellX: [92, 177] }),
      ),
    ).toEqual([
      'Main activities and responsibilities\tNegotiated contracts with the four largest distributors',
    ]);
    expect(
      texts(row('Occupation or position\tSales Manager', {}), filled('held', { x: 140, right: 160 })),
    ).toEqual(['Occupation or position held\tSales Manager']);
  });
});
