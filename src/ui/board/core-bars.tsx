import classes from '@/ui/board/board.module.css';

const BAR = 7;
const GAP = 2;
const HEIGHT = 22;
const OFF = 2;

/** A bar with corners of 1 px that stands on the bottom, as a path. */
const bar = (day: number, height: number): string =>
  `M${day * (BAR + GAP)} ${HEIGHT - 1}a1 1 0 0 0 1 1h${BAR - 2}a1 1 0 0 0 1-1v${2 - height}a1 1 0 0 0-1-1h${2 - BAR}a1 1 0 0 0-1 1z`;

/**
 * The core hours of a job, Monday to Sunday, as `WeekBars` draws a week that both sides have; one drawing instead of
 * fifteen elements, for the public list.
 * @param minutes of each day
 */
export const CoreBars = ({ minutes }: { minutes: readonly number[] }) => {
  const most = Math.max(240, ...minutes);
  const bars = minutes.map((needed, day) => ({
    needed,
    path: bar(day, needed === 0 ? OFF : Math.max(3, (HEIGHT * needed) / most)),
  }));
  const pathOf = (wanted: boolean): string =>
    bars
      .filter(({ needed }) => needed > 0 === wanted)
      .map(({ path }) => path)
      .join('');
  return (
    <svg className={classes.bars} width={7 * BAR + 6 * GAP} height={HEIGHT} aria-hidden="true">
      <path d={pathOf(true)} />
      <path className={classes.off} d={pathOf(false)} />
    </svg>
  );
};
