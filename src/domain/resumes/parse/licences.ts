import type { ParsedResume } from '../schema';
import { bulletLength } from './characters';
import { findDates } from './dates';
import { spanIn, type PlacedLine, type PlacedSection } from './text';

type Licence = ParsedResume['licences'][number];

const NOT_A_NAME =
  /^(?:issued|issuer|credential|valid|expires?|expiry|license no|licence no|id|date|see|link|url|https?:|www\.|verified|completed|certificate id)\b/i;

function fromLine(line: PlacedLine): Licence[] {
  const bullet = bulletLength(line.text);
  let end = line.text.length;
  let start = bullet;
  for (const range of findDates(line.text)) {
    if (range.start <= start + 1) start = range.end;
    else end = Math.min(end, range.start);
  }
  const raw = line.text.slice(start, end);
  const lead = /^[\s:,;|•·()–—-]*/u.exec(raw)?.[0].length ?? 0;
  const name = (raw.slice(lead).split(/\t|\s[|•·]\s/)[0] ?? '').replace(/[\s:,;|•·(–—-]+$/u, '');
  if (name.length < 3 || name.length > 120 || NOT_A_NAME.test(name) || !/\p{L}{2}/u.test(name)) return [];
  return [{ name, span: spanIn(line, start + lead, start + lead + name.length) }];
}

/** Licences and certificates, one a line, from the sections that list them. */
export function readLicences(sections: readonly PlacedSection[]): Licence[] {
  const seen = new Set<string>();
  return sections
    .filter((section) => section.kind === 'licences')
    .flatMap((section) => section.lines.flatMap(fromLine))
    .filter(({ name }) => !seen.has(name.toLowerCase()) && seen.add(name.toLowerCase()));
}
