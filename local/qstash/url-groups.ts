import { z } from 'zod';
import type { Queryable } from './database';
import { type Context, part, type Route } from './route';
import { WireError } from './wire-error';
import { parseJson } from './json';

const endpointSchema = z.object({ url: z.url(), name: z.string().optional() });
const bodySchema = z.object({ endpoints: z.array(endpointSchema.partial()) });

type Endpoint = z.infer<typeof endpointSchema>;

/** @throws WireError 404 */
export async function listEndpoints(db: Queryable, name: string): Promise<Endpoint[]> {
  const { rows } = await db.query<{ endpoints: Endpoint[] }>(
    'select endpoints from qstash.url_group where name = $1',
    [name],
  );
  if (!rows[0]) throw new WireError(404, `url group ${name} not found`);
  return rows[0].endpoints;
}

const VIEW = `select name, endpoints, floor(extract(epoch from created_at) * 1000)::float8 as "createdAt",
  floor(extract(epoch from updated_at) * 1000)::float8 as "updatedAt" from qstash.url_group`;

export function urlGroupRoutes({ pool }: Context): Route[] {
  const change = async (name: string, body: Buffer, add: boolean): Promise<object> => {
    const given = bodySchema.parse(parseJson(body)).endpoints;
    const same = (one: Endpoint): boolean =>
      given.some(({ url, name }) => url === one.url || (name !== undefined && name === one.name));
    const { rows } = await pool.query<{ endpoints: Endpoint[] }>(
      'select endpoints from qstash.url_group where name = $1',
      [name],
    );
    const kept = (rows[0]?.endpoints ?? []).filter((endpoint) => !same(endpoint));
    const endpoints = add ? [...kept, ...z.array(endpointSchema).parse(given)] : kept;
    await pool.query(
      `insert into qstash.url_group (name, endpoints) values ($1, $2)
       on conflict (name) do update set endpoints = excluded.endpoints, updated_at = now()`,
      [name, JSON.stringify(endpoints)],
    );
    return {};
  };
  return [
    {
      method: 'POST',
      pattern: /^\/topics\/([^/]+)\/endpoints$/,
      handle: (request) => change(part(request), request.body, true),
    },
    {
      method: 'DELETE',
      pattern: /^\/topics\/([^/]+)\/endpoints$/,
      handle: (request) => change(part(request), request.body, false),
    },
    {
      method: 'GET',
      pattern: /^\/topics$/,
      handle: async () => (await pool.query(`${VIEW} order by name`)).rows,
    },
    {
      method: 'GET',
      pattern: /^\/topics\/([^/]+)$/,
      handle: async (request) => {
        const { rows } = await pool.query(`${VIEW} where name = $1`, [part(request)]);
        if (!rows[0]) throw new WireError(404, `url group ${part(request)} not found`);
        return rows[0];
      },
    },
    {
      method: 'DELETE',
      pattern: /^\/topics\/([^/]+)$/,
      handle: async (request) => {
        await pool.query('delete from qstash.url_group where name = $1', [part(request)]);
        return {};
      },
    },
  ];
}
