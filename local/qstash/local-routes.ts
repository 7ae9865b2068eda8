import { parseJson } from './json';
import type { Context, Route } from './route';
import { patchSettings, type Settings, settingsPatchSchema } from './settings';

const TABLES = [
  'message',
  'deduplication',
  'dead_letter',
  'event',
  'queue',
  'url_group',
  'schedule',
  'flow_control',
];

/** What the hosted service does not have: faults, time scale, counts. Served under `/local`, with the same token. */
export function localRoutes(
  { pool, settings, wake }: Context,
  change: (settings: Settings) => void,
): Route[] {
  return [
    { method: 'GET', pattern: /^\/settings$/, handle: async () => settings() },
    {
      method: 'PATCH',
      pattern: /^\/settings$/,
      handle: async ({ body }) => {
        change(patchSettings(settings(), settingsPatchSchema.parse(parseJson(body))));
        wake();
        return settings();
      },
    },
    {
      method: 'GET',
      pattern: /^\/stats$/,
      handle: async () => {
        const { rows } = await pool.query(
          `select count(*) filter (where state = 'ready' and due_at <= now())::int as due,
             count(*) filter (where state = 'ready' and due_at > now())::int as waiting,
             count(*) filter (where state <> 'ready')::int as active,
             (select count(*)::int from qstash.dead_letter) as dead
           from qstash.message`,
        );
        return rows[0];
      },
    },
    {
      method: 'POST',
      pattern: /^\/reset$/,
      handle: async () => {
        await pool.query(`truncate ${TABLES.map((table) => `qstash.${table}`).join(', ')}`);
        return {};
      },
    },
  ];
}
