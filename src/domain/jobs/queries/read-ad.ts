import { loadCatalog } from '@/domain/catalog/load';
import type { Authorized } from '@/domain/kernel/actor';
import type { Context } from '@/domain/kernel/context';
import { isTimeZone } from '@/domain/scoring/time-zones';
import { readAd } from '../ad/read';
import type { AdReading } from '../schema/ad';

/** The day `YYYY-MM-DD` in a zone; in UTC for a name that is no zone. */
const dayIn = (timeZone: string, now: Date): string =>
  new Intl.DateTimeFormat('en-CA', {
    timeZone: isTimeZone(timeZone) ? timeZone : 'UTC',
    dateStyle: 'short',
  }).format(now);

/** What a pasted ad says, as answers of the job form. Nothing is stored: the form keeps what the person takes over. */
export const readPastedAd = (
  ctx: Context,
  _grant: Authorized<'job:write'>,
  { text, timeZone }: { text: string; timeZone: string },
): AdReading => readAd(text, { catalog: loadCatalog(), today: dayIn(timeZone, ctx.now()), timeZone });
