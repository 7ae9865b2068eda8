import { setImmediate, setTimeout } from 'node:timers/promises';

/**
 * What `answer` gives within `milliseconds`; null when it fails or takes longer. Late answers that lie ready are read first: a process
 * that was busy is no service that is away.
 */
export const within = async <T>(milliseconds: number, answer: Promise<T>): Promise<T | null> => {
  const done = new AbortController();
  const late = async (): Promise<null> => {
    await setTimeout(milliseconds, undefined, { signal: done.signal }).catch(() => undefined);
    for (let turn = 0; turn < 3; turn += 1) await setImmediate();
    return null;
  };
  const first = await Promise.race([answer.catch(() => null), late()]);
  done.abort();
  return first;
};
