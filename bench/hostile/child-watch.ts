import type { ChildProcess } from 'node:child_process';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { Worker } from 'node:worker_threads';

/** Highest resident memory and open network sockets of some processes, looked at every two milliseconds. */
const SAMPLER = `
const { readFileSync, readdirSync, readlinkSync } = require('node:fs');
const { workerData } = require('node:worker_threads');
const state = new Int32Array(workerData);
const read = (path) => { try { return readFileSync(path, 'latin1'); } catch { return ''; } };
function networkSockets(pid) {
  let links = [];
  try { links = readdirSync('/proc/' + pid + '/fd').map((fd) => readlinkSync('/proc/' + pid + '/fd/' + fd)); } catch { return 0; }
  const inodes = links.flatMap((link) => /^socket:\\[(\\d+)\\]$/.exec(link)?.[1] ?? []);
  if (inodes.length < 2) return 0;
  const open = ['tcp', 'tcp6', 'udp', 'udp6', 'raw', 'raw6'].map((kind) => read('/proc/' + pid + '/net/' + kind)).join(' ');
  return inodes.filter((inode) => new RegExp('\\\\s' + inode + '\\\\s').test(open)).length;
}
for (;;) {
  for (let slot = 2; slot < state.length; slot += 1) {
    const pid = Atomics.load(state, slot);
    if (pid === 0) continue;
    const peak = Number(/VmHWM:\\s+(\\d+)/.exec(read('/proc/' + pid + '/status'))?.[1] ?? 0);
    if (peak > Atomics.load(state, 0)) Atomics.store(state, 0, peak);
    const sockets = networkSockets(pid);
    if (sockets > Atomics.load(state, 1)) Atomics.store(state, 1, sockets);
  }
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 2);
}
`;

export interface ChildWatch {
  /** Peak resident kilobytes of any child since the last time it was asked. */
  takePeak: () => number;
  /** Most network sockets seen open at once in a child. */
  sockets: () => number;
  /** Connections that children tried and their own block refused. */
  refused: () => number;
  /** Children that ended by themselves while somebody waited for them. */
  deaths: () => string[];
  stop: () => Promise<void>;
}

const SLOTS = 16;

/** Watches every child process that this one starts from now on. */
export function watchChildren(): ChildWatch {
  const shared = new SharedArrayBuffer((2 + SLOTS) * 4);
  const state = new Int32Array(shared);
  const sampler = new Worker(SAMPLER, { eval: true, workerData: shared });
  sampler.unref();
  const deaths: string[] = [];
  let refused = 0;
  const started = (message: unknown) => {
    const { process: child } = message as { process: ChildProcess };
    child.once('spawn', () => {
      const slot = state.indexOf(0, 2);
      if (child.pid === undefined || slot < 0) return;
      Atomics.store(state, slot, child.pid);
      child.once('exit', (code, signal) => {
        Atomics.store(state, slot, 0);
        if (signal !== 'SIGKILL') deaths.push(`exit ${code} ${signal}`);
      });
    });
    child.on('message', (told: { type?: string; refused?: number }) => {
      refused += told.refused ?? 0;
    });
  };
  subscribe('child_process', started);
  return {
    takePeak: () => Atomics.exchange(state, 0, 0),
    sockets: () => Atomics.load(state, 1),
    refused: () => refused,
    deaths: () => [...deaths],
    stop: async () => {
      unsubscribe('child_process', started);
      await sampler.terminate();
    },
  };
}
