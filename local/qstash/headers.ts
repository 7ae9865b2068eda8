import { createHash } from 'node:crypto';
import { parseDuration } from './duration';
import { evaluateDelay } from './expression';
import type { Draft, MessageConfig } from './message';
import { WireError } from './wire-error';

const DEFAULT_RETRIES = 3;
export const MAX_RETRIES = 5;

/** HTTP headers by lower-case name. */
export type Headers = Record<string, string>;

/**
 * Reads the publisher's `Upstash-…` headers.
 * @param url one destination (a URL group is resolved before)
 * @throws WireError 400 naming the header that makes no sense
 */
export function readDraft(url: string, headers: Headers, body: Buffer, callerIP: string): Draft {
  const now = Date.now();
  const config: MessageConfig = {
    url: httpUrl(url, 'destination'),
    method: (headers['upstash-method'] ?? 'POST').toUpperCase(),
    header: forwarded(headers),
    maxRetries: readRetries(headers['upstash-retries']),
    ...callbacks(headers, callerIP),
    callerIP,
    createdAt: now,
    ...optional(headers),
  };
  const notBefore = headers['upstash-not-before'];
  const delay =
    notBefore === undefined ? (duration(headers, 'upstash-delay') ?? 0) : Number(notBefore) * 1000 - now;
  if (!Number.isFinite(delay)) throw new WireError(400, 'invalid upstash-not-before');
  return { config, body, delay: Math.max(0, delay), ...deduplication(headers, config, body) };
}

function optional(headers: Headers): Partial<MessageConfig> {
  const expression = headers['upstash-retry-delay'];
  if (expression !== undefined) evaluateDelay(expression, 0);
  const timeout = duration(headers, 'upstash-timeout');
  const labels = headers['upstash-label']?.split(',').map((label) => label.trim());
  const queueName = headers['upstash-queue-name'];
  return {
    ...(expression === undefined ? {} : { retryDelayExpression: expression }),
    ...(timeout === undefined ? {} : { timeout }),
    ...(labels?.[0] === undefined ? {} : { label: labels[0], labels }),
    ...(queueName === undefined ? {} : { queueName }),
    ...flowControl(headers),
  };
}

type Callbacks = Pick<
  MessageConfig,
  'callback' | 'failureCallback' | 'callbackHeaders' | 'failureCallbackHeaders'
>;

function callbacks(headers: Headers, callerIP: string): Callbacks {
  const callback = headers['upstash-callback'];
  const failureCallback = headers['upstash-failure-callback'];
  const callbackHeaders = withPrefix(headers, 'upstash-callback-');
  const failureCallbackHeaders = withPrefix(headers, 'upstash-failure-callback-');
  // Read them once now, so that a bad one is refused here and not when it is too late to tell.
  if (callback !== undefined) readCallback(callback, callbackHeaders, Buffer.alloc(0), callerIP);
  if (failureCallback !== undefined)
    readCallback(failureCallback, failureCallbackHeaders, Buffer.alloc(0), callerIP);
  return {
    callbackHeaders,
    failureCallbackHeaders,
    ...(callback === undefined ? {} : { callback }),
    ...(failureCallback === undefined ? {} : { failureCallback }),
  };
}

/** Makes the message that carries a result to a callback; its settings are the `Upstash-Callback-…` headers. */
export function readCallback(
  url: string,
  settings: Record<string, string>,
  body: Buffer,
  callerIP: string,
): Draft {
  const headers = Object.entries(settings).map(([name, value]) => [`upstash-${name}`, value]);
  return readDraft(
    url,
    { 'content-type': 'application/json', ...Object.fromEntries(headers) },
    body,
    callerIP,
  );
}

function flowControl(headers: Headers): Partial<MessageConfig> {
  const key = headers['upstash-flow-control-key'];
  if (key === undefined) return {};
  const values = new Map(
    (headers['upstash-flow-control-value'] ?? '').split(',').map((pair) => {
      const [name = '', value = ''] = pair.trim().split('=');
      return [name, value];
    }),
  );
  const number = (name: 'parallelism' | 'rate'): Partial<MessageConfig> => {
    const value = values.get(name);
    if (value === undefined) return {};
    if (!/^[1-9]\d*$/.test(value)) throw new WireError(400, `invalid flow control ${name}: ${value}`);
    return { [name]: Number(value) };
  };
  const period = (parseDuration(values.get('period') ?? '1s') ?? 1000) / 1000;
  return {
    flowControlKey: key,
    ...number('parallelism'),
    ...number('rate'),
    ...(values.has('rate') ? { period } : {}),
  };
}

function deduplication(headers: Headers, config: MessageConfig, body: Buffer): { deduplicationId?: string } {
  const id = headers['upstash-deduplication-id'];
  if (id !== undefined) return { deduplicationId: id };
  if (headers['upstash-content-based-deduplication'] !== 'true') return {};
  const content = JSON.stringify([config.url, config.method, config.header]);
  return { deduplicationId: createHash('sha256').update(content).update(body).digest('base64url') };
}

function forwarded(headers: Headers): Record<string, string[]> {
  const type = headers['content-type'];
  const passed = Object.entries(withPrefix(headers, 'upstash-forward-')).map(([name, value]) => [
    name,
    [value],
  ]);
  return { ...(type === undefined ? {} : { 'Content-Type': [type] }), ...Object.fromEntries(passed) };
}

function withPrefix(headers: Headers, prefix: string): Record<string, string> {
  const named = Object.entries(headers).filter(([name]) => name.startsWith(prefix));
  return Object.fromEntries(named.map(([name, value]) => [name.slice(prefix.length), value]));
}

function readRetries(value: string | undefined): number {
  if (value === undefined) return DEFAULT_RETRIES;
  const retries = Number(value);
  if (!Number.isInteger(retries) || retries < 0 || retries > MAX_RETRIES)
    throw new WireError(400, `invalid retries: ${value} is not a whole number from 0 to ${MAX_RETRIES}`);
  return retries;
}

function duration(headers: Headers, name: string): number | undefined {
  const value = headers[name];
  if (value === undefined || value === '') return undefined;
  const parsed = parseDuration(value);
  if (parsed === undefined) throw new WireError(400, `invalid ${name}: ${value}`);
  return parsed;
}

function httpUrl(value: string, what: string): string {
  if (!/^https?:\/\//.test(value) || !URL.canParse(value))
    throw new WireError(400, `invalid ${what} url: ${value}`);
  return value;
}
