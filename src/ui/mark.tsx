import { LIT, MARK_CELLS, hexagon } from '@/ui/comb';

export interface MarkProps {
  size?: number;
  /** Colour of the lit cells and of the outlines. */
  color?: string;
}

/** The logo: a week of seven cells in a comb, four of them lit. */
export function Mark({ size = 28, color = 'var(--fb-honey)' }: MarkProps) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true">
      {MARK_CELLS.map(([x, y], cell) => {
        const lit = LIT.has(cell);
        return (
          <polygon
            key={`${x},${y}`}
            points={hexagon(x, y, 5.1)}
            fill={lit ? color : 'none'}
            stroke={color}
            strokeWidth={lit ? 0 : 1.4}
            opacity={lit ? 1 : 0.65}
          />
        );
      })}
    </svg>
  );
}
