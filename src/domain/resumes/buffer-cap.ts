/** No single buffer of a reader is larger: a file of 5 MB that needs more was made to. */
const MAX_BUFFER_BYTES = 32 * 1024 * 1024;

const BUFFERS = [
  'ArrayBuffer',
  'Uint8Array',
  'Uint8ClampedArray',
  'Uint16Array',
  'Int16Array',
  'Uint32Array',
  'Int32Array',
  'Float32Array',
  'Float64Array',
] as const;

type BufferMaker = (new (...given: unknown[]) => object) & { BYTES_PER_ELEMENT?: number };

/**
 * Makes buffers past 32 MB a RangeError in this process: doubling a buffer outruns any watch on memory.
 * @returns how many were refused since
 */
export function capBuffers(): () => number {
  let refused = 0;
  const makers = globalThis as unknown as Record<string, BufferMaker>;
  for (const name of BUFFERS) {
    const maker = makers[name];
    if (!maker) continue;
    const width = maker.BYTES_PER_ELEMENT ?? 1;
    makers[name] = new Proxy(maker, {
      construct: (target, given: unknown[], wanted) => {
        const [first] = given;
        if (typeof first === 'number' && first * width > MAX_BUFFER_BYTES) {
          refused += 1;
          throw new RangeError('This process makes no buffer that large.');
        }
        return Reflect.construct(target, given, wanted === makers[name] ? target : wanted) as object;
      },
    });
  }
  return () => refused;
}
