import type { CurrencyEntry } from '@/ui/questions/question-meta';

/** Minor units (paise) as major ones (rupees), as they are typed. */
export const toMajor = (minor: number, { digits }: Pick<CurrencyEntry, 'digits'>): number =>
  minor / 10 ** digits;

/** Major units as an integer of minor ones, to the nearest. */
export const toMinor = (major: number, { digits }: Pick<CurrencyEntry, 'digits'>): number =>
  Math.round(major * 10 ** digits);

/** The currency by code; an unknown code is written out and taken to have two decimals. */
export const currencyOf = (currencies: readonly CurrencyEntry[], code: string): CurrencyEntry => {
  const usual = { min: 0, max: 100_000, step: 100 };
  return (
    currencies.find((currency) => currency.code === code) ?? {
      code,
      name: code,
      symbol: code,
      digits: 2,
      ranges: { hour: { ...usual, max: 5_000 }, month: usual, project: usual },
    }
  );
};

/** An amount with its symbol, decimals only when there are any: "₹1,100", "€12.50". */
export const amountWords = (minor: number, currency: CurrencyEntry): string => {
  const major = toMajor(minor, currency);
  const decimals = Number.isInteger(major) ? 0 : currency.digits;
  const space = /\w$/.test(currency.symbol) ? ' ' : '';
  return `${currency.symbol}${space}${major.toLocaleString('en', {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  })}`;
};
