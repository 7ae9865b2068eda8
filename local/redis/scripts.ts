import { createHash } from 'node:crypto';

/** A flag of Upstash's own that Redis refuses; @upstash/ratelimit's scripts begin with it. */
const UPSTASH_FLAG = /^#!lua flags=allow-key-locking[^\n]*/;

/**
 * Makes scripts written for Upstash run on Redis: their first line is blanked. Callers go on naming a script by the hash of
 * what they wrote.
 * @returns rewrites a command (its name in upper case)
 */
export function createScriptRewriter(): (command: string[]) => string[] {
  const byHash = new Map<string, string>();
  const remember = (script: string): string => {
    const plain = script.replace(UPSTASH_FLAG, '');
    const hash = createHash('sha1').update(script).digest('hex');
    if (plain !== script) byHash.set(hash, plain);
    return plain;
  };
  return ([name = '', ...args]) => {
    const [first = '', second = ''] = args;
    if (name === 'EVAL' || name === 'EVAL_RO') return [name, remember(first), ...args.slice(1)];
    const known = name === 'EVALSHA' || name === 'EVALSHA_RO' ? byHash.get(first) : undefined;
    if (known !== undefined) return [name.replace('SHA', ''), known, ...args.slice(1)];
    if (name === 'SCRIPT' && first.toUpperCase() === 'LOAD' && UPSTASH_FLAG.test(second)) {
      remember(second);
      return ['ECHO', createHash('sha1').update(second).digest('hex')];
    }
    return [name, ...args];
  };
}
