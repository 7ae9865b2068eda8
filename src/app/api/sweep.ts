import { pruneSessions } from '@/domain/accounts/sessions';
import type { Context } from '@/domain/kernel/context';
import { pruneOutbox } from '@/domain/kernel/dead-letters';
import { drainOutbox } from '@/domain/kernel/outbox';
import { reconcileRuns } from '@/domain/matching/consumer';
import { reconcileImports } from '@/domain/resumes/consumer';

/** The minutely sweep: whatever a crash, a lost message or a closed browser left open is taken up again. */
export const sweep = async (ctx: Context): Promise<void> => {
  await reconcileRuns(ctx);
  await reconcileImports(ctx);
  await drainOutbox(ctx);
  await pruneOutbox(ctx);
  await pruneSessions(ctx);
};
