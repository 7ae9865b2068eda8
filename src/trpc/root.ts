import { accountsRouter } from './routers/accounts';
import { createCallerFactory, createRouter } from './init';

export const appRouter = createRouter({
  accounts: accountsRouter,
});
export type AppRouter = typeof appRouter;
export const createCaller = createCallerFactory(appRouter);
