import { bulletLength, cleanLine } from './characters';
import { withSeamsOpen } from './glued';
import { MAX_LINES, MAX_RAW_CHARACTERS, MAX_RAW_LINE } from './limits';
import { plainLine, type Line } from './line';
import { withLineEnds } from './run-together';

/** Decodes text: UTF-16 with a mark, UTF-8, else Windows-1252, which reads any bytes. */
export function decodeText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

const CHARACTER = 5;

/** Lines of a plain text. Wide gaps separate cells; where most lines break at one width, that width is the column. */
export function textLines(text: string): Line[] {
  const lines: Line[] = [];
  const rows = text
    .slice(0, MAX_RAW_CHARACTERS)
    .split(/\r\n|[\n\r\f\v\u2028\u2029]/u)
    .flatMap(withLineEnds)
    .map((row) => row.slice(0, MAX_RAW_LINE));
  const longest = rows.reduce((most, row) => Math.max(most, row.trimEnd().length), 0);
  const wrapped = longest <= 110;
  let blank = 9;
  for (const row of rows) {
    if (lines.length >= MAX_LINES) break;
    const expanded = row.replace(/^\t+/, (tabs) => '    '.repeat(tabs.length));
    const indent = expanded.length - expanded.trimStart().length;
    const body = expanded
      .trim()
      .replace(/^#{1,6}\s+/, '')
      .replace(/\*\*|__/g, '');
    const clean = withSeamsOpen(cleanLine(body.replace(/(?<=\S) {3,}(?=\S)/g, '\t')));
    if (clean === '' || /^[-–—_=*~.•|\s]+$/u.test(clean)) {
      blank += 1;
      continue;
    }
    const right = (indent + expanded.trim().length) * CHARACTER;
    lines.push(
      plainLine(clean, {
        x: indent * CHARACTER,
        right,
        gap: lines.length === 0 ? 9 : Math.min(blank, 3),
        bullet: bulletLength(clean) > 0,
        heading: /^#{1,6}\s/.test(row) ? 1 : 0,
        room: wrapped ? longest * CHARACTER - right : Infinity,
      }),
    );
    blank = 0;
  }
  return lines;
}
