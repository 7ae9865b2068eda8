import { type Application, type ApplicationOptions, startApplication } from './application';
import { DEMO_ADMIN } from './seed/admin';
import { DEMO_USER } from './seed/demo';

const DEFAULT_PORT = 3000;

/**
 * Runs the application on this machine until it is told to stop (Ctrl-C, SIGTERM, or the end of the process that started
 * it). `PORT`, `LOCAL_DIR`, `DATABASE_URL` and `REDIS_URL` are honoured.
 */
export async function launch(mode: ApplicationOptions['mode']): Promise<never> {
  const { env } = process;
  // The bootstrap began earlier: it may have installed packages first.
  const begun = Number(env['BOOTSTRAP_BEGUN']) || Date.now();
  const stopping = new AbortController();
  const stopped = new Promise<void>((done) => stopping.signal.addEventListener('abort', () => done()));
  for (const event of ['SIGINT', 'SIGTERM', 'SIGHUP', 'disconnect'] as const)
    process.on(event, () => stopping.abort());
  let application: Application | undefined;
  let code = 0;
  try {
    application = await startApplication(
      {
        localDir: env['LOCAL_DIR'] || '.local',
        port: readPort(env['PORT']),
        mode,
        seed: true,
        databaseUrl: env['DATABASE_URL'] || undefined,
        redisUrl: env['REDIS_URL'] || undefined,
        signal: stopping.signal,
      },
      (line) => console.log(line),
    );
    announce(application, Date.now() - begun);
    await Promise.race([stopped, application.failed]);
  } catch (error) {
    if (!stopping.signal.aborted) {
      console.error(explain(error));
      code = 1;
    }
  }
  if (application) console.log('\nStopping …');
  await application?.stop();
  process.exit(code);
}

/** The messages of an error and its causes, innermost first. */
function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause === undefined ? error.message : `${explain(error.cause)}\n${error.message}`;
}

function readPort(value: string | undefined): number {
  const port = Number(value || DEFAULT_PORT);
  if (!Number.isInteger(port) || port < 1 || port > 65_000) throw new Error(`PORT=${value} is not a port.`);
  return port;
}

function announce({ env, log }: Application, took: number): void {
  const lines = [
    ['Application', env['APP_URL']],
    ['Demo sign-in', `${DEMO_USER.email}  ·  ${DEMO_USER.password}`],
    ['Admin sign-in', `${DEMO_ADMIN.email}  ·  ${DEMO_ADMIN.password}`],
    ['Mail inbox', env['MAIL_INBOX_URL']],
    ...(log === undefined ? [] : [['Log', log]]),
  ];
  console.log(`\nFlexibees Employer is ready after ${(took / 1000).toFixed(1)} s.\n`);
  for (const [name = '', value] of lines) console.log(`  ${name.padEnd(14)}${value}`);
  console.log('\nCtrl-C stops everything.');
}
