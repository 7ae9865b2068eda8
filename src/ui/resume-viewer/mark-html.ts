import { stretchesOf, type Passage } from '@/ui/resume-viewer/passages';

const ESCAPES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escape = (text: string): string => text.replace(/[&<>"']/g, (char) => ESCAPES[char] ?? char);

/** A string of a text layer as HTML, its passages in `<mark data-keys="…">`; everything of the file is escaped. */
export function markHtml(text: string, passages: readonly Passage[]): string {
  return stretchesOf(0, text.length, passages)
    .map(({ start, end, keys }) => {
      const words = escape(text.slice(start, end));
      return keys.length === 0 ? words : `<mark data-keys="${escape(keys.join(' '))}">${words}</mark>`;
    })
    .join('');
}
