import { transaction } from './database';
import { configFields, oneOf, readCount, readFilter } from './filter';
import type { MessageConfig } from './message';
import { viewMessage } from './messages';
import { type Context, part, type Request, type Route } from './route';
import { insertMessages } from './store';
import { WireError } from './wire-error';

type DeadLetter = { id: string; messageId: string; config: MessageConfig; body: Buffer; response: object };

const COLUMNS = 'id, message_id as "messageId", config, body, response';
const FIELDS = {
  dlqIds: oneOf('id'),
  messageId: oneOf('message_id'),
  responseStatus: oneOf(`response->>'responseStatus'`),
  ...configFields('config'),
};

export function deadLetterRoutes({ pool, settings, wake }: Context): Route[] {
  const list = async ({ query }: Request): Promise<{ page: DeadLetter[]; cursor?: string }> => {
    const count = readCount(query, 100);
    const { where, values } = readFilter(query, FIELDS, 'at');
    const { rows } = await pool.query<DeadLetter>(
      `select ${COLUMNS} from qstash.dead_letter where ${where} and id > $${values.length + 1}
       order by id limit $${values.length + 2}`,
      [...values, query.get('cursor') ?? '', count + 1],
    );
    const page = rows.slice(0, count);
    const last = page.at(-1)?.id;
    return { page, ...(rows.length > count && last !== undefined ? { cursor: last } : {}) };
  };
  const view = ({ id, messageId, config, body, response }: DeadLetter): object => ({
    dlqId: id,
    messageId,
    ...viewMessage(config, body),
    ...response,
  });
  /** Publishes dead letters anew and takes them off the list, in one step. */
  const retry = async (request: Request): Promise<object> => {
    const { page, cursor } = await list(request);
    const receipts = await transaction(pool, async (client) => {
      const { rows } = await client.query<DeadLetter>(
        `delete from qstash.dead_letter where id = any($1) returning ${COLUMNS}`,
        [page.map(({ id }) => id)],
      );
      const drafts = rows.map(({ config, body }) => ({
        config: { ...config, createdAt: Date.now() },
        body,
        delay: 0,
      }));
      return insertMessages(client, drafts, settings().timeScale, () => 0);
    });
    wake();
    return { responses: receipts, ...(cursor === undefined ? {} : { cursor }) };
  };
  return [
    { method: 'POST', pattern: /^\/dlq\/retry$/, handle: retry },
    {
      method: 'GET',
      pattern: /^\/dlq$/,
      handle: async (request) => {
        const { page, ...more } = await list(request);
        return { messages: page.map(view), ...more };
      },
    },
    {
      method: 'GET',
      pattern: /^\/dlq\/([^/]+)$/,
      handle: async (request) => {
        const { rows } = await pool.query<DeadLetter>(
          `select ${COLUMNS} from qstash.dead_letter where id = $1`,
          [part(request)],
        );
        if (!rows[0]) throw new WireError(404, `dead letter ${part(request)} not found`);
        return view(rows[0]);
      },
    },
    {
      method: 'DELETE',
      pattern: /^\/dlq\/([^/]+)$/,
      handle: async (request) => {
        const { rowCount } = await pool.query('delete from qstash.dead_letter where id = $1', [
          part(request),
        ]);
        if (rowCount === 0) throw new WireError(404, `dead letter ${part(request)} not found`);
        return { deleted: 1 };
      },
    },
    {
      method: 'DELETE',
      pattern: /^\/dlq$/,
      handle: async (request) => {
        const { page, ...more } = await list(request);
        await pool.query('delete from qstash.dead_letter where id = any($1)', [page.map(({ id }) => id)]);
        return { deleted: page.length, ...more };
      },
    },
  ];
}
