import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contributionsInTenths, counted, hoursWords, rangeWords } from '@/ui/score-words';

describe('what a score reads as', () => {
  it('shows a range that holds the true one', () => {
    expect(rangeWords(7_201, 8_399)).toBe('72–84');
    expect(rangeWords(8_070, 8_070)).toBe('81');
  });

  it('shows contributions that sum exactly to the score shown', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 2_600 }), { minLength: 1, maxLength: 15 }), (parts) => {
        const total = parts.reduce((sum, part) => sum + part, 0);
        const shown = contributionsInTenths(parts);
        expect(shown.reduce((sum, part) => sum + part, 0)).toBe(Math.floor(total / 10));
        shown.forEach((tenths, index) => expect(Math.abs(tenths * 10 - parts[index]!)).toBeLessThan(10));
      }),
    );
  });

  it('says hours and counts plainly', () => {
    expect([hoursWords(780), hoursWords(930), hoursWords(15)]).toEqual(['13', '15.5', '0.25']);
    expect([counted(1, 'fact'), counted(10_022, 'person', 'people')]).toEqual(['1 fact', '10,022 people']);
  });
});
