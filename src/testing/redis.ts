import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const TOKEN = 'a token of tests';

export interface RedisProcess {
  /** What the application needs of its environment to reach it. */
  env: { UPSTASH_REDIS_REST_URL: string; UPSTASH_REDIS_REST_TOKEN: string };
  /** Takes connections and answers nothing any more. */
  hang: () => void;
  wake: () => void;
  /** Ends it at once, as a crash would. */
  kill: () => Promise<void>;
}

/** Redis's stand-in in a process of its own, on a free port of 127.0.0.1. */
export const startRedisProcess = async (): Promise<RedisProcess> => {
  const child = fork(fileURLToPath(new URL('./redis.worker.ts', import.meta.url)), [TOKEN], {
    execArgv: ['--import', 'tsx'],
  });
  const [url] = (await once(child, 'message')) as [string];
  return {
    env: { UPSTASH_REDIS_REST_URL: url, UPSTASH_REDIS_REST_TOKEN: TOKEN },
    hang: () => void child.kill('SIGSTOP'),
    wake: () => void child.kill('SIGCONT'),
    kill: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
    },
  };
};
