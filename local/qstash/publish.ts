import type { Queryable } from './database';
import { type Headers, readDraft } from './headers';
import { parseJson } from './json';
import type { Draft, Receipt } from './message';
import type { Context, Request, Route } from './route';
import { insertMessages } from './store';
import { WireError } from './wire-error';
import { listEndpoints } from './url-groups';

const MAX_BODY = 1_048_576;

/** Thrown when a fault says that the answer gets lost: the server cuts the connection. */
export class LostReply extends Error {}

const isUrl = (destination: string): boolean => /^https?:/i.test(destination);

type Origin = { callerIP: string; queueName?: string; scheduleId?: string };

/**
 * Reads one publish into drafts: one for a URL, one for each endpoint of a URL group.
 * @param destination as it stood in the path: a URL with its query, or the name of a group
 * @throws WireError 400 for a bad header, 404 for an unknown group, 413 for a body over 1 MB
 */
export async function readDrafts(
  db: Queryable,
  destination: string,
  headers: Headers,
  body: Buffer,
  { callerIP, ...origin }: Origin,
): Promise<Draft[]> {
  if (body.length > MAX_BODY) throw new WireError(413, `message size ${body.length} exceeds ${MAX_BODY}`);
  const draft = (url: string, more = {}): Draft => {
    const read = readDraft(url, headers, body, callerIP);
    return { ...read, config: { ...read.config, ...origin, ...more } };
  };
  if (isUrl(destination)) return [draft(destination)];
  const topicName = decodeURIComponent(destination);
  const endpoints = await listEndpoints(db, topicName);
  return endpoints.map(({ url, name }) =>
    draft(url, { topicName, ...(name === undefined ? {} : { endpointName: name }) }),
  );
}

type Refusal = { error: string };

type BatchItem = { destination: string; headers?: Record<string, string>; body?: string; queue?: string };

export function publishRoutes(context: Context): Route[] {
  const { pool, settings, faults, wake } = context;
  const store = (drafts: Draft[]): Promise<Receipt[]> =>
    insertMessages(pool, drafts, settings().timeScale, (draft) => faults.hold(draft));

  const publish = async (destination: string, request: Request, queueName?: string): Promise<unknown> => {
    const origin = { callerIP: request.callerIP, ...(queueName === undefined ? {} : { queueName }) };
    const drafts = await readDrafts(pool, destination, request.headers, request.body, origin);
    const fault = drafts[0] && faults.publish(drafts[0]);
    if (fault === 'failPublish') throw new WireError(500, 'internal error (injected)');
    const receipts = await store(drafts);
    wake();
    if (fault === 'dropReply') throw new LostReply();
    if (isUrl(destination)) return receipts[0];
    return receipts.map((receipt, index) => ({ ...receipt, url: drafts[index]?.config.url }));
  };

  /** One item's failure is its own: the others are published. */
  const batch = async ({ body, callerIP }: Request): Promise<(Receipt | Refusal)[]> => {
    const items = readBatch(body);
    const read = await Promise.all(
      items.map(async ({ destination, headers = {}, body = '', queue }): Promise<Draft[] | Refusal> => {
        const lower = Object.fromEntries(
          Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]),
        );
        const origin = { callerIP, ...(queue === undefined ? {} : { queueName: queue }) };
        try {
          const drafts = await readDrafts(pool, destination, lower, Buffer.from(body), origin);
          const failed = drafts[0] !== undefined && faults.publish(drafts[0]) === 'failPublish';
          return failed ? { error: 'internal error (injected)' } : drafts;
        } catch (error) {
          if (error instanceof WireError) return { error: error.message };
          throw error;
        }
      }),
    );
    const receipts = await store(read.flatMap((drafts) => ('error' in drafts ? [] : drafts)));
    wake();
    let next = 0;
    return read.flatMap((drafts): (Receipt | Refusal)[] =>
      'error' in drafts ? [drafts] : receipts.slice(next, (next += drafts.length)),
    );
  };

  return [
    {
      method: 'POST',
      pattern: /^\/publish\/(.+)$/,
      raw: true,
      handle: (request) => publish(request.parts[0] ?? '', request),
    },
    {
      method: 'POST',
      pattern: /^\/enqueue\/([^/]+)\/(.+)$/,
      raw: true,
      handle: (request) =>
        publish(request.parts[1] ?? '', request, decodeURIComponent(request.parts[0] ?? '')),
    },
    { method: 'POST', pattern: /^\/batch$/, handle: batch },
  ];
}

function readBatch(body: Buffer): BatchItem[] {
  const parsed = parseJson(body);
  if (!Array.isArray(parsed) || !parsed.every(isItem))
    throw new WireError(400, 'a batch is a list of {destination, headers, body}');
  return parsed;
}

const isItem = (value: unknown): value is BatchItem =>
  typeof value === 'object' &&
  value !== null &&
  'destination' in value &&
  typeof value.destination === 'string';
