export type Column = Uint8Array | Uint16Array | Uint32Array;
interface Kind<T extends Column> {
  new (length: number): T;
  new (buffer: ArrayBufferLike, from: number, length: number): T;
  readonly BYTES_PER_ELEMENT: number;
}

/** A column that grows while it is filled. */
export interface Growing<T extends Column> {
  push: (value: number) => void;
  length: () => number;
  kind: Kind<T>;
  filled: () => Column;
}
export type Filled<G> = G extends Growing<infer T> ? T : never;

export function growing<T extends Column>(kind: Kind<T>): Growing<T> {
  let column = new kind(1024);
  let length = 0;
  return {
    kind,
    length: () => length,
    push(value) {
      if (length === column.length) {
        const longer = new kind(2 * length);
        longer.set(column);
        column = longer;
      }
      column[length++] = value;
    },
    filled: () => column.subarray(0, length),
  };
}

const aligned = (bytes: number): number => Math.ceil(bytes / 8) * 8;

/** Moves filled columns into one buffer, each at a multiple of 8 bytes; with `shared`, one that worker threads read too. */
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
  const views = entries.map(([name, { kind, length, filled }]) => {
    const view = new kind(buffer, at, length());
    view.set(filled());
    at += aligned(length() * kind.BYTES_PER_ELEMENT);
    return [name, view];
  });
  return Object.fromEntries(views) as { [Name in keyof Columns]: Filled<Columns[Name]> };
}
