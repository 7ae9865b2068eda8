import { once } from 'node:events';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import { join } from 'node:path';
import { z } from 'zod';

/** Tells whether a port of 127.0.0.1 can be listened on now. */
export async function isFree(port: number): Promise<boolean> {
  const server = net.createServer();
  try {
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
    return true;
  } catch {
    return false;
  } finally {
    server.close();
  }
}

/** A port of 127.0.0.1 that nobody listens on, chosen by the operating system. */
export async function freePort(): Promise<number> {
  const server = net.createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no TCP port was given');
  return address.port;
}

/** The wished port when it is free, else the next free one above it, leaving out `taken`. */
export async function portFrom(wished: number, taken: ReadonlySet<number>): Promise<number> {
  for (let port = wished; port < 65_536; port += 1) if (!taken.has(port) && (await isFree(port))) return port;
  throw new Error(`No free port from ${wished} on.`);
}

const SERVICES = ['postgres', 'neon', 'redis', 'redisRest', 'qstash', 'blob', 'smtp', 'inbox'] as const;

const portsSchema = z.record(z.enum(SERVICES), z.number().int());
const memorySchema = z.object({ ports: z.partialRecord(z.enum(SERVICES), z.number().int()) });

export type Ports = z.infer<typeof portsSchema>;

/**
 * Chooses the platform's ports: those given, else those of last time, else `base + 10` and up; one that is taken by now
 * gives way to the next free one. The choice is remembered in `<localDir>/platform.json`.
 * @param base the application's own port
 */
export async function choosePorts(
  localDir: string,
  base: number,
  given: Partial<Ports> = {},
): Promise<Ports> {
  const path = join(localDir, 'platform.json');
  const last = existsSync(path) ? memorySchema.parse(JSON.parse(readFileSync(path, 'utf8'))).ports : {};
  const taken = new Set([base]);
  const chosen: Partial<Ports> = {};
  for (const [index, name] of SERVICES.entries()) {
    const port = given[name] ?? (await portFrom(last[name] ?? base + 10 + index, taken));
    taken.add(port);
    chosen[name] = port;
  }
  const ports = portsSchema.parse(chosen);
  writeFileSync(path, JSON.stringify({ ports }, null, 2));
  return ports;
}
