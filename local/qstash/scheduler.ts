import { transaction } from './database';
import type { Headers } from './headers';
import { readDrafts } from './publish';
import type { Context } from './route';
import { nextRun } from './schedules';
import { insertMessages } from './store';
import { WireError } from './wire-error';

const LONGEST_SLEEP_MS = 60_000;
const TROUBLE_MS = 500;

type DueSchedule = {
  id: string;
  destination: string;
  cron: string;
  headers: Headers;
  body: Buffer;
  caller_ip: string;
  nominal_at: Date;
};

export type Scheduler = {
  /** Looks at the schedules again. */
  wake: () => void;
  stop: () => Promise<void>;
};

/** Publishes the message of every schedule whose time has come; one that was missed while nothing ran comes once, late. */
export function createScheduler(context: Context): Scheduler {
  const { pool, wake: deliver } = context;
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let ticking = Promise.resolve();

  const tick = async (): Promise<number> => {
    for (;;) if (!(await fireOne(context))) break;
    deliver();
    const { rows } = await pool.query<{ wait: number | null }>(
      `select extract(epoch from min(due_at) - clock_timestamp())::float8 * 1000 as wait
       from qstash.schedule where not paused`,
    );
    return rows[0]?.wait ?? LONGEST_SLEEP_MS;
  };

  const round = async (before: Promise<void>): Promise<void> => {
    await before;
    const wait = await tick().catch(() => TROUBLE_MS);
    clearTimeout(timer);
    if (!stopped) timer = setTimeout(wake, Math.min(Math.max(wait, 1), LONGEST_SLEEP_MS));
  };
  const wake = (): void => {
    clearTimeout(timer);
    ticking = round(ticking);
  };

  return {
    wake,
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await ticking;
    },
  };
}

/** Moves a due schedule on and stores its message in one transaction. @returns false when none is due */
async function fireOne({ pool, settings, faults }: Context): Promise<boolean> {
  return transaction(pool, async (db) => {
    const { rows } = await db.query<DueSchedule>(
      `select * from qstash.schedule where not paused and due_at <= clock_timestamp()
       order by due_at limit 1 for update skip locked`,
    );
    const schedule = rows[0];
    if (!schedule) return false;
    const { timeScale } = settings();
    const now = new Date();
    // With scaled time the nominal runs follow one another; otherwise runs that have passed are left out.
    const from = timeScale === 1 && schedule.nominal_at < now ? now : schedule.nominal_at;
    const next = nextRun(schedule.cron, from);
    const due = new Date(now.getTime() + (next.getTime() - from.getTime()) * timeScale);
    await db.query('update qstash.schedule set nominal_at = $2, due_at = $3, last_at = $4 where id = $1', [
      schedule.id,
      next,
      timeScale === 1 ? next : due,
      now,
    ]);
    const origin = { callerIP: schedule.caller_ip, scheduleId: schedule.id };
    const read = readDrafts(db, schedule.destination, schedule.headers, schedule.body, origin);
    // A URL group that was deleted since has nobody to deliver to.
    const drafts = await read.catch((error: unknown) =>
      error instanceof WireError ? [] : Promise.reject(error),
    );
    await insertMessages(db, drafts, timeScale, (draft) => faults.hold(draft));
    return true;
  });
}
