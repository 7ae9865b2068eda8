import { type ChildProcess, spawn, type StdioOptions } from 'node:child_process';

/**
 * The shell in between is the watchdog: when our end of its stdin closes, because we stop or because we were killed, it
 * signals the program, and after the grace (tenths of a second; 0: for ever) ends it and all that it started. Own session,
 * so that Ctrl-C reaches us first.
 */
const SCRIPT = `exec 3<&0 </dev/null
"$@" 3<&- &
program=$!
(
  cat <&3 >/dev/null
  kill -"$WATCHDOG_SIGNAL" $program
  if [ "$WATCHDOG_GRACE" -eq 0 ]; then exit; fi
  left=$WATCHDOG_GRACE
  while [ "$left" -gt 0 ] && kill -0 $program; do
    sleep 0.1
    left=$((left - 1))
  done
  kill -KILL 0
) 2>/dev/null &
wait $program`;

export type WatchedOptions = {
  /** What the program is sent when it must end. */
  signal: 'INT' | 'TERM';
  /** Seconds that it may take to end; default: as long as it likes. */
  grace?: number;
  /** File descriptor, or ours. */
  output: number | 'inherit';
  cwd?: string;
  env?: Record<string, string | undefined>;
  uid?: number;
  gid?: number;
};

/**
 * Starts a program that cannot outlive this process, even when this process is killed. Closing the child's stdin asks it
 * to end.
 */
export function spawnWatched(command: string, args: string[], options: WatchedOptions): ChildProcess {
  const { signal, grace = 0, output, env = process.env, ...rest } = options;
  const stdio: StdioOptions = ['pipe', output, output];
  const child = spawn('/bin/sh', ['-c', SCRIPT, 'watched', command, ...args], {
    ...rest,
    env: { NODE_ENV: 'production', ...env, WATCHDOG_SIGNAL: signal, WATCHDOG_GRACE: String(grace * 10) },
    detached: true,
    stdio,
  });
  child.stdin?.on('error', () => undefined);
  child.once('exit', () => endGroup(child.pid));
  return child;
}

/** Ends what a program left behind in its session, the watchdog too. */
function endGroup(leader: number | undefined): void {
  try {
    if (leader !== undefined) process.kill(-leader, 'SIGKILL');
  } catch {
    // Nobody is left.
  }
}

/** Tells whether a child still runs. */
export const isAlive = (child: ChildProcess): boolean => child.exitCode === null && child.signalCode === null;

/** Asks a watched program to end and waits until it has. */
export async function stopWatched(child: ChildProcess): Promise<void> {
  const exited = new Promise<void>((done) => child.once('exit', () => done()));
  child.stdin?.end();
  if (isAlive(child)) await exited;
}
