import { type Queryable, transaction } from './database';
import { askedDelay, defaultBackoff } from './duration';
import { evaluateDelay } from './expression';
import { readCallback } from './headers';
import type { Draft, Outcome, StoredMessage } from './message';
import type { Context } from './route';
import { insertMessages, recordCancelled, recordDead, recordDelivered, recordRetry } from './store';

/** A destination says with this status and `Upstash-NonRetryable-Error: true` that trying again is no use. */
const NON_RETRYABLE = 489;

/**
 * Records what came of a delivery: done, to be tried again, or dead; and sends the callbacks, in one transaction.
 */
export async function settle(context: Context, message: StoredMessage, outcome: Outcome): Promise<void> {
  const { config } = message;
  const ok = outcome.status >= 200 && outcome.status < 300;
  if (ok && config.callback === undefined) return recordDelivered(context.pool, message.id, outcome.status);
  await transaction(context.pool, async (db) => {
    if (config.callback !== undefined)
      await send(
        context,
        db,
        readCallback(config.callback, config.callbackHeaders, result(message, outcome), config.callerIP),
      );
    if (ok) await recordDelivered(db, message.id, outcome.status);
    else await settleFailure(context, db, message, outcome);
  });
}

async function settleFailure(
  context: Context,
  db: Queryable,
  message: StoredMessage,
  outcome: Outcome,
): Promise<void> {
  const { id, retried, config } = message;
  if (await recordCancelled(db, id)) return;
  const fatal =
    outcome.status === NON_RETRYABLE && outcome.header['upstash-nonretryable-error']?.[0] === 'true';
  if (!fatal && retried < config.maxRetries) {
    const wait = retryWait(message, outcome) * context.settings().timeScale;
    return recordRetry(db, id, outcome, wait + context.faults.hold(message));
  }
  const dlqId = await recordDead(db, message, outcome);
  if (config.failureCallback === undefined) return;
  const body = result(message, outcome, { dlqId });
  await send(
    context,
    db,
    readCallback(config.failureCallback, config.failureCallbackHeaders, body, config.callerIP),
  );
}

/** @returns milliseconds: what the destination asks for, else the publisher's expression, else the default back-off */
function retryWait({ retried, config }: StoredMessage, { header }: Outcome): number {
  const asked = askedDelay(header, Date.now());
  if (asked !== undefined) return asked;
  return config.retryDelayExpression === undefined
    ? defaultBackoff(retried)
    : evaluateDelay(config.retryDelayExpression, retried);
}

const send = ({ settings, faults }: Context, db: Queryable, draft: Draft): Promise<unknown> =>
  insertMessages(db, [draft], settings().timeScale, (callback) => faults.hold(callback));

/** The body of a callback; the bodies inside it are base64. */
function result({ id, retried, config, body }: StoredMessage, outcome: Outcome, more: object = {}): Buffer {
  return Buffer.from(
    JSON.stringify({
      status: outcome.status,
      header: outcome.header,
      body: outcome.body.toString('base64'),
      retried,
      maxRetries: config.maxRetries,
      sourceMessageId: id,
      url: config.url,
      method: config.method,
      sourceHeader: config.header,
      sourceBody: body.toString('base64'),
      createdAt: String(config.createdAt),
      callerIP: config.callerIP,
      topicName: config.topicName,
      endpointName: config.endpointName,
      scheduleId: config.scheduleId,
      queueName: config.queueName,
      ...more,
    }),
  );
}
