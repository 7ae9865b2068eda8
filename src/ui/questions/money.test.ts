import { describe, expect, it } from 'vitest';
import { amountWords, currencyOf, toMajor, toMinor } from '@/ui/questions/money';

describe('money as it is typed', () => {
  const rupee = { ...currencyOf([], 'INR'), symbol: '₹' };

  it('keeps whole minor units through typing', () => {
    expect(toMinor(19.99, rupee)).toBe(1_999);
    expect(toMinor(1.005, { digits: 3 })).toBe(1_005);
    expect(toMajor(toMinor(1_100.5, rupee), rupee)).toBe(1_100.5);
    expect(toMinor(500, { digits: 0 })).toBe(500);
  });

  it('shows decimals only when there are any', () => {
    expect(amountWords(110_000, rupee)).toBe('₹1,100');
    expect(amountWords(110_050, rupee)).toBe('₹1,100.50');
    expect(amountWords(110_000, currencyOf([], 'KES'))).toBe('KES 1,100');
  });
});
