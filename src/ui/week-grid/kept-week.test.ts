import { expect, it } from 'vitest';
import { gridFromRanges } from '@/domain/scoring/week-grid';
import { weekIn } from './kept-week';

it('takes a week back from its text, and nothing else that may stand there', () => {
  const week = { grid: gridFromRanges([{ day: 0, from: 540, to: 780 }]), timeZone: 'Asia/Kolkata' };
  expect(weekIn(JSON.stringify(week))).toEqual(week);
  for (const text of [null, '', 'null', '{"grid":"AA","timeZone":"Asia/Kolkata"}', JSON.stringify([week])])
    expect(weekIn(text)).toBeNull();
});
