import { timingSafeEqual } from 'node:crypto';
import { workerContext } from '@/domain/kernel/consume';
import { env } from '@/env';
import { sweep } from '../../sweep';

const sameSecret = (given: string): boolean => {
  const [a, b] = [Buffer.from(given), Buffer.from(`Bearer ${env().CRON_SECRET}`)];
  return a.length === b.length && timingSafeEqual(a, b);
};

/** Vercel's cron: the second, independent trigger of the sweep; missed or doubled firings change nothing. */
export const GET = async (request: Request): Promise<Response> => {
  if (!sameSecret(request.headers.get('authorization') ?? '')) {
    return Response.json({ error: 'unauthorized' }, { status: 401 });
  }
  await sweep(workerContext('cron'));
  return Response.json({ ok: true });
};
