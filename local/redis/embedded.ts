import { createHash } from 'node:crypto';
import type { Redis } from 'ioredis';
import RedisMock from 'ioredis-mock';
import { asReply, type Engine, readResults, type Reply } from './reply';

/** The embedded engine knows options in upper case only; the SDK sends some in lower case. By command: where options begin. */
const OPTIONS_FROM: Record<string, number> = {
  EXPIRE: 2,
  HSCAN: 2,
  PEXPIRE: 2,
  SCAN: 1,
  SET: 2,
  SSCAN: 2,
  ZADD: 1,
  ZRANGE: 3,
  ZSCAN: 2,
};
const OPTION =
  /^(BYLEX|BYSCORE|CH|COUNT|EX|EXAT|GET|GT|INCR|KEEPTTL|LIMIT|LT|MATCH|NX|PX|PXAT|REV|TYPE|WITHSCORES|XX)$/i;

function normalise([name = '', ...args]: string[]): string[] {
  const from = OPTIONS_FROM[name] ?? args.length;
  return [name, ...args.map((arg, index) => (index >= from && OPTION.test(arg) ? arg.toUpperCase() : arg))];
}

/** EXPIRE takes no condition either: where it does not hold, a command takes its place that changes nothing and answers 0 as well. */
async function unconditional(redis: Pick<Redis, 'pttl'>, command: string[]): Promise<string[]> {
  const [name = '', key = '', time = '', condition] = command;
  if (!/^P?EXPIRE$/.test(name) || (condition !== 'NX' && condition !== 'XX')) return command;
  const ends = (await redis.pttl(key)) >= 0;
  return ends === (condition === 'XX') ? [name, key, time] : ['EXISTS', ''];
}

const WARM_UP = 20;
const WARM_UP_SCRIPT =
  'local r = redis.call("INCRBY", KEYS[1], ARGV[1]) if r == 1 then redis.call("PEXPIRE", KEYS[1], 1000) end return r';

/**
 * Starts the engine inside this process. It lacks durability, wrong-type errors, most rarely used commands, and Lua beyond
 * the basics (the token bucket's script does not run).
 */
export async function embed(): Promise<Engine> {
  const redis = new RedisMock();
  const scripts = createScripts();
  const run = async (command: string[]): Promise<Reply> => {
    const [name = '', ...args] = scripts.resolve(await unconditional(redis, normalise(command)));
    if (name === 'SCRIPT') return scripts.manage(args);
    const method: unknown = Reflect.get(redis, name.toLowerCase());
    if (typeof method !== 'function') throw new Error(`ERR unknown command '${name}'`);
    return flatten(await Reflect.apply(method, redis, args));
  };
  // Its Lua is slow until the just-in-time compiler knows it, too slow for callers that wait 300 ms on a busy machine.
  for (let round = 0; round < WARM_UP; round += 1)
    await run(['EVAL', WARM_UP_SCRIPT, '1', 'warm-up', String(round)]);
  await run(['DEL', 'warm-up']);
  return {
    kind: 'embedded',
    run,
    transaction: async (commands) => {
      const plain = [];
      for (const command of commands)
        plain.push(scripts.resolve(await unconditional(redis, normalise(command))));
      const multi = redis.multi(plain.map(([name = '', ...args]) => [name.toLowerCase(), ...args]));
      const results = readResults(await multi.exec());
      return results.map((result) => (result instanceof Error ? result : flatten(result)));
    },
    stop: async () => redis.disconnect(),
  };
}

/** The client makes an object of HGETALL's list of names and values. */
function flatten(reply: unknown): Reply {
  const isObject =
    typeof reply === 'object' && reply !== null && !Array.isArray(reply) && !Buffer.isBuffer(reply);
  return asReply(isObject ? Object.entries(reply).flat() : reply);
}

type Scripts = {
  /** Turns EVALSHA into EVAL, and remembers what EVAL runs. */
  resolve: (command: string[]) => string[];
  /** Answers SCRIPT LOAD, EXISTS and FLUSH. */
  manage: (args: string[]) => Reply;
};

function createScripts(): Scripts {
  const byHash = new Map<string, string>();
  const remember = (script: string): string => {
    const hash = createHash('sha1').update(script).digest('hex');
    byHash.set(hash, script);
    return hash;
  };
  return {
    resolve: ([name = '', first = '', ...rest]) => {
      if (name === 'EVAL') remember(first);
      if (name !== 'EVALSHA') return first === '' && rest.length === 0 ? [name] : [name, first, ...rest];
      const script = byHash.get(first);
      if (script === undefined) throw new Error('NOSCRIPT No matching script. Please use EVAL.');
      return ['EVAL', script, ...rest];
    },
    manage: ([action = '', ...args]) => {
      switch (action.toUpperCase()) {
        case 'LOAD':
          return remember(args[0] ?? '');
        case 'EXISTS':
          return args.map((hash) => (byHash.has(hash) ? 1 : 0));
        case 'FLUSH':
          byHash.clear();
          return 'OK';
        default:
          throw new Error(`ERR unknown subcommand '${action}'`);
      }
    },
  };
}
