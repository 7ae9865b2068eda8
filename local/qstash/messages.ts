import { configFields, type Filter, oneOf, readFilter } from './filter';
import type { MessageConfig } from './message';
import { type Context, part, type Route } from './route';
import { bodyFields } from './store';
import { WireError } from './wire-error';

/** A configuration as QStash's lists show it, with its body. */
export function viewMessage(config: MessageConfig, body: Buffer): object {
  const hidden = { callbackHeaders: undefined, failureCallbackHeaders: undefined };
  return { ...config, ...hidden, ...bodyFields(body, 'body') };
}

const FIELDS = { messageIds: oneOf('id'), ...configFields('config') };

export function messageRoutes({ pool, wake }: Context): Route[] {
  /** A message under way cannot be called back: it is only kept from being tried again. */
  const cancel = async ({ where, values }: Filter): Promise<{ cancelled: number }> => {
    const { rowCount } = await pool.query(
      `with chosen as (
         select id, state from qstash.message where state <> 'cancelling' and ${where} for update
       ), waiting as (
         delete from qstash.message where id in (select id from chosen where state = 'ready') returning id, config
       ), active as (
         update qstash.message set state = 'cancelling' where id in (select id from chosen where state = 'active')
         returning id, config
       ), logged as (
         insert into qstash.event (message_id, state, detail)
         select id, 'CANCEL_REQUESTED', config - 'header' from active
         union all select id, 'CANCEL_REQUESTED', config - 'header' from waiting
         union all select id, 'CANCELED', config - 'header' from waiting
       )
       select id from chosen`,
      values,
    );
    wake();
    return { cancelled: rowCount ?? 0 };
  };
  return [
    {
      method: 'GET',
      pattern: /^\/messages\/([^/]+)$/,
      handle: async (request) => {
        const { rows } = await pool.query<{ id: string; config: MessageConfig; body: Buffer; due: number }>(
          `select id, config, body, floor(extract(epoch from due_at) * 1000)::float8 as due
           from qstash.message where id = $1`,
          [part(request)],
        );
        if (!rows[0]) throw new WireError(404, `message ${part(request)} not found`);
        const { id, config, body, due } = rows[0];
        return { messageId: id, notBefore: due, ...viewMessage(config, body) };
      },
    },
    {
      method: 'DELETE',
      pattern: /^\/messages\/([^/]+)$/,
      handle: async (request) => {
        const result = await cancel({ where: 'id = $1', values: [part(request)] });
        if (result.cancelled === 0) throw new WireError(404, `message ${part(request)} not found`);
        return result;
      },
    },
    { method: 'DELETE', pattern: /^\/messages$/, handle: ({ query }) => cancel(readFilter(query, FIELDS)) },
  ];
}
