import { randomBytes } from 'node:crypto';
import { Cron } from 'croner';
import { type Headers, readDraft } from './headers';
import { viewMessage } from './messages';
import { type Context, part, type Request, type Route } from './route';
import { WireError } from './wire-error';

const ZONE = /^CRON_TZ=(\S+)\s+/;

/**
 * @param cron five fields, UTC unless it begins with `CRON_TZ=<IANA zone> `
 * @returns the first run after `after`
 * @throws WireError 400 when the expression is wrong or never runs
 */
export function nextRun(cron: string, after: Date): Date {
  const zone = ZONE.exec(cron)?.[1] ?? 'UTC';
  try {
    const next = new Cron(cron.replace(ZONE, ''), { timezone: zone, mode: '5-part' }).nextRun(after);
    if (next) return next;
  } catch {
    // Told below, with the expression.
  }
  throw new WireError(400, `invalid cron: ${cron}`);
}

type Row = {
  id: string;
  destination: string;
  cron: string;
  headers: Headers;
  body: Buffer;
  caller_ip: string;
  paused: boolean;
  nominal_at: Date;
  last_at: Date | null;
  created_at: Date;
};

const EXAMPLE_URL = 'https://group.example';

export function scheduleRoutes({ pool, settings, reschedule }: Context): Route[] {
  const create = async ({ parts, headers, body, callerIP }: Request): Promise<object> => {
    const destination = parts[0] ?? '';
    const cron = headers['upstash-cron'] ?? '';
    const now = new Date();
    const next = nextRun(cron, now);
    // Refuses bad headers now, also those of a schedule whose destination is a URL group.
    readDraft(/^https?:/i.test(destination) ? destination : EXAMPLE_URL, headers, body, callerIP);
    const id = headers['upstash-schedule-id'] ?? `scd_${randomBytes(18).toString('base64url')}`;
    const due = new Date(now.getTime() + (next.getTime() - now.getTime()) * settings().timeScale);
    await pool.query(
      `insert into qstash.schedule as old (id, destination, cron, headers, body, caller_ip, nominal_at, due_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8)
       on conflict (id) do update set destination = $2, cron = $3, headers = $4, body = $5, caller_ip = $6,
         nominal_at = case when old.cron = $3 then old.nominal_at else $7 end,
         due_at = case when old.cron = $3 then old.due_at else $8 end`,
      [id, destination, cron, JSON.stringify(kept(headers)), body, callerIP, next, due],
    );
    reschedule();
    return { scheduleId: id };
  };
  const setPaused = (paused: boolean) => async (request: Request) => {
    const { rows } = await pool.query<Row>('select * from qstash.schedule where id = $1', [part(request)]);
    if (!rows[0]) throw new WireError(404, `schedule ${part(request)} not found`);
    // Runs that fell into the pause are not made up for.
    const next = nextRun(rows[0].cron, new Date());
    await pool.query('update qstash.schedule set paused = $2, nominal_at = $3, due_at = $3 where id = $1', [
      part(request),
      paused,
      next,
    ]);
    reschedule();
    return {};
  };
  const path = (action: string): RegExp => new RegExp(`^/schedules/([^/]+)/${action}$`);
  return [
    ...['PATCH', 'POST'].flatMap((method) => [
      { method, pattern: path('pause'), handle: setPaused(true) },
      { method, pattern: path('resume'), handle: setPaused(false) },
    ]),
    { method: 'POST', pattern: /^\/schedules\/(.+)$/, raw: true, handle: create },
    {
      method: 'GET',
      pattern: /^\/schedules$/,
      handle: async () => (await pool.query<Row>('select * from qstash.schedule order by id')).rows.map(view),
    },
    {
      method: 'GET',
      pattern: /^\/schedules\/([^/]+)$/,
      handle: async (request) => {
        const { rows } = await pool.query<Row>('select * from qstash.schedule where id = $1', [
          part(request),
        ]);
        if (!rows[0]) throw new WireError(404, `schedule ${part(request)} not found`);
        return view(rows[0]);
      },
    },
    {
      method: 'DELETE',
      pattern: /^\/schedules\/([^/]+)$/,
      handle: async (request) => {
        const { rowCount } = await pool.query('delete from qstash.schedule where id = $1', [part(request)]);
        if (rowCount === 0) throw new WireError(404, `schedule ${part(request)} not found`);
        return {};
      },
    },
  ];
}

/** The headers that say how to deliver; the request's own (and its token) are left out. */
const kept = (headers: Headers): Headers =>
  Object.fromEntries(
    Object.entries(headers).filter(([name]) => name === 'content-type' || name.startsWith('upstash-')),
  );

function view(row: Row): object {
  const url = /^https?:/i.test(row.destination) ? row.destination : EXAMPLE_URL;
  const { config, delay } = readDraft(url, row.headers, row.body, row.caller_ip);
  return {
    ...viewMessage(config, row.body),
    url: undefined,
    scheduleId: row.id,
    destination: row.destination,
    cron: row.cron,
    retries: config.maxRetries,
    delay: delay / 1000,
    createdAt: row.created_at.getTime(),
    isPaused: row.paused,
    nextScheduleTime: row.nominal_at.getTime(),
    ...(row.last_at === null ? {} : { lastScheduleTime: row.last_at.getTime() }),
  };
}
