import dgram from 'node:dgram';
import dns from 'node:dns';
import { syncBuiltinESMExports } from 'node:module';
import net from 'node:net';

type Members = Record<string, unknown>;

/**
 * Makes every way to open a socket or to ask for a name throw, for as long as this process lives.
 * @returns how often somebody tried since
 */
export function closeNetwork(): () => number {
  let tries = 0;
  const refuse = (): never => {
    tries += 1;
    throw new Error('This process has no network.');
  };
  const close = (target: object, keep: readonly string[] = []) => {
    const members = target as Members;
    for (const [name, member] of Object.entries(Object.getOwnPropertyDescriptors(target))) {
      const callable = typeof member.value === 'function' && !/^(?:[A-Z]|constructor$)/.test(name);
      if (callable && member.writable && !keep.includes(name)) members[name] = refuse;
    }
  };
  net.Socket.prototype.connect = refuse;
  net.Server.prototype.listen = refuse;
  dgram.Socket.prototype.bind = refuse;
  dgram.Socket.prototype.connect = refuse;
  dgram.Socket.prototype.send = refuse;
  Object.assign(dgram, { createSocket: refuse });
  for (const names of [dns, dns.promises]) close(names);
  for (const { Resolver } of [dns, dns.promises]) {
    close(Resolver.prototype);
    close(Object.getPrototypeOf(Resolver.prototype) as object);
  }
  Object.assign(globalThis, { fetch: refuse, WebSocket: refuse, EventSource: refuse });
  Object.assign(process, { binding: refuse });
  syncBuiltinESMExports();
  return () => tries;
}
