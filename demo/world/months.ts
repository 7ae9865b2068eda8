/** Months as whole numbers since year 0, so that careers are sums. */
export const monthNumber = (text: string): number =>
  Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7)) - 1;

export const monthText = (month: number): string =>
  `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;

/** The month in which the made world stands still; a made person's last dates are counted back from it. */
export const WORLD_MONTH = monthNumber('2026-11');

/** `days` after 1 December 2026 as `YYYY-MM-DD`. */
export const dayAfter = (days: number): string =>
  new Date(Date.UTC(2026, 11, 1 + days)).toISOString().slice(0, 10);
