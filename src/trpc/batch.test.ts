import { beforeAll, expect, it } from 'vitest';
import { GET } from '@/app/api/trpc/[trpc]/route';
import { stubEnvironment } from '@/testing/environment';

beforeAll(() => stubEnvironment());

const batchOf = (calls: number): Promise<Response> => {
  const paths = Array.from({ length: calls }, () => 'accounts.me').join(',');
  return GET(new Request(`http://localhost:3999/api/trpc/${paths}?batch=1&input={}`));
};

it('answers ten calls in a batch, refuses eleven, and lets nothing keep an answer', async () => {
  const ten = await batchOf(10);
  expect(ten.status).toBe(200);
  expect(await ten.json()).toHaveLength(10);
  expect(ten.headers.get('cache-control')).toBe('private, no-store');
  const eleven = await batchOf(11);
  expect(eleven.status).toBe(400);
  expect(eleven.headers.get('cache-control')).toBe('private, no-store');
});
