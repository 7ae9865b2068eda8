import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

const read = (path: string): string => {
  try {
    return readFileSync(path, 'latin1');
  } catch {
    // Ended meanwhile, or another user's.
    return '';
  }
};
const link = (path: string): string => {
  try {
    return readlinkSync(path);
  } catch {
    return '';
  }
};

/** Processes that have a directory in their command, their environment or as their own (Linux's /proc), but for this one. */
export const processesOf = (dir: string): string[] =>
  readdirSync('/proc')
    .filter((entry) => /^\d+$/.test(entry) && entry !== String(process.pid))
    .flatMap((pid) => {
      const command = read(`/proc/${pid}/cmdline`).replaceAll('\0', ' ').trim();
      const about = [command, read(`/proc/${pid}/environ`), link(`/proc/${pid}/cwd`)];
      return about.some((text) => text.includes(dir)) ? [`${pid} ${command}`] : [];
    });
