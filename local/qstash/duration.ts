const UNITS: Record<string, number> = {
  ns: 1e-6,
  us: 1e-3,
  µs: 1e-3,
  ms: 1,
  s: 1000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
};
const PART = /(\d+(?:\.\d+)?)(ns|us|µs|ms|s|m|h|d)/g;
const DAY_MS = 86_400_000;

/** @returns milliseconds of a duration such as `10s` or `1d2h`; a bare number counts seconds; undefined when it is neither */
export function parseDuration(text: string): number | undefined {
  if (/^\d+(\.\d+)?$/.test(text)) return Number(text) * 1000;
  const parts = [...text.matchAll(PART)];
  if (parts.length === 0 || parts.map(([part]) => part).join('') !== text) return undefined;
  return parts.reduce((sum, [, count, unit]) => sum + Number(count) * (UNITS[unit ?? ''] ?? 0), 0);
}

/** @returns milliseconds before try `retried + 1` when the publisher names no delay of its own (QStash's documented formula) */
export function defaultBackoff(retried: number): number {
  return Math.min(DAY_MS, Math.exp(2.5 * (retried + 1)) * 1000);
}

const RETRY_HEADERS = [
  'retry-after',
  'x-ratelimit-reset',
  'x-ratelimit-reset-requests',
  'x-ratelimit-reset-tokens',
];

/**
 * Reads how long the destination asks to wait: seconds, a duration or an HTTP date.
 * @param header response headers, lower case
 * @returns milliseconds, at most a day; undefined when it asks for nothing sensible
 */
export function askedDelay(header: Record<string, string[]>, now: number): number | undefined {
  const asked = RETRY_HEADERS.map((name) => header[name]?.[0]).find((value) => value !== undefined);
  if (asked === undefined) return undefined;
  const wait = parseDuration(asked) ?? Date.parse(asked) - now;
  return wait >= 0 && wait <= DAY_MS ? wait : undefined;
}
