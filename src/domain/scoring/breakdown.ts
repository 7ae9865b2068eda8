import { ByteReader, ByteWriter } from './columns/bytes';
import { listOf, members, number, oneOf, text, type Codec } from './columns/codec';
import { FACTORS, GATE_STATES, type FactorResult, type Gate } from './schema';

/** First byte of a stored breakdown. Rows from before this format hold JSON text, which begins with a bracket. */
const FORMAT = 1;
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

const FACTOR_RESULTS = listOf(
  members<FactorResult>({
    factor: oneOf(FACTORS),
    weight: number,
    low: number,
    expected: number,
    high: number,
    contribution: number,
    unknown: listOf(name),
  }),
);
const GATES = listOf(members<Gate>({ key: text, state: oneOf(GATE_STATES) }));

const toBytes = <T>(codec: Codec<T>, value: T): Uint8Array => {
  const to = new ByteWriter();
  to.byte(FORMAT);
  codec.write(to, value);
  return to.written();
};
const fromBytes = <T>(codec: Codec<T>, bytes: Uint8Array): T => {
  if (bytes[0] === JSON_TEXT) return JSON.parse(new TextDecoder().decode(bytes)) as T;
  const from = new ByteReader(bytes);
  if (from.byte() !== FORMAT) throw new RangeError('Not a breakdown of this format.');
  return codec.read(from);
};

/** The factors of a score as some 150 bytes, a tenth of their JSON; a run writes them by the hundred thousand. */
export const factorsToBytes = (factors: FactorResult[]): Uint8Array => toBytes(FACTOR_RESULTS, factors);
/** The factors again, from these bytes or from the JSON text of older rows. Throws RangeError for anything else. */
export const factorsFromBytes = (bytes: Uint8Array): FactorResult[] => fromBytes(FACTOR_RESULTS, bytes);
export const gatesToBytes = (gates: Gate[]): Uint8Array => toBytes(GATES, gates);
export const gatesFromBytes = (bytes: Uint8Array): Gate[] => fromBytes(GATES, bytes);
