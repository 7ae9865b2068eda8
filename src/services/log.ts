import pino from 'pino';
import { env } from '@/env';

/** What a log line may carry: an allow-list, so that personal data cannot slip in by spreading an object. */
export interface LogFields {
  requestId?: string;
  traceId?: string;
  organizationId?: string;
  userId?: string;
  jobId?: string;
  candidateId?: string;
  runId?: string;
  importId?: string;
  itemId?: string;
  notificationId?: string;
  topic?: string;
  route?: string;
  code?: string;
  errorId?: string;
  durationMs?: number;
  count?: number;
  status?: number;
  attempt?: number;
  reason?: string;
}

export interface Logger {
  debug: (message: string, fields?: LogFields) => void;
  info: (message: string, fields?: LogFields) => void;
  warn: (message: string, fields?: LogFields) => void;
  /** `error` is logged as its class and stack; its message is masked first, since drivers quote values in it. */
  error: (message: string, fields?: LogFields & { error?: unknown }) => void;
  with: (fields: LogFields) => Logger;
}

type Mask = (text: string) => string;
const state: { mask: Mask } = { mask: (text) => text };

/** Sets the second layer: a mask over free text, built from `config/mask_data.json` at start. */
export const setLogMask = (mask: Mask): void => {
  state.mask = mask;
};

/** Control characters would let a value forge a line or an escape sequence. */
const CONTROL = new RegExp('[\\u0000-\\u001f\\u007f-\\u009f]', 'g');
const clean = (text: string): string => state.mask(text).replace(CONTROL, ' ').slice(0, 2000);

/** Drizzle's own words end with the query's parameters; whatever follows that label stays out. */
const withoutParameters = (message: string): string =>
  message.startsWith('Failed query:') ? message.replace(/\nparams:[\s\S]*$/, '') : message;

const wordsOf = ({ name, message }: Error): string => clean(`${name}: ${withoutParameters(message)}`);

/** Lines of the stack alone: its head repeats the message, of which a line may look like a frame. */
const framesOf = ({ stack = '', message }: Error): string => {
  const head = message === '' ? -1 : stack.indexOf(message);
  const lines = stack.slice(head < 0 ? 0 : head + message.length).split('\n');
  return lines
    .filter((line) => line.trimStart().startsWith('at '))
    .slice(0, 12)
    .join('\n');
};

const describe = (error: unknown): { error: string; stack?: string; cause?: string } => {
  if (!(error instanceof Error)) return { error: clean(typeof error === 'string' ? error : 'unknown') };
  return {
    error: wordsOf(error),
    stack: framesOf(error),
    ...(error.cause instanceof Error && { cause: wordsOf(error.cause) }),
  };
};

const cleanFields = (fields: LogFields): LogFields =>
  Object.fromEntries(
    Object.entries(fields).map(([key, value]) => [key, typeof value === 'string' ? clean(value) : value]),
  );

const wrap = (sink: pino.Logger): Logger => ({
  debug: (message, fields = {}) => sink.debug(cleanFields(fields), message),
  info: (message, fields = {}) => sink.info(cleanFields(fields), message),
  warn: (message, fields = {}) => sink.warn(cleanFields(fields), message),
  error: (message, { error, ...fields } = {}) =>
    sink.error({ ...cleanFields(fields), ...(error !== undefined && describe(error)) }, message),
  with: (fields) => wrap(sink.child(cleanFields(fields))),
});

/** A JSON logger onto any stream; tests read the stream back. */
export const createLogger = (destination?: pino.DestinationStream, level = 'info'): Logger =>
  wrap(
    pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, destination ?? pino.destination(1)),
  );

let root: Logger | undefined;
/** The process's logger: one JSON object a line on standard output. */
export const logger = (): Logger => (root ??= createLogger(undefined, env().LOG_LEVEL));
