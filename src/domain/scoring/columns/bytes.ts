/** Whole numbers below this take one byte; larger ones, and others, a byte that says which and what follows. */
const ONE_BYTE = 251;
const [TWO_BYTES, FOUR_BYTES, FLOAT] = [251, 252, 253];
const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** Up to here the decoder takes longer to be called than to work. */
const SHORT = 24;

/** Short text of plain letters; null for any other. */
const shortAscii = (bytes: Uint8Array, from: number, end: number): string | null => {
  if (end - from > SHORT) return null;
  let text = '';
  for (let at = from; at < end; at++) {
    const code = bytes[at] ?? 0;
    if (code > 127) return null;
    text += String.fromCharCode(code);
  }
  return text;
};

/** Bytes that grow while they are written. */
export class ByteWriter {
  #bytes = new Uint8Array(512);
  #view = new DataView(this.#bytes.buffer);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  #room(more: number): void {
    if (this.#length + more <= this.#bytes.length) return;
    const longer = new Uint8Array(2 * (this.#length + more));
    longer.set(this.#bytes);
    this.#bytes = longer;
    this.#view = new DataView(longer.buffer);
  }

  byte(value: number): void {
    this.#room(1);
    this.#bytes[this.#length++] = value;
  }

  /** Any number but NaN; small whole ones take least room. */
  number(value: number): void {
    this.#room(9);
    const whole = Number.isInteger(value) && value >= 0 && value <= 0xffff_ffff && !Object.is(value, -0);
    if (whole && value < ONE_BYTE) {
      this.#bytes[this.#length++] = value;
    } else if (whole && value <= 0xffff) {
      this.#bytes[this.#length] = TWO_BYTES;
      this.#view.setUint16(this.#length + 1, value, true);
      this.#length += 3;
    } else if (whole) {
      this.#bytes[this.#length] = FOUR_BYTES;
      this.#view.setUint32(this.#length + 1, value, true);
      this.#length += 5;
    } else {
      this.#bytes[this.#length] = FLOAT;
      this.#view.setFloat64(this.#length + 1, value, true);
      this.#length += 9;
    }
  }

  bytes(value: Uint8Array): void {
    this.#room(value.length);
    this.#bytes.set(value, this.#length);
    this.#length += value.length;
  }

  text(value: string): void {
    this.#room(value.length + 9);
    const from = this.#length;
    const bytes = this.#bytes;
    if (value.length < ONE_BYTE) {
      bytes[from] = value.length;
      let at = 0;
      for (; at < value.length; at++) {
        const code = value.charCodeAt(at);
        if (code > 127) break;
        bytes[from + 1 + at] = code;
      }
      if (at === value.length) {
        this.#length += 1 + at;
        return;
      }
    }
    const encoded = encoder.encode(value);
    this.number(encoded.length);
    this.bytes(encoded);
  }

  /** What `write` writes, after its length. */
  section(write: (to: ByteWriter) => void): void {
    const from = this.#length;
    this.byte(0);
    write(this);
    const length = this.#length - from - 1;
    if (length < ONE_BYTE) {
      this.#bytes[from] = length;
      return;
    }
    const inner = this.#bytes.slice(from + 1, this.#length);
    this.#length = from;
    this.number(length);
    this.bytes(inner);
  }

  /** A copy of what was written. */
  written(): Uint8Array<ArrayBuffer> {
    return this.#bytes.slice(0, this.#length);
  }
}

/** Reads what a `ByteWriter` wrote. Throws RangeError past the end. */
export class ByteReader {
  readonly bytes: Uint8Array;
  readonly #end: number;
  at: number;

  constructor(bytes: Uint8Array, at = 0, end = bytes.length) {
    this.bytes = bytes;
    this.at = at;
    this.#end = end;
  }

  byte(): number {
    const value = this.bytes[this.at];
    this.skip(1);
    return value ?? 0;
  }

  number(): number {
    const first = this.byte();
    if (first < ONE_BYTE) return first;
    const { buffer, byteOffset } = this.bytes;
    const from = this.at;
    const size = first === TWO_BYTES ? 2 : first === FOUR_BYTES ? 4 : 8;
    this.skip(size);
    const view = new DataView(buffer, byteOffset + from, size);
    if (first === TWO_BYTES) return view.getUint16(0, true);
    return first === FOUR_BYTES ? view.getUint32(0, true) : view.getFloat64(0, true);
  }

  skip(count: number): void {
    this.at += count;
    if (this.at > this.#end) throw new RangeError('The bytes end too early.');
  }

  text(): string {
    const length = this.number();
    const from = this.at;
    this.skip(length);
    return shortAscii(this.bytes, from, this.at) ?? decoder.decode(this.bytes.subarray(from, this.at));
  }

  /** The bytes that are left, as text. */
  rest(): string {
    const from = this.at;
    this.at = this.#end;
    return decoder.decode(this.bytes.subarray(from, this.#end));
  }
}
