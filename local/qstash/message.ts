/** How a message is to be delivered, as parsed from the publisher's headers. Kept as JSON beside the body. */
export type MessageConfig = {
  url: string;
  method: string;
  /** Headers for the destination, original case. */
  header: Record<string, string[]>;
  maxRetries: number;
  retryDelayExpression?: string;
  /** Milliseconds that the destination may take. */
  timeout?: number;
  callback?: string;
  failureCallback?: string;
  /** `Upstash-Callback-…` headers with the prefix taken off: they configure the callback's own message. */
  callbackHeaders: Record<string, string>;
  failureCallbackHeaders: Record<string, string>;
  label?: string;
  labels?: string[];
  queueName?: string;
  flowControlKey?: string;
  parallelism?: number;
  rate?: number;
  /** Seconds in which `rate` deliveries may start. */
  period?: number;
  topicName?: string;
  endpointName?: string;
  scheduleId?: string;
  callerIP: string;
  createdAt: number;
};

/** A message that is about to be stored. */
export type Draft = {
  config: MessageConfig;
  body: Buffer;
  /** Milliseconds until it may be delivered, before the time scale. */
  delay: number;
  deduplicationId?: string;
};

export type StoredMessage = {
  id: string;
  seq: string;
  retried: number;
  config: MessageConfig;
  body: Buffer;
};

export type Receipt = { messageId: string; url?: string; deduplicated?: true };

/** What came of one delivery; status 0 when the destination did not answer. */
export type Outcome = {
  status: number;
  header: Record<string, string[]>;
  body: Buffer;
  error?: string;
};
