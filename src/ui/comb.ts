/** Corners of a pointy-topped hexagon around (x, y) with the given radius, as an SVG `points` string. */
export function hexagon(x: number, y: number, radius: number): string {
  return Array.from({ length: 6 }, (_, corner) => {
    const angle = (Math.PI / 3) * corner + Math.PI / 6;
    return `${(x + radius * Math.cos(angle)).toFixed(2)},${(y + radius * Math.sin(angle)).toFixed(2)}`;
  }).join(' ');
}

/** Centres of the logo's seven cells in a 32 × 32 box: two, three, two. */
export const MARK_CELLS: readonly (readonly [number, number])[] = [
  [11.2, 7.4],
  [20.8, 7.4],
  [6.4, 16],
  [16, 16],
  [25.6, 16],
  [11.2, 24.6],
  [20.8, 24.6],
];

/** Which of them are filled. */
export const LIT: ReadonlySet<number> = new Set([0, 1, 3, 4]);
