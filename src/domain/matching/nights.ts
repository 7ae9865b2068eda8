/** Jobs that one message scores; they share what is read and packed of a shard. */
export const JOBS_PER_GROUP = 500;
/** People of one message: with their rows and columns they fit a function of 512 MB. */
export const PEOPLE_PER_SHARD = 100_000;
/** The local hour from which on a night is due. */
const NIGHT_FROM_HOUR = 2;
const TICKS_A_DAY = 24;
/** QStash's list price, pay as you go: one US dollar for 100,000 messages. */
export const MICRO_USD_PER_MESSAGE = 10;

const localTime = (now: Date, timeZone: string): { day: string; hour: number } => {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(now);
  const part = (type: Intl.DateTimeFormatPartTypes): string =>
    parts.find((each) => each.type === type)?.value ?? '';
  return { day: `${part('year')}-${part('month')}-${part('day')}`, hour: Number(part('hour')) };
};

/** The day in a time zone, `YYYY-MM-DD`. Throws RangeError for no zone. */
export const localDay = (now: Date, timeZone: string): string => localTime(now, timeZone).day;

/**
 * The local day whose night is due in a time zone (`YYYY-MM-DD`), or null before two o'clock. A clock that skips or repeats two
 * o'clock changes nothing: the day is due from then on, and its name allows it once. Throws RangeError for no zone.
 */
export function nightDue(now: Date, timeZone: string): string | null {
  const { day, hour } = localTime(now, timeZone);
  return hour < NIGHT_FROM_HOUR ? null : day;
}

/** Into how many groups and shards a batch is cut; people in none make one empty shard. */
export const cut = (people: number, jobs: number): { groups: number; shards: number } => ({
  groups: Math.ceil(jobs / JOBS_PER_GROUP),
  shards: Math.floor(people / PEOPLE_PER_SHARD) + 1,
});

/** Messages of one batch: it is planned, each part is scored, and each group tells what it brought. */
export const messagesOfBatch = ({ groups, shards }: { groups: number; shards: number }): number =>
  1 + groups * (shards + 1);

/**
 * Queue messages of a day of nights: the hourly ticks, and a batch for each time zone with the number of its open jobs. Mails about
 * what is new come on top.
 */
export const messagesOfNights = (people: number, jobsByZone: readonly number[]): number =>
  TICKS_A_DAY + jobsByZone.reduce((sum, jobs) => sum + messagesOfBatch(cut(people, jobs)), 0);
