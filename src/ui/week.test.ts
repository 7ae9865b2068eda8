import { expect, it } from 'vitest';
import { dayWords } from '@/ui/week';

it('names the days of a week that hold hours, and no others', () => {
  expect(dayWords([240, 240, 240, 240, 0, 0, 0])).toBe('Monday–Thursday');
  expect(dayWords([240, 0, 60, 60, 0, 0, 30])).toBe('Monday, Wednesday, Thursday, Sunday');
  expect(dayWords([0, 0, 0, 0, 0, 0, 0])).toBe('');
});
