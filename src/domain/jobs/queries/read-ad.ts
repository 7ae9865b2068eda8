import { loadCatalog } from '@/domain/catalog/load';
import type { Authorized } from '@/domain/kernel/actor';
import type { Context } from '@/domain/kernel/context';
import { readAd } from '../ad/read';
import type { AdReading } from '../schema/ad';

/** What a pasted ad says, as answers of the job form. Nothing is stored: the form keeps what the person takes over. */
export const readPastedAd = (
  ctx: Context,
  _grant: Authorized<'job:write'>,
  { text, timeZone }: { text: string; timeZone: string },
): AdReading =>
  readAd(text, { catalog: loadCatalog(), today: ctx.now().toISOString().slice(0, 10), timeZone });
