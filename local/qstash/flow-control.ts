import type { Pool } from 'pg';
import type { MessageConfig } from './message';
import { type Context, part, type Request, type Route } from './route';
import type { Settings } from './settings';

type Limits = { parallelism?: number | undefined; rate?: number | undefined; period?: number | undefined };

type KeyState = {
  paused: boolean;
  pinned: Limits;
  /** Limits of the last message that started. */
  latest: Limits;
  active: number;
  /** Deliveries started in the current period, and when that began (real milliseconds). */
  count: number;
  start: number;
};

export type FlowControl = {
  /** Tells whether a delivery may start now. */
  admits: (config: MessageConfig) => boolean;
  started: (config: MessageConfig) => void;
  ended: (config: MessageConfig) => void;
  /** Keys that let nothing through whatever the message says. */
  pausedKeys: () => string[];
  /** @returns milliseconds until the message's period ends; undefined when no rate holds it back */
  waitFor: (config: MessageConfig) => number | undefined;
  state: (key: string) => KeyState;
};

/**
 * Counts deliveries by flow-control key. The limits travel with each message, so that while limits change the highest
 * one that is still waiting applies; a pinned limit replaces them. Counts start anew with the process.
 */
export async function loadFlowControl(pool: Pool, settings: () => Settings): Promise<FlowControl> {
  const states = new Map<string, KeyState>();
  const state = (key: string): KeyState => {
    const known = states.get(key) ?? { paused: false, pinned: {}, latest: {}, active: 0, count: 0, start: 0 };
    states.set(key, known);
    return known;
  };
  const { rows } = await pool.query<{ key: string; paused: boolean } & Record<keyof Limits, number | null>>(
    'select * from qstash.flow_control',
  );
  for (const { key, paused, parallelism, rate, period } of rows) {
    const pinned = {
      parallelism: parallelism ?? undefined,
      rate: rate ?? undefined,
      period: period ?? undefined,
    };
    Object.assign(state(key), { paused, pinned });
  }

  const limits = (config: MessageConfig, { pinned }: KeyState): Limits => ({
    parallelism: pinned.parallelism ?? config.parallelism,
    rate: pinned.rate ?? config.rate,
    period: pinned.rate === undefined ? config.period : pinned.period,
  });
  const periodMs = ({ period = 1 }: Limits): number => period * 1000 * settings().timeScale;
  const counted = (current: KeyState, now: Limits): number =>
    Date.now() - current.start < periodMs(now) ? current.count : 0;

  return {
    state,
    pausedKeys: () => [...states].filter(([, { paused }]) => paused).map(([key]) => key),
    admits: (config) => {
      if (config.flowControlKey === undefined) return true;
      const current = state(config.flowControlKey);
      const now = limits(config, current);
      return (
        !current.paused &&
        (now.parallelism === undefined || current.active < now.parallelism) &&
        (now.rate === undefined || counted(current, now) < now.rate)
      );
    },
    started: (config) => {
      if (config.flowControlKey === undefined) return;
      const current = state(config.flowControlKey);
      current.latest = limits(config, current);
      current.active += 1;
      const count = counted(current, current.latest);
      if (count === 0) current.start = Date.now();
      current.count = count + 1;
    },
    ended: ({ flowControlKey }) => {
      if (flowControlKey !== undefined) state(flowControlKey).active -= 1;
    },
    waitFor: (config) => {
      if (config.flowControlKey === undefined) return undefined;
      const current = state(config.flowControlKey);
      const now = limits(config, current);
      const full = now.rate !== undefined && counted(current, now) >= now.rate;
      return full ? current.start + periodMs(now) - Date.now() : undefined;
    },
  };
}

export function flowControlRoutes({ pool, flow, wake }: Context): Route[] {
  const change = (apply: (current: KeyState, query: URLSearchParams) => void) => async (request: Request) => {
    const key = part(request);
    const current = flow.state(key);
    apply(current, request.query);
    const { parallelism, rate, period } = current.pinned;
    await pool.query(
      `insert into qstash.flow_control (key, paused, parallelism, rate, period) values ($1, $2, $3, $4, $5)
       on conflict (key) do update set paused = $2, parallelism = $3, rate = $4, period = $5`,
      [key, current.paused, parallelism, rate, period],
    );
    wake();
    return {};
  };
  const number = (query: URLSearchParams, name: string): number | undefined =>
    query.has(name) ? Number(query.get(name)) : undefined;
  const path = (action: string): RegExp => new RegExp(`^/flowControl/([^/]+)/${action}$`);
  return [
    { method: 'POST', pattern: path('pause'), handle: change((current) => void (current.paused = true)) },
    { method: 'POST', pattern: path('resume'), handle: change((current) => void (current.paused = false)) },
    { method: 'POST', pattern: path('resetRate'), handle: change((current) => void (current.count = 0)) },
    {
      method: 'POST',
      pattern: path('pin'),
      handle: change((current, query) => {
        current.pinned = {
          parallelism: number(query, 'parallelism') ?? current.pinned.parallelism,
          rate: number(query, 'rate') ?? current.pinned.rate,
          period: number(query, 'period') ?? current.pinned.period,
        };
      }),
    },
    {
      method: 'POST',
      pattern: path('unpin'),
      handle: change((current, query) => {
        if (query.get('parallelism') === 'true')
          current.pinned = { ...current.pinned, parallelism: undefined };
        if (query.get('rate') === 'true')
          current.pinned = { ...current.pinned, rate: undefined, period: undefined };
      }),
    },
    {
      method: 'GET',
      pattern: /^\/flowControl\/([^/]+)$/,
      handle: async (request) => {
        const { rows } = await pool.query<{ waiting: number }>(
          `select count(*)::int as waiting from qstash.message where state = 'ready' and flow_key = $1`,
          [part(request)],
        );
        return view(part(request), flow.state(part(request)), rows[0]?.waiting ?? 0);
      },
    },
  ];
}

function view(
  key: string,
  { paused, pinned, latest, active, count, start }: KeyState,
  waiting: number,
): object {
  return {
    flowControlKey: key,
    waitListSize: waiting,
    parallelismMax: latest.parallelism ?? 0,
    parallelismCount: active,
    rateMax: latest.rate ?? 0,
    rateCount: count,
    ratePeriod: latest.period ?? 0,
    ratePeriodStart: Math.floor(start / 1000),
    isPaused: paused,
    isPinnedParallelism: pinned.parallelism !== undefined,
    isPinnedRate: pinned.rate !== undefined,
  };
}
