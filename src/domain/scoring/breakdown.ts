import { ByteReader, ByteWriter } from './columns/bytes';
import { listOf, members, number, oneOf, text, type Codec } from './columns/codec';
import { FACTORS, GATE_STATES, type FactorResult, type Gate } from './schema';

/** First byte of stored gates and of stored factors. Rows from before any format hold JSON text, which begins with a bracket. */
const GATES_FORMAT = 1;
const FACTORS_FORMAT = 2;
/** Factors whose three values stood there even where they were one; not written any more. */
const WIDE_FACTORS_FORMAT = 1;
const JSON_TEXT = '['.charCodeAt(0);

/** Names of unknown facts that are kept as one number; new ones go to the end. Any other name stands as text. */
const NAMES = [
  'resume',
  'hours',
  'other_work',
  'week',
  'flexibility',
  'modes',
  'place',
  'engagements',
  'commitment',
  'earliest_start',
  'least_pay',
  'meeting_notice',
  'focus',
  'setup',
  'languages',
];
const OTHER = 255;
const name: Codec<string> = {
  write(to, value) {
    const known = NAMES.indexOf(value);
    to.byte(known < 0 ? OTHER : known);
    if (known < 0) to.text(value);
  },
  read(from) {
    const known = from.byte();
    return known === OTHER ? from.text() : (NAMES[known] ?? '');
  },
};

/** Beside the factor's place in its byte: low, expected and high are one number; no fact is unknown. */
const [ONE_VALUE, ALL_KNOWN] = [0x40, 0x80];
const PLACE = 0x3f;
const factorName = oneOf(FACTORS);
const names = listOf(name);

const factorResult: Codec<FactorResult> = {
  write(to, { factor, weight, low, expected, high, contribution, unknown }) {
    const one = low === expected && high === expected;
    const known = unknown.length === 0;
    to.byte(FACTORS.indexOf(factor) | (one ? ONE_VALUE : 0) | (known ? ALL_KNOWN : 0));
    to.number(weight);
    to.number(contribution);
    to.number(expected);
    if (!one) {
      to.number(low);
      to.number(high);
    }
    if (!known) names.write(to, unknown);
  },
  read(from) {
    const head = from.byte();
    const factor = FACTORS[head & PLACE];
    if (factor === undefined) throw new RangeError('The bytes name no known factor.');
    const [weight, contribution, expected] = [from.number(), from.number(), from.number()];
    const one = (head & ONE_VALUE) !== 0;
    const low = one ? expected : from.number();
    const high = one ? expected : from.number();
    const unknown = (head & ALL_KNOWN) === 0 ? names.read(from) : [];
    return { factor, weight, low, expected, high, contribution, unknown };
  },
};
const FACTOR_RESULTS = listOf(factorResult);
const WIDE_FACTOR_RESULTS = listOf(
  members<FactorResult>({
    factor: factorName,
    weight: number,
    low: number,
    expected: number,
    high: number,
    contribution: number,
    unknown: names,
  }),
);
const GATES = listOf(members<Gate>({ key: text, state: oneOf(GATE_STATES) }));

/** Values as bytes one after the other, and where each ends. */
export interface Joined {
  bytes: Uint8Array;
  ends: number[];
}

const join = <T>(format: number, { write }: Codec<T>, values: readonly T[]): Joined => {
  const to = new ByteWriter();
  const ends = values.map((value) => {
    to.byte(format);
    write(to, value);
    return to.length;
  });
  return { bytes: to.written(), ends };
};
const fromBytes = <T>(codecs: Record<number, Codec<T>>, bytes: Uint8Array): T => {
  if (bytes[0] === JSON_TEXT) return JSON.parse(new TextDecoder().decode(bytes)) as T;
  const from = new ByteReader(bytes);
  const codec = codecs[from.byte()];
  if (codec === undefined) throw new RangeError('Not a breakdown of a known format.');
  return codec.read(from);
};

/** Factors of many scores, each some 100 bytes, a tenth of their JSON; a run writes them by the hundred thousand. */
export const manyFactorsToBytes = (many: readonly FactorResult[][]): Joined =>
  join(FACTORS_FORMAT, FACTOR_RESULTS, many);
export const manyGatesToBytes = (many: readonly Gate[][]): Joined => join(GATES_FORMAT, GATES, many);
export const factorsToBytes = (factors: FactorResult[]): Uint8Array => manyFactorsToBytes([factors]).bytes;
export const gatesToBytes = (gates: Gate[]): Uint8Array => manyGatesToBytes([gates]).bytes;
/** The factors again, from these bytes or from those of older rows. Throws RangeError for anything else. */
export const factorsFromBytes = (bytes: Uint8Array): FactorResult[] =>
  fromBytes({ [FACTORS_FORMAT]: FACTOR_RESULTS, [WIDE_FACTORS_FORMAT]: WIDE_FACTOR_RESULTS }, bytes);
export const gatesFromBytes = (bytes: Uint8Array): Gate[] => fromBytes({ [GATES_FORMAT]: GATES }, bytes);
