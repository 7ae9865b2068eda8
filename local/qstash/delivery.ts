import type { Outcome, StoredMessage } from './message';
import { signDelivery } from './signature';

/** A destination may take a quarter of an hour unless the message says otherwise. */
const DEFAULT_TIMEOUT_MS = 900_000;

/**
 * Delivers a message once. Never throws: a destination that cannot be reached has status 0.
 * @param stopped ends the request when the stand-in stops
 */
export async function deliver(
  message: StoredMessage,
  signingKey: string,
  stopped: AbortSignal,
): Promise<Outcome> {
  const { config, body } = message;
  const late = AbortSignal.timeout(config.timeout ?? DEFAULT_TIMEOUT_MS);
  try {
    const response = await fetch(config.url, {
      method: config.method,
      headers: deliveryHeaders(message, signingKey),
      redirect: 'manual',
      signal: AbortSignal.any([stopped, late]),
      ...(config.method === 'GET' || config.method === 'HEAD' ? {} : { body: new Uint8Array(body) }),
    });
    return {
      status: response.status,
      header: Object.fromEntries([...response.headers].map(([name, value]) => [name, [value]])),
      body: Buffer.from(await response.arrayBuffer()),
    };
  } catch (error) {
    return { status: 0, header: {}, body: Buffer.alloc(0), error: late.aborted ? 'timeout' : reason(error) };
  }
}

function deliveryHeaders(
  { id, retried, config, body }: StoredMessage,
  signingKey: string,
): Record<string, string> {
  const own = {
    'user-agent': 'Upstash-QStash',
    'upstash-message-id': id,
    'upstash-retried': String(retried),
    'upstash-signature': signDelivery(config.url, body, signingKey),
    'upstash-region': 'LOCAL',
    'upstash-caller-ip': config.callerIP,
    'upstash-schedule-id': config.scheduleId,
    'upstash-topic-name': config.topicName,
    'upstash-queue-name': config.queueName,
    'upstash-label': config.labels?.join(','),
  };
  const forwarded = Object.entries(config.header).map(([name, values]) => [
    name.toLowerCase(),
    values.join(', '),
  ]);
  const set = Object.entries(own).filter(([, value]) => value !== undefined);
  return Object.fromEntries([...forwarded, ...set]);
}

function reason(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error && error.cause.message !== '' ? error.cause.message : error.message;
}
