import { z } from 'zod';
import { listDeadLetters, redrive } from '@/domain/kernel/dead-letters';
import { deadLetterIdSchema, deadLetterSchema } from '@/domain/kernel/schema';
import { adminProcedure, createRouter } from '../init';

export const adminRouter = createRouter({
  deadLetters: adminProcedure.output(z.array(deadLetterSchema)).query(({ ctx }) => listDeadLetters(ctx)),
  redrive: adminProcedure
    .input(deadLetterIdSchema)
    .output(deadLetterIdSchema)
    .mutation(({ ctx, input }) => redrive(ctx, input)),
});
