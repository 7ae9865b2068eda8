import dayjs from 'dayjs';
import relativeTime from 'dayjs/plugin/relativeTime';

dayjs.extend(relativeTime);

/** "3 minutes ago". */
export const ago = (at: Date): string => dayjs(at).fromNow();

/** "1 match", "9 matches". */
export const plural = (count: number, one: string, many: string): string =>
  `${count} ${count === 1 ? one : many}`;

const SMALL = ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine', 'Ten'];
/** A number that begins a sentence: "Five", "12". */
export const sentenceNumber = (count: number): string => SMALL[count] ?? String(count);

/** "24 Nov, 14:36" in the person's zone. */
export const dateTime = (at: Date, timeZone: string): string =>
  new Intl.DateTimeFormat('en-IN', {
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hour12: false,
    timeZone,
  }).format(at);
