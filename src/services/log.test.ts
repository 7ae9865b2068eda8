import { DrizzleQueryError } from 'drizzle-orm';
import { afterEach, expect, it } from 'vitest';
import { createLogger, setLogMask } from './log';

const CANARY = 'canary@people.example';

const logged = (write: (log: ReturnType<typeof createLogger>) => void): string => {
  let text = '';
  write(createLogger({ write: (line: string) => void (text += line) }));
  return text;
};

afterEach(() => setLogMask((text) => text));

it('leaves the parameters of a failed query out, even one that looks like a frame of the stack', () => {
  const params = [CANARY, `\n    at ${CANARY}`];
  const error = new DrizzleQueryError('select $1, $2', params, new Error('refused'));
  const line = logged((log) => log.error('failed', { error }));
  expect(line).not.toContain(CANARY);
  expect(JSON.parse(line)).toMatchObject({
    error: 'Error: Failed query: select $1, $2',
    cause: 'Error: refused',
  });
  expect((JSON.parse(line) as { stack: string }).stack).toContain('log.test');
});

it('writes one line whatever a value holds, and masks what the second layer knows', () => {
  setLogMask((text) => text.replaceAll(CANARY, '•'));
  const line = logged((log) =>
    log.with({ reason: CANARY }).info('a', { code: `x\n\u001b[31m{"msg":"forged"}` }),
  );
  expect(line.trimEnd().split('\n')).toHaveLength(1);
  expect(line).not.toContain('\u001b');
  expect(line).not.toContain(CANARY);
});

it('says nothing of what is thrown and is no error', () => {
  expect(logged((log) => log.error('failed', { error: { email: CANARY } }))).not.toContain(CANARY);
});
