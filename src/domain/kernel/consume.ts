import { database } from '@/db/client';
import { logger } from '@/services/log';
import { verifiedBody } from '@/services/queue-route';
import type { Context } from './context';
import { DomainError } from './errors';
import { newId } from './ids';
import { topics, type Topic, type TopicPayload } from './topics';
import { continueTrace } from './trace';

/** The context of a consumer or a schedule. */
export const workerContext = (name: string, traceparent?: string | null): Context => {
  const trace = continueTrace(traceparent);
  return {
    actor: { kind: 'worker', name },
    db: database(),
    now: () => new Date(),
    newId,
    log: logger().with({ topic: name, traceId: trace.traceId }),
    trace,
  };
};

const parsePayload = <T extends Topic>(topic: T, body: string): TopicPayload<T> | null => {
  try {
    const result = topics[topic].safeParse(JSON.parse(body));
    return result.success ? (result.data as TopicPayload<T>) : null;
  } catch {
    return null;
  }
};

/** 489 with this header makes QStash give up at once and keep the message as a dead letter. */
const poison = (reason: string): Response =>
  Response.json({ error: reason }, { status: 489, headers: { 'Upstash-NonRetryable-Error': 'true' } });

/**
 * Verify → parse → consume, for a topic's route handler: 401 unsigned or signed for another route, 489 a message
 * that can never succeed, 500 one worth another delivery, 200 done (or already done). `afterwards` runs in any case
 * that consumed, to send what the consumer enqueued.
 */
export const consumeTopic = async <T extends Topic>(
  request: Request,
  topic: T,
  consumer: (ctx: Context, payload: TopicPayload<T>) => Promise<void>,
  afterwards: (ctx: Context) => void,
): Promise<Response> => {
  const body = await verifiedBody(request, topic);
  if (body === null) return Response.json({ error: 'bad signature' }, { status: 401 });
  const ctx = workerContext(topic, request.headers.get('traceparent'));
  const payload = parsePayload(topic, body === '' ? '{}' : body);
  if (payload === null) return poison('bad payload');
  const started = performance.now();
  try {
    await consumer(ctx, payload);
    ctx.log.info('consumed', { durationMs: Math.round(performance.now() - started) });
    return Response.json({ ok: true });
  } catch (error) {
    const attempt = Number(request.headers.get('upstash-retried') ?? 0);
    if (error instanceof DomainError && (error.code === 'not_found' || error.code === 'invalid_input')) {
      ctx.log.warn('message given up', { code: error.code, attempt });
      return poison(error.code);
    }
    ctx.log.error('consumer failed', { error, attempt });
    return Response.json({ error: 'try again' }, { status: 500 });
  } finally {
    afterwards(ctx);
  }
};
