import { z } from 'zod';
import { parseJson } from './json';
import { type Context, part, type Request, type Route } from './route';
import { WireError } from './wire-error';

const upsertSchema = z.object({
  queueName: z.string().min(1),
  parallelism: z.number().int().positive().default(1),
  paused: z.boolean().default(false),
});

const VIEW = `select name, parallelism, paused, floor(extract(epoch from created_at) * 1000)::float8 as "createdAt",
    floor(extract(epoch from updated_at) * 1000)::float8 as "updatedAt",
    (select count(*)::int from qstash.message where queue = name) as lag
  from qstash.queue`;

export function queueRoutes({ pool, wake }: Context): Route[] {
  const setPaused = (paused: boolean) => async (request: Request) => {
    await pool.query('update qstash.queue set paused = $2, updated_at = now() where name = $1', [
      part(request),
      paused,
    ]);
    wake();
    return {};
  };
  return [
    {
      method: 'POST',
      pattern: /^\/queues$/,
      handle: async ({ body }) => {
        const { queueName, parallelism, paused } = upsertSchema.parse(parseJson(body));
        await pool.query(
          `insert into qstash.queue (name, parallelism, paused) values ($1, $2, $3)
           on conflict (name) do update set parallelism = $2, paused = $3, updated_at = now()`,
          [queueName, parallelism, paused],
        );
        wake();
        return {};
      },
    },
    { method: 'POST', pattern: /^\/queues\/([^/]+)\/pause$/, handle: setPaused(true) },
    { method: 'POST', pattern: /^\/queues\/([^/]+)\/resume$/, handle: setPaused(false) },
    {
      method: 'GET',
      pattern: /^\/queues$/,
      handle: async () => (await pool.query(`${VIEW} order by name`)).rows,
    },
    {
      method: 'GET',
      pattern: /^\/queues\/([^/]+)$/,
      handle: async (request) => {
        const { rows } = await pool.query(`${VIEW} where name = $1`, [part(request)]);
        if (!rows[0]) throw new WireError(404, `queue ${part(request)} not found`);
        return rows[0];
      },
    },
    {
      method: 'DELETE',
      pattern: /^\/queues\/([^/]+)$/,
      handle: async (request) => {
        await pool.query('delete from qstash.queue where name = $1', [part(request)]);
        return {};
      },
    },
  ];
}
