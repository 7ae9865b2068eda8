import { Client } from '@upstash/qstash';
import { env } from '@/env';

export interface QueueMessage {
  topic: string;
  payload: unknown;
  deduplicationId: string;
  traceparent: string | null;
}
export type PublishResult = { messageId: string } | { error: string };

/** Topics whose deliveries are limited, so that a burst does not take every function or connection. */
const PARALLELISM: Record<string, number> = {
  'resume-parse': 4,
  'match-chunk': 4,
  // A process works on one at a time; more of them would wait for the same database.
  'match-part': 2,
  'batch-shadow': 2,
  'notification-send': 8,
};
/** In milliseconds: 2 s, 8 s, 32 s. QStash's own default waits 12 s, 148 s, 30 min. */
const RETRY_DELAY = '2000 * pow(4, retried)';
const RETRIES = 3;

let shared: Client | undefined;
export const queueClient = (): Client =>
  (shared ??= new Client({ baseUrl: env().QSTASH_URL, token: env().QSTASH_TOKEN }));

/** The public address of a topic's route handler; signatures are verified against the same string. */
export const topicUrl = (topic: string): string => `${env().APP_URL}/api/queue/${topic}`;

/**
 * Publishes messages in one call. One result a message, in order; a failure of the whole call is every message's
 * error, so that callers mark each row.
 */
export const publish = async (messages: QueueMessage[]): Promise<PublishResult[]> => {
  const requests = messages.map((message) => ({
    url: topicUrl(message.topic),
    body: message.payload,
    deduplicationId: message.deduplicationId,
    retries: RETRIES,
    retryDelay: RETRY_DELAY,
    failureCallback: topicUrl('dead-letter'),
    ...(message.traceparent !== null && { headers: { traceparent: message.traceparent } }),
    ...(PARALLELISM[message.topic] !== undefined && {
      flowControl: { key: message.topic, parallelism: PARALLELISM[message.topic] ?? 1 },
    }),
  }));
  try {
    const results: unknown[] = await queueClient().batchJSON(requests);
    return messages.map((_, index) => {
      const result = results[index];
      const found = typeof result === 'object' && result !== null ? result : {};
      if ('messageId' in found && typeof found.messageId === 'string') return { messageId: found.messageId };
      return { error: 'error' in found && typeof found.error === 'string' ? found.error : 'not accepted' };
    });
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'the queue did not answer';
    return messages.map(() => ({ error: reason.slice(0, 300) }));
  }
};
