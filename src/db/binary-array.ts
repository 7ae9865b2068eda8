/** Types of elements, as `pg_type` numbers them. */
const TYPES = { bytea: 17, int4: 23, text: 25, timestamptz: 1184, uuid: 2950 };
const [HEAD_BYTES, LENGTH_BYTES, UUID_BYTES, INT4_BYTES, INT8_BYTES] = [20, 4, 16, 4, 8];
const ONE_UUID = LENGTH_BYTES + UUID_BYTES;
const UUID_CHARACTERS = 36;
const DASH = '-'.charCodeAt(0);
/** Postgres counts microseconds from the year 2000. */
const EPOCH_MS = Date.UTC(2000, 0, 1);

/**
 * A one-dimensional array without nulls in the binary form that Postgres receives (`array_recv`), put together of pieces that
 * `uuids` and its like made. As a parameter cast to its type (`${…}::uuid[]`) it is taken over as it is; as text, every element
 * would be quoted here and parsed there. `count` is how many elements the pieces hold.
 */
export const binaryArray = (
  type: keyof typeof TYPES,
  count: number,
  pieces: readonly Uint8Array[],
): Uint8Array => {
  const head = Buffer.alloc(HEAD_BYTES);
  head.writeInt32BE(count === 0 ? 0 : 1, 0);
  head.writeInt32BE(TYPES[type], 8);
  head.writeInt32BE(count, 12);
  head.writeInt32BE(1, 16);
  // An array of nothing has no dimension.
  return count === 0 ? head.subarray(0, 12) : Buffer.concat([head, ...pieces]);
};

/** The value of a hexadecimal digit, either case. */
const digit = (code: number): number => (code & 15) + (code >> 6) * 9;

/** Elements of a `uuid[]`. Throws RangeError when one is not 36 characters long. */
export const uuids = (ids: readonly string[]): Uint8Array => {
  const to = Buffer.allocUnsafe(ids.length * ONE_UUID);
  let at = 0;
  let before: string | undefined;
  for (const id of ids) {
    // Rows of one run name it again and again.
    if (id === before) {
      to.copyWithin(at, at - ONE_UUID, at);
      at += ONE_UUID;
      continue;
    }
    before = id;
    if (id.length !== UUID_CHARACTERS) throw new RangeError('Not an id.');
    at = to.writeInt32BE(UUID_BYTES, at);
    for (let place = 0; place < UUID_CHARACTERS; place += 2) {
      if (id.charCodeAt(place) === DASH) place++;
      to[at++] = (digit(id.charCodeAt(place)) << 4) | digit(id.charCodeAt(place + 1));
    }
  }
  return to;
};

/** Elements of an `int4[]`. Throws RangeError beyond 32 bits. */
export const ints = (values: readonly number[]): Uint8Array => {
  const to = Buffer.allocUnsafe(values.length * (LENGTH_BYTES + INT4_BYTES));
  let at = 0;
  for (const value of values) at = to.writeInt32BE(value, to.writeInt32BE(INT4_BYTES, at));
  return to;
};

/** Elements of a `timestamptz[]`. */
export const instants = (values: readonly Date[]): Uint8Array => {
  const to = Buffer.allocUnsafe(values.length * (LENGTH_BYTES + INT8_BYTES));
  let at = 0;
  let [before, microseconds] = [EPOCH_MS, 0n];
  for (const value of values) {
    const time = value.getTime();
    if (time !== before) [before, microseconds] = [time, BigInt(time - EPOCH_MS) * 1000n];
    at = to.writeBigInt64BE(microseconds, to.writeInt32BE(INT8_BYTES, at));
  }
  return to;
};

/** Elements of a `bytea[]`: values that stand one after the other in `bytes`, each up to its end. */
export const byteas = ({ bytes, ends }: { bytes: Uint8Array; ends: readonly number[] }): Uint8Array => {
  const to = Buffer.allocUnsafe(ends.length * LENGTH_BYTES + bytes.length);
  let [from, at] = [0, 0];
  for (const end of ends) {
    at = to.writeInt32BE(end - from, at);
    while (from < end) to[at++] = bytes[from++] ?? 0;
  }
  return to;
};

/** Elements of a `text[]`. */
export const texts = (values: readonly string[]): Uint8Array => {
  let end = 0;
  const ends = values.map((value) => (end += Buffer.byteLength(value)));
  return byteas({ bytes: Buffer.from(values.join('')), ends });
};
