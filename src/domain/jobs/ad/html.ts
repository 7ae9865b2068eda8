/** What of a pasted ad is read, and where each of its letters stands in what was pasted. */
export interface PlainAd {
  text: string;
  /** The stretch of what was pasted that a stretch of `text` came from. */
  origin: (span: { start: number; end: number }) => { start: number; end: number };
}

/** Marks an ad as HTML; "<5 years" and "a < b" do not. */
const IS_HTML =
  /<\/?(?:p|div|span|ul|ol|li|br|h[1-6]|table|tr|td|strong|b|em|i|section|article)(?:\s[^<>]{0,2000})?\/?>/i;
const TOKENS =
  /<!?\/?([a-z][a-z\d]{0,20})?[^<>]{0,2000}>|&(#\d{1,7}|#x[\da-f]{1,6}|[a-z]{2,8});|\s+|[^\s<&]+|[<&]/gi;
const INLINE = /^(?:a|abbr|b|code|em|font|i|mark|small|span|strong|sub|sup|u)$/i;
const UNSEEN = /^(?:script|style|template)$/i;
const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  apos: "'",
  bull: '•',
  euro: '€',
  gt: '>',
  hellip: '…',
  ldquo: '“',
  lsquo: '‘',
  lt: '<',
  mdash: '—',
  middot: '·',
  nbsp: ' ',
  ndash: '–',
  pound: '£',
  quot: '"',
  rdquo: '”',
  rsquo: '’',
};

function letterOf(entity: string): string | null {
  if (!entity.startsWith('#')) return NAMED[entity.toLowerCase()] ?? null;
  const code = /^#x/i.test(entity) ? Number.parseInt(entity.slice(2), 16) : Number(entity.slice(1));
  return code >= 32 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff)
    ? String.fromCodePoint(code)
    : null;
}

/** The words of an ad pasted as HTML source, a line for each block; any other text stays as it is. */
export function plainAd(pasted: string): PlainAd {
  if (!IS_HTML.test(pasted)) return { text: pasted, origin: (span) => span };
  const written: string[] = [];
  const from: number[] = [];
  const to: number[] = [];
  const write = (words: string, start: number, end: number, letterByLetter: boolean): void => {
    for (let i = 0; i < words.length; i++) {
      written.push(words.charAt(i));
      from.push(letterByLetter ? start + i : start);
      to.push(letterByLetter ? start + i + 1 : end);
    }
  };
  let unseen: string | null = null;
  for (const match of pasted.matchAll(TOKENS)) {
    const [token, tag, entity] = match;
    const end = match.index + token.length;
    const closes = token.startsWith('</');
    if (unseen !== null) {
      if (closes && tag?.toLowerCase() === unseen) unseen = null;
    } else if (entity !== undefined) {
      write(letterOf(entity) ?? token, match.index, end, false);
    } else if (token.length > 1 && token.startsWith('<')) {
      if (tag === undefined || INLINE.test(tag)) continue;
      if (UNSEEN.test(tag)) unseen = closes ? null : tag.toLowerCase();
      else if (/^t[dh]$/i.test(tag)) write(' ', match.index, end, false);
      else if (written.length > 0 && written.at(-1) !== '\n') write('\n', match.index, end, false);
      if (/^li$/i.test(tag) && !closes) write('• ', match.index, end, false);
    } else if (token.trim() !== '') {
      write(token, match.index, end, true);
    } else if (written.length > 0 && !/\s/.test(written.at(-1) ?? '')) {
      write(' ', match.index, end, false);
    }
  }
  const origin: PlainAd['origin'] = ({ start, end }) => ({
    start: from[start] ?? pasted.length,
    end: to[end - 1] ?? pasted.length,
  });
  return { text: written.join(''), origin };
}
