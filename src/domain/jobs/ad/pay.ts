import type { JobAnswers } from '../schema';
import { spanIn, type AdLine, type Found } from './lines';

type Pay = NonNullable<JobAnswers['pay']>;

const CURRENCIES: readonly (readonly [RegExp, string])[] = [
  [/^(?:₹|rs\.?|inr|rupees?)$/i, 'INR'],
  [/^(?:us\$|usd|\$|dollars?)$/i, 'USD'],
  [/^(?:£|gbp|pounds?)$/i, 'GBP'],
  [/^(?:€|eur|euros?)$/i, 'EUR'],
  [/^(?:aed|dhs?)$/i, 'AED'],
  [/^(?:s\$|sgd)$/i, 'SGD'],
  [/^(?:a\$|aud)$/i, 'AUD'],
  [/^(?:c\$|cad)$/i, 'CAD'],
  [/^(?:zł|pln)$/i, 'PLN'],
  [/^(?:ksh|kes)$/i, 'KES'],
  [/^(?:₱|php)$/i, 'PHP'],
  [/^lkr$/i, 'LKR'],
  [/^npr$/i, 'NPR'],
];
const SIGN = String.raw`(₹|rs\.?|inr|us\$|usd|a\$|s\$|c\$|\$|£|gbp|€|eur|aed|dhs?|sgd|aud|cad|zł|pln|ksh|kes|₱|php|lkr|npr)`;
const AMOUNT = String.raw`(\d{1,3}(?:,\d{2,3}){1,4}(?:\.\d{1,2})?|\d{1,9}(?:\.\d{1,2})?)\s*(k|lakhs?|lacs?|lpa|l\b|crores?|cr\b|mn?\b)?`;
const AFTER = String.raw`\s*(?:\/-\s*)?(rupees?|inr|usd|gbp|eur|euros?|dollars?|pounds?|aed)?`;
const PER = String.raw`\s*(?:\(?gross\)?\s*|ctc\s*|in[- ]hand\s*|fixed\s*)?(?:(?:\/|per|an?|each|every|p\.?)\s*(hour|hr|h|day|d|week|wk|month|mo|m|year|yr|y|annum|a|project|assignment|article|word)\b\.?|(hourly|daily|weekly|monthly|annually|yearly|p\.?a\b\.?|p\.?m\b\.?|lpa\b))?`;
const RANGE = new RegExp(
  String.raw`(?:(?<![\p{L}\d])${SIGN}\s*)?(?<!\d|\d[.,])${AMOUNT}(?:\s*(?:-|–|—|to|and)\s*(?:${SIGN}\s*)?${AMOUNT})?${AFTER}${PER}`,
  'giu',
);
const LABEL =
  /\b(?:sal|salary|pay|payment|compensation|ctc|remuneration|stipend|budget|rate|wage|fee|fees|package|earn|lpa)\b/i;
/** What a sum of money is about when it is nobody's pay. */
const NOT_PAY =
  /\b(?:funding|raised|revenue|turnover|valuation|budgets? of|portfolio|bonus|allowance|worth of|aum|deposit|sales of|customers|users|employees)\b/i;

const SCALE: readonly (readonly [RegExp, number])[] = [
  [/^k$/i, 1e3],
  [/^(?:lakhs?|lacs?|lpa|l)$/i, 1e5],
  [/^(?:crores?|cr)$/i, 1e7],
  [/^mn?$/i, 1e6],
];
const scaleOf = (unit: string | undefined): number =>
  unit === undefined ? 1 : (SCALE.find(([pattern]) => pattern.test(unit))?.[1] ?? 1);

const amountOf = (written: string | undefined): number | null =>
  written === undefined ? null : Number(written.replaceAll(',', ''));

const currencyOf = (sign: string | undefined): string | null =>
  sign === undefined ? null : (CURRENCIES.find(([pattern]) => pattern.test(sign.trim()))?.[1] ?? null);

/** What is paid in where no currency is told, by country. */
const MONEY_OF: Readonly<Record<string, string>> = {
  IN: 'INR',
  US: 'USD',
  GB: 'GBP',
  AE: 'AED',
  SG: 'SGD',
  AU: 'AUD',
  CA: 'CAD',
  PL: 'PLN',
  KE: 'KES',
  PH: 'PHP',
  LK: 'LKR',
  NP: 'NPR',
  ...Object.fromEntries(['AT', 'BE', 'DE', 'ES', 'FI', 'FR', 'IE', 'IT', 'NL', 'PT'].map((c) => [c, 'EUR'])),
};
/** Ends what is said of a sum: "12 LPA (plus a joining bonus)". */
const BESIDE = /[,;(+|]|\.\s|\b(?:plus|and|with)\b/i;
/** Written as only money is: "4,80,000 per annum", "25–30k a month". */
const LAKHS = /^\d{1,2}(?:,\d{2}){1,2},\d{3}$/;
const COUNTED =
  /\b(?:visitors|views|orders|calls|tickets|words|articles|invoices|units|leads|records|rows|steps)\b/i;
/** "Salary: 25k to 30k": the label stands right before the sum, which needs no period then. */
const LABEL_BEFORE =
  /\b(?:salary|ctc|stipend|pay|package|wages?|remuneration)\W{0,4}(?:(?:up ?to|between|from|of|is)\W{1,3})?$/i;
/** "Budget ₹1.5 lakh fixed" is for all of the work. */
const FIXED = /\b(?:fixed|one[- ]time|lump ?sum|in total|total)\b/i;
/** "Salary 18k–22k pm" is a sum of money, "fee 2 per project" need not be. */
const LEAST_BARE = 1_000;

type Told = 'hour' | 'day' | 'week' | 'month' | 'year' | 'project';
const periodOf = (word: string | undefined): Told | null => {
  if (word === undefined) return null;
  if (/^(?:h|hr|hour|hourly)$/i.test(word)) return 'hour';
  if (/^(?:d|day|daily)$/i.test(word)) return 'day';
  if (/^(?:wk|week|weekly)$/i.test(word)) return 'week';
  if (/^(?:m|mo|month|monthly|p\.?m\.?)$/i.test(word)) return 'month';
  if (/^(?:y|yr|year|yearly|a|annum|annually|p\.?a\.?|lpa)$/i.test(word)) return 'year';
  return /^(?:project|assignment)$/i.test(word) ? 'project' : null;
};
/** Yearly pay by the month, pay by the day by an eight-hour hour, by the week by the month of 52 ÷ 12 weeks. */
const TO_FORM: Record<Told, { per: Pay['per']; times: number }> = {
  hour: { per: 'hour', times: 1 },
  day: { per: 'hour', times: 1 / 8 },
  week: { per: 'month', times: 52 / 12 },
  month: { per: 'month', times: 1 },
  year: { per: 'month', times: 1 / 12 },
  project: { per: 'project', times: 1 },
};

/** A sum beside the word "salary" without a period is a year's when it is large, a month's or an hour's when it is small. */
const guessedPeriod = (amount: number, currency: string): Told => {
  if (currency === 'INR') return amount >= 150_000 ? 'year' : amount >= 3_000 ? 'month' : 'hour';
  if (amount >= 12_000) return 'year';
  return amount >= 500 ? 'month' : 'hour';
};

function read(match: RegExpExecArray, line: AdLine, country: string | null): Pay | null {
  const [, sign, low, lowUnit, secondSign, high, highUnit, after, per, adverb] = match;
  const end = match.index + match[0].length;
  const before = line.text.slice(Math.max(0, match.index - 50), match.index);
  const around = before + line.text.slice(match.index, end + 30);
  const about = before + match[0] + (line.text.slice(end, end + 30).split(BESIDE)[0] ?? '');
  const unit = highUnit ?? lowUnit;
  const lakhs = /^(?:lakhs?|lacs?|lpa|l|crores?|cr)$/i.test(unit ?? '');
  const period = /^lpa$/i.test(unit ?? '') ? 'year' : periodOf(per ?? adverb);
  const whole =
    period === null && /\bbudget\b/i.test(around) && FIXED.test(line.text.slice(match.index, end + 20));
  const told = whole ? 'project' : period;
  const labelled = LABEL.test(around);
  const [first, second] = [amountOf(low), amountOf(high)];
  if (first === null) return null;
  const from = first * scaleOf(lowUnit ?? (second === null || first < second ? highUnit : undefined));
  const asMoney =
    (LAKHS.test(low ?? '') || /^k$/i.test(unit ?? '')) &&
    (told === 'month' || told === 'year') &&
    line.part !== 'about' &&
    line.part !== 'duties' &&
    !COUNTED.test(around);
  const isMoney = (told !== null && (labelled || asMoney)) || LABEL_BEFORE.test(before);
  const bare = isMoney && from >= LEAST_BARE ? MONEY_OF[country ?? ''] : undefined;
  const currency =
    currencyOf(sign) ??
    currencyOf(secondSign) ??
    currencyOf(after) ??
    (lakhs && (told ?? labelled) ? 'INR' : (bare ?? null));
  if (currency === null || NOT_PAY.test(about) || (told === null && !labelled)) return null;
  const to = second === null ? from : second * scaleOf(highUnit ?? (second < 1000 ? lowUnit : undefined));
  const { per: formPer, times } = TO_FORM[told ?? guessedPeriod(to, currency)];
  const [minMinor, maxMinor] = [from, to]
    .map((amount) => (times === 1 ? Math.round(amount * 100) : Math.round(amount * times) * 100))
    .sort((a, b) => a - b);
  if (minMinor === undefined || maxMinor === undefined || minMinor < 100 || maxMinor > 1e13) return null;
  return { minMinor, maxMinor, currency, per: formPer, published: true };
}

/**
 * Pay as the form keeps it: by the hour, month or project, in minor units, reckoned over to whole ones. The first sum that is said to
 * be pay; one without a currency is in that of `country`.
 */
export function findPay(lines: readonly AdLine[], country: string | null): Found<Pay> | null {
  for (const line of lines) {
    if (!/\d/.test(line.text)) continue;
    for (const match of line.text.matchAll(RANGE)) {
      const value = read(match, line, country);
      if (value) return { value, spans: [spanIn(line, match.index, match[0].trimEnd().length)] };
    }
  }
  return null;
}
