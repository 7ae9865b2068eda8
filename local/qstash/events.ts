import { configFields, oneOf, readCount, readFilter } from './filter';
import type { Context, Route } from './route';

const FIELDS = {
  messageIds: oneOf('message_id'),
  messageId: oneOf('message_id'),
  state: oneOf('state'),
  ...configFields('detail'),
};

export function eventRoutes({ pool }: Context): Route[] {
  return ['events', 'logs'].map((name) => ({
    method: 'GET',
    pattern: new RegExp(`^/${name}$`),
    handle: async ({ query }) => {
      const count = readCount(query, 1000);
      const { where, values } = readFilter(query, FIELDS, 'at');
      const { rows } = await pool.query<{
        id: string;
        time: number;
        messageId: string;
        state: string;
        detail: object;
      }>(
        `select id, floor(extract(epoch from at) * 1000)::float8 as time, message_id as "messageId", state, detail
         from qstash.event where ${where} and id < $${values.length + 1}::bigint order by id desc limit $${values.length + 2}`,
        [...values, query.get('cursor') || '9223372036854775807', count + 1],
      );
      const page = rows.slice(0, count);
      const shown = page.map(({ time, messageId, state, detail }) => ({ ...detail, time, messageId, state }));
      return { [name]: shown, ...(rows.length > count ? { cursor: page.at(-1)?.id } : {}) };
    },
  }));
}
