import { randomBytes } from 'node:crypto';

/** W3C trace context (https://www.w3.org/TR/trace-context/): one trace from click to mail. */
export interface Trace {
  traceId: string;
  spanId: string;
}

const TRACEPARENT = /^00-([0-9a-f]{32})-([0-9a-f]{16})-[0-9a-f]{2}$/;

/** Continues the trace of a `traceparent` header in a new span, or starts a new trace. */
export const continueTrace = (traceparent?: string | null): Trace => ({
  traceId: TRACEPARENT.exec(traceparent ?? '')?.[1] ?? randomBytes(16).toString('hex'),
  spanId: randomBytes(8).toString('hex'),
});

/** The header that hands this span on. */
export const traceparent = (trace: Trace): string => `00-${trace.traceId}-${trace.spanId}-01`;
