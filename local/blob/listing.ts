import type { Blob } from './store';

const MOST = 1000;

export type Page = { blobs: Blob[]; folders?: string[]; hasMore: boolean; cursor?: string };

/**
 * One page of a store's blobs in the order of their pathnames.
 * @param all every blob, in order
 * @param query `prefix`, `limit`, `cursor`; `mode=folded` gathers deeper blobs under their folder's name
 */
export function listPage(all: Blob[], query: URLSearchParams): Page {
  const prefix = query.get('prefix') ?? '';
  const limit = Math.min(Number(query.get('limit') ?? MOST) || MOST, MOST);
  const after = Buffer.from(query.get('cursor') ?? '', 'base64url').toString();
  const folded = query.get('mode') === 'folded';
  const folderOf = ({ pathname }: Blob): string | undefined => {
    const slash = pathname.indexOf('/', prefix.length);
    return folded && slash >= 0 ? pathname.slice(0, slash + 1) : undefined;
  };
  const matching = all.filter(({ pathname }) => pathname.startsWith(prefix));
  const folders = new Set(matching.map(folderOf).filter((folder) => folder !== undefined));
  const rest = matching.filter((blob) => blob.pathname > after && folderOf(blob) === undefined);
  const blobs = rest.slice(0, limit);
  const hasMore = rest.length > limit;
  const last = blobs.at(-1);
  return {
    blobs,
    hasMore,
    ...(folded ? { folders: [...folders] } : {}),
    ...(hasMore && last ? { cursor: Buffer.from(last.pathname).toString('base64url') } : {}),
  };
}
