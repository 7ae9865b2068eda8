import type { DescriptionBlock } from './schema/posting';

const ITEM = /^\s*(?:[-–•*]|\d{1,2}[.)])\s+/;

/** A description as typed, in paragraphs and lists: an empty line ends a paragraph, a dash, bullet or number begins an item. */
export const descriptionBlocks = (text: string): DescriptionBlock[] => {
  const blocks: DescriptionBlock[] = [];
  let open: DescriptionBlock | null = null;
  for (const line of text.split(/\r?\n/)) {
    const words = line.trim();
    if (words === '') {
      open = null;
    } else if (ITEM.test(line)) {
      if (open?.kind !== 'list') blocks.push((open = { kind: 'list', lines: [] }));
      open.lines.push(words.replace(ITEM, ''));
    } else {
      if (open?.kind !== 'text') blocks.push((open = { kind: 'text', lines: [] }));
      open.lines.push(words);
    }
  }
  return blocks;
};

/** Text that no reader of HTML or XML takes for markup. */
export const escapeMarkup = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** Blocks as the HTML that job search engines read: paragraphs, line breaks and lists, everything typed escaped. */
export const blocksHtml = (blocks: readonly DescriptionBlock[]): string =>
  blocks
    .map(({ kind, lines }) => {
      const safe = lines.map(escapeMarkup);
      return kind === 'list'
        ? `<ul>${safe.map((line) => `<li>${line}</li>`).join('')}</ul>`
        : `<p>${safe.join('<br>')}</p>`;
    })
    .join('');
