const LONGEST = 255;

/** Characters that turn the text around them, hide, or end a line: "cv\u202Efdp.exe" shows as "cvexe.pdf". */
const UNSEEN = /[\p{Cc}\u00AD\u061C\u200B\u200E\u200F\u2028-\u202E\u2060-\u2069\uFEFF]/gu;

/**
 * A file's name as it may be stored and shown: without the folders before it, nothing unseen in it but the joiners that
 * scripts need, at most 255 characters with the ending kept; "file" when nothing is left.
 */
export function cleanFileName(name: string): string {
  const base = name.split(/[\\/]/).at(-1) ?? '';
  const seen = base.toWellFormed().replace(UNSEEN, '').trim();
  const ending = /\.[A-Za-z0-9]{1,8}$/.exec(seen)?.[0] ?? '';
  const stem = seen.slice(0, seen.length - ending.length);
  const kept = stem.length + ending.length <= LONGEST ? stem : stem.slice(0, LONGEST - ending.length);
  return `${kept}${ending}`.toWellFormed() || 'file';
}

/** The header that has a browser save a file under its name (RFC 6266, RFC 8187). */
export function asAttachment(name: string): string {
  const encoded = encodeURIComponent(cleanFileName(name)).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename*=UTF-8''${encoded}`;
}
