import { TRPCClientError } from '@trpc/client';
import { describe, expect, it } from 'vitest';
import { saveOver, unheardAfter } from './save-over';

const refusal = (code: string) =>
  TRPCClientError.from({ error: { message: 'Refused.', code: -32_000, data: { code } } });

/** A server that keeps one draft, and answers a save of what it holds already. */
const holding = (revision: number, draft: string) => {
  const held = { revision, draft };
  const send = async (over: number, sent: string) => {
    if (over === held.revision) Object.assign(held, { revision: over + 1, draft: sent });
    else if (sent !== held.draft) throw refusal('conflict');
    return { revision: held.revision };
  };
  return { held, send };
};

describe('a save after one that was not heard of', () => {
  it('goes over it when it was carried out', async () => {
    const { held, send } = holding(5, 'Hem');
    expect(await saveOver(send, { revision: 4, draft: 'Hem skirts', unheard: 'Hem' })).toEqual({
      revision: 6,
    });
    expect(held).toEqual({ revision: 6, draft: 'Hem skirts' });
  });

  it('takes its place when it was not', async () => {
    const { held, send } = holding(4, '');
    await saveOver(send, { revision: 4, draft: 'Hem skirts', unheard: 'Hem' });
    expect(held).toEqual({ revision: 5, draft: 'Hem skirts' });
  });

  it('is refused over somebody else’s work, and without one before it', async () => {
    const { held, send } = holding(5, 'Sew');
    for (const unheard of ['Hem', null])
      await expect(saveOver(send, { revision: 4, draft: 'Hem skirts', unheard })).rejects.toThrow('Refused.');
    expect(held).toEqual({ revision: 5, draft: 'Sew' });
  });
});

it('only what got no answer is unheard of', () => {
  expect(unheardAfter(new TypeError('Failed to fetch'), 'sent', null)).toBe('sent');
  expect(unheardAfter(refusal('invalid_input'), 'sent', 'before')).toBe('before');
});
