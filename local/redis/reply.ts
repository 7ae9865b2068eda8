/** A reply as Redis gives it: bytes, whole numbers, lists of replies, nothing. */
export type Reply = Buffer | string | number | bigint | null | undefined | Reply[];

export type Engine = {
  /** `server`: a real Redis. `embedded`: in this process, not durable, with fewer commands and a slower Lua. */
  kind: 'server' | 'embedded';
  run: (command: string[]) => Promise<Reply>;
  /** All or nothing; each command's own error stands in its place. */
  transaction: (commands: string[][]) => Promise<(Reply | Error)[]>;
  stop: () => Promise<void>;
};

/** The clients' types say `unknown`; Redis has no other replies than these. */
export const asReply = (reply: unknown): Reply => reply as Reply;

export const readResults = (results: [Error | null, unknown][] | null): (Reply | Error)[] =>
  (results ?? []).map(([error, reply]) => error ?? asReply(reply));
