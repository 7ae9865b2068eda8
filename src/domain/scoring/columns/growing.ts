export type Column = Uint8Array | Uint16Array | Uint32Array;
interface Kind<T extends Column> {
  new (length: number): T & { buffer: ArrayBuffer };
  new (buffer: ArrayBuffer): T & { buffer: ArrayBuffer };
  new (buffer: ArrayBufferLike, from: number, length: number): T;
  readonly BYTES_PER_ELEMENT: number;
}

/** A column that grows while it is filled. */
export interface Growing<T extends Column> {
  push: (value: number) => void;
  length: () => number;
  kind: Kind<T>;
  filled: () => T;
  /** Gives the memory back at once, not when garbage is next collected; the column is empty then. */
  free: () => void;
}
export type Filled<G> = G extends Growing<infer T> ? T : never;

const FIRST_LENGTH = 1024;

export function growing<T extends Column>(kind: Kind<T>): Growing<T> {
  let column = new kind(FIRST_LENGTH);
  let length = 0;
  return {
    kind,
    length: () => length,
    push(value) {
      if (length === column.length) {
        // Half as much again, in place of the shorter one: of a hundred thousand people both would fill a small function.
        const longer = Math.max(FIRST_LENGTH, length + (length >> 1));
        column = new kind(column.buffer.transfer(longer * kind.BYTES_PER_ELEMENT));
      }
      column[length++] = value;
    },
    filled: () => column.subarray(0, length) as T,
    free() {
      column = new kind(column.buffer.transfer(0));
      length = 0;
    },
  };
}

const aligned = (bytes: number): number => Math.ceil(bytes / 8) * 8;

/** Moves filled columns into one buffer, each at a multiple of 8 bytes, and empties them; with `shared`, one that worker threads read too. */
export function layOut<Columns extends Record<string, Growing<Column>>>(
  columns: Columns,
  shared: boolean,
): { [Name in keyof Columns]: Filled<Columns[Name]> } {
  const entries = Object.entries(columns);
  const bytes = entries.reduce(
    (sum, [, { length, kind }]) => sum + aligned(length() * kind.BYTES_PER_ELEMENT),
    0,
  );
  const buffer = shared ? new SharedArrayBuffer(bytes) : new ArrayBuffer(bytes);
  let at = 0;
  const views = entries.map(([name, { kind, length, filled, free }]) => {
    const view = new kind(buffer, at, length());
    view.set(filled());
    at += aligned(length() * kind.BYTES_PER_ELEMENT);
    free();
    return [name, view];
  });
  return Object.fromEntries(views) as { [Name in keyof Columns]: Filled<Columns[Name]> };
}
