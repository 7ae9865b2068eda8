import { readdirSync, readFileSync, writeFileSync } from 'node:fs';

const read = (path: string): string => {
  try {
    return readFileSync(path, 'latin1');
  } catch {
    // Ended meanwhile.
    return '';
  }
};

/** The parent of each process of this machine (Linux's /proc). */
const parents = (): Map<number, number> =>
  new Map(
    readdirSync('/proc')
      .filter((entry) => /^\d+$/.test(entry))
      .map((pid) => [Number(pid), Number(/^PPid:\s+(\d+)/m.exec(read(`/proc/${pid}/status`))?.[1] ?? 0)]),
  );

/** A process and all that descend from it. */
const family = (root: number): number[] => {
  const of = parents();
  const within = (pid: number | undefined): boolean =>
    pid !== undefined && pid > 1 && (pid === root || within(of.get(pid)));
  return [...of.keys()].filter(within);
};

const KIB_PER_MIB = 1024;
const statusMb = (pid: number, field: 'VmHWM' | 'VmRSS'): number =>
  Number(new RegExp(`^${field}:\\s+(\\d+)`, 'm').exec(read(`/proc/${pid}/status`))?.[1] ?? 0) / KIB_PER_MIB;

/** The most that any one process of these trees has held in memory since `forgetPeaks`, and holds now; in MiB. */
export const peakRssMb = (roots: readonly number[]): { peak: number; now: number } => {
  const pids = roots.flatMap(family);
  return {
    peak: Math.round(Math.max(...pids.map((pid) => statusMb(pid, 'VmHWM')))),
    now: Math.round(Math.max(...pids.map((pid) => statusMb(pid, 'VmRSS')))),
  };
};

/** From now on peaks are counted anew; where the kernel does not offer that they stay those since the start. */
export const forgetPeaks = (roots: readonly number[]): void => {
  for (const pid of roots.flatMap(family)) {
    try {
      writeFileSync(`/proc/${pid}/clear_refs`, '5');
    } catch {
      // Not allowed, or ended meanwhile.
    }
  }
};
