import { z } from 'zod';
import { listDeadLetters, redrive } from '@/domain/kernel/dead-letters';
import { adminProcedure, createRouter } from '../init';

export const adminRouter = createRouter({
  deadLetters: adminProcedure.query(({ ctx }) => listDeadLetters(ctx)),
  redrive: adminProcedure
    .input(z.object({ id: z.string().min(1).max(200) }))
    .mutation(({ ctx, input }) => redrive(ctx, input)),
});
