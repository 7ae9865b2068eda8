import type { Line } from './line';

export const isCapitals = (text: string): boolean => /\p{Lu}/u.test(text) && text === text.toUpperCase();

/** How much a line stands out, in points of type size. */
export function prominence(line: Line): number {
  const capitals = isCapitals(line.text.split('\t')[0] ?? '') ? 1.2 : 0;
  return line.size + (line.bold ? 1.6 : 0) + capitals;
}

/** The type size in which most of the text is set. */
export function bodySize(lines: readonly Line[]): number {
  const weight = new Map<number, number>();
  for (const line of lines) weight.set(line.size, (weight.get(line.size) ?? 0) + line.text.length);
  return [...weight].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 10;
}

/** Whether a line stands out from those around it, whatever the headings elsewhere look like. */
export function standsOut(lines: readonly Line[], index: number): boolean {
  const line = lines[index];
  const next = lines[index + 1];
  if (!line || !next || line.bullet) return false;
  const before = lines[index - 1];
  const over = (other: Line | undefined) =>
    other === undefined || prominence(line) >= prominence(other) + 1.1;
  return over(next) && (over(before) || line.gap >= 8) && (line.gap >= 0.7 || before === undefined);
}
