import { parentPort, workerData } from 'node:worker_threads';
import { startNeonProxy, type NeonProxyOptions } from '../local/neon';

/** Neon's proxy in a thread of its own: in the measured one it would take turns that it never takes in a function. */
await startNeonProxy(workerData as NeonProxyOptions);
parentPort?.postMessage('ready', []);
