import { setTimeout as pause } from 'node:timers/promises';
import { deliver } from './delivery';
import type { Outcome, StoredMessage } from './message';
import type { Context } from './route';
import { settle } from './settle';
import { type Candidate, claimMessages, listCandidates } from './store';

/** How many more messages are looked at than can start, so that a limited key in front does not hide the others. */
const LOOK_AHEAD = 50;
const LONGEST_SLEEP_MS = 60_000;
/** Pause after the database could not be reached. */
const TROUBLE_MS = 500;

export type Dispatcher = {
  wake: () => void;
  /** Deliveries under way. */
  running: () => number;
  /** Ends the deliveries under way; they are delivered again at the next start. */
  stop: () => Promise<void>;
};

/**
 * Delivers what is due. One pump at a time chooses and claims (several at once would overrun the limits); deliveries run
 * side by side. It sleeps until the next message is due and is woken by every change.
 */
export function createDispatcher(context: Context): Dispatcher {
  const { pool, settings, faults, flow } = context;
  const stopping = new AbortController();
  const running = new Map<string, Promise<void>>();
  const activeInQueue = new Map<string, number>();
  let wanted = false;
  let pumping = false;
  let timer: NodeJS.Timeout | undefined;

  const wake = (): void => {
    wanted = true;
    if (!pumping) void run();
  };

  const run = async (): Promise<void> => {
    pumping = true;
    clearTimeout(timer);
    let sleep = 0;
    while (wanted && !stopping.signal.aborted) {
      wanted = false;
      sleep = await pump().catch(() => TROUBLE_MS);
    }
    pumping = false;
    if (!stopping.signal.aborted) timer = setTimeout(wake, Math.min(Math.max(sleep, 1), LONGEST_SLEEP_MS));
  };

  /** Starts all that may start. @returns milliseconds until something more may */
  const pump = async (): Promise<number> => {
    const blockedKeys = new Set(flow.pausedKeys());
    let sleep = LONGEST_SLEEP_MS;
    for (;;) {
      const slots = settings().concurrency - running.size;
      if (slots <= 0) return sleep;
      const limit = slots + LOOK_AHEAD;
      const candidates = await listCandidates(pool, fullQueues(), [...blockedKeys], limit);
      const future = candidates.find(({ wait }) => wait > 0);
      if (future) sleep = Math.min(sleep, future.wait);
      const chosen = candidates.filter(({ wait }) => wait <= 0).filter(reserve(slots, blockedKeys));
      for (const { config } of candidates)
        if (config.flowControlKey !== undefined && blockedKeys.has(config.flowControlKey))
          sleep = Math.min(sleep, flow.waitFor(config) ?? sleep);
      const claimed = await claim(chosen);
      for (const message of claimed) running.set(message.id, work(message));
      if (chosen.length === 0 && candidates.length < limit) return sleep;
    }
  };

  const fullQueues = (): string[] =>
    [...activeInQueue]
      .filter(([name, active]) => active >= (queueLimits.get(name) ?? 1))
      .map(([name]) => name);
  const queueLimits = new Map<string, number>();

  /** Chooses candidates within the limits, counting each as started at once. */
  const reserve = (slots: number, blockedKeys: Set<string>): ((candidate: Candidate) => boolean) => {
    let left = slots;
    return ({ config, queueParallelism }) => {
      const { queueName, flowControlKey } = config;
      if (left === 0 || (flowControlKey !== undefined && blockedKeys.has(flowControlKey))) return false;
      if (queueName !== undefined) {
        queueLimits.set(queueName, queueParallelism);
        if ((activeInQueue.get(queueName) ?? 0) >= queueParallelism) return false;
      }
      if (!flow.admits(config)) {
        if (flowControlKey !== undefined) blockedKeys.add(flowControlKey);
        return false;
      }
      left -= 1;
      count(config, 1);
      return true;
    };
  };

  const count = (config: StoredMessage['config'], change: 1 | -1): void => {
    const { queueName } = config;
    if (queueName !== undefined) activeInQueue.set(queueName, (activeInQueue.get(queueName) ?? 0) + change);
    if (change === 1) flow.started(config);
    else flow.ended(config);
  };

  /** What was reserved but not got (cancelled meanwhile, or the database failed) gives its place back. */
  const claim = async (chosen: Candidate[]): Promise<StoredMessage[]> => {
    if (chosen.length === 0) return [];
    const claimed = await claimMessages(
      pool,
      chosen.map(({ id }) => id),
    ).catch((error: unknown) => {
      for (const { config } of chosen) count(config, -1);
      throw error;
    });
    const got = new Set(claimed.map(({ id }) => id));
    for (const { id, config } of chosen) if (!got.has(id)) count(config, -1);
    return claimed;
  };

  const work = async (message: StoredMessage): Promise<void> => {
    const outcome = await attempt(message);
    await record(message, outcome);
    running.delete(message.id);
    count(message.config, -1);
    wake();
  };

  const attempt = async (message: StoredMessage): Promise<Outcome> => {
    const { duplicate, dropAck } = faults.delivery(message);
    const send = (): Promise<Outcome> => deliver(message, context.signingKeys.current, stopping.signal);
    const [outcome] = await Promise.all([send(), ...(duplicate ? [send()] : [])]);
    const acknowledged = outcome.status >= 200 && outcome.status < 300;
    return dropAck && acknowledged
      ? { ...outcome, status: 0, error: 'the answer was lost (injected)' }
      : outcome;
  };

  /** A message whose result cannot be written must not stay active for ever: keep trying while we live. */
  const record = async (message: StoredMessage, outcome: Outcome): Promise<void> => {
    while (!stopping.signal.aborted) {
      try {
        return await settle(context, message, outcome);
      } catch {
        await pause(TROUBLE_MS);
      }
    }
  };

  return {
    wake,
    running: () => running.size,
    stop: async () => {
      stopping.abort();
      clearTimeout(timer);
      await Promise.all(running.values());
    },
  };
}
