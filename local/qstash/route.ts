import type { Pool } from 'pg';
import type { FaultPlan } from './faults';
import type { FlowControl } from './flow-control';
import type { Headers } from './headers';
import type { Settings } from './settings';

/** What the routes and the dispatcher work with. */
export type Context = {
  pool: Pool;
  settings: () => Settings;
  faults: FaultPlan;
  flow: FlowControl;
  signingKeys: { current: string; next: string };
  /** Looks for something to deliver; called after every change that may allow a delivery. */
  wake: () => void;
  /** Tells the scheduler that the schedules have changed. */
  reschedule: () => void;
};

export type Request = {
  query: URLSearchParams;
  headers: Headers;
  body: Buffer;
  callerIP: string;
  /** Parts of the path that the route's pattern caught, still percent-encoded. */
  parts: string[];
};

export type Route = {
  method: string;
  /** Matched against what follows `/v2`; `raw` includes the query string, which is then the destination's own. */
  pattern: RegExp;
  raw?: boolean;
  /** @returns the answer's JSON */
  handle: (request: Request) => Promise<unknown>;
};

/** @returns part `index` of the path, decoded */
export const part = ({ parts }: Request, index = 0): string => decodeURIComponent(parts[index] ?? '');
