import { readiness } from '@/domain/kernel/readiness';
import { redis } from '@/services/redis';

/** 200 when this process can serve, else 503 with the part that failed. */
export const GET = async (): Promise<Response> => {
  const state = await readiness(redis());
  return Response.json(state, { status: state.ready ? 200 : 503 });
};
