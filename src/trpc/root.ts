import { createCallerFactory, createRouter } from './init';
import { accountsRouter } from './routers/accounts';
import { adminRouter } from './routers/admin';
import { answersRouter } from './routers/answers';
import { applicationsRouter } from './routers/applications';
import { bandsRouter } from './routers/bands';
import { boardRouter } from './routers/board';
import { catalogRouter } from './routers/catalog';
import { experimentsRouter } from './routers/experiments';
import { importsRouter } from './routers/imports';
import { jobsRouter } from './routers/jobs';
import { membersRouter } from './routers/members';
import { notificationsRouter } from './routers/notifications';
import { peopleRouter } from './routers/people';
import { pipelineRouter } from './routers/pipeline';
import { portalRouter } from './routers/portal';
import { runsRouter } from './routers/runs';
import { weightsRouter } from './routers/weights';

export const appRouter = createRouter({
  accounts: accountsRouter,
  admin: adminRouter,
  answers: answersRouter,
  applications: applicationsRouter,
  bands: bandsRouter,
  board: boardRouter,
  catalog: catalogRouter,
  experiments: experimentsRouter,
  imports: importsRouter,
  jobs: jobsRouter,
  members: membersRouter,
  notifications: notificationsRouter,
  people: peopleRouter,
  pipeline: pipelineRouter,
  portal: portalRouter,
  runs: runsRouter,
  weights: weightsRouter,
});
export type AppRouter = typeof appRouter;
export const createCaller = createCallerFactory(appRouter);
