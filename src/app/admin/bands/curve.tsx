'use client';
import { Table, Text, VisuallyHidden } from '@mantine/core';
import type { BandPoints, CurveStep } from '@/domain/matching/schema/bands';
import { counted } from '@/ui/score-words';
import classes from './bands.module.css';

const [WIDTH, HEIGHT] = [100, 50];
const y = (value: number): number => HEIGHT * (1 - value);

/** A line that rises in steps over the scores, from 0 to 100. */
const lineOf = (curve: readonly CurveStep[]): string =>
  curve
    .map((step, index) => {
      const from = index === 0 ? 0 : step.from / 100;
      const until = (curve[index + 1]?.from ?? 10_000) / 100;
      return `${index === 0 ? 'M' : 'L'}${from} ${y(step.value)} H${until}`;
    })
    .join(' ');

export interface CurveProps {
  curve: readonly CurveStep[];
  points: BandPoints;
  decisions: number;
}

/** How often people were shortlisted, by score; dashed lines are where bands would begin. The table says the same. */
export const Curve = ({ curve, points, decisions }: CurveProps) => (
  <figure className={classes.figure}>
    <svg
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      className={classes.curve}
      aria-hidden="true"
    >
      {[0.25, 0.5, 0.75].map((value) => (
        <line key={value} x1={0} x2={WIDTH} y1={y(value)} y2={y(value)} className={classes.grid} />
      ))}
      {Object.values(points).map((at) => (
        <line key={at} x1={at} x2={at} y1={0} y2={HEIGHT} className={classes.cut} />
      ))}
      <path d={lineOf(curve)} className={classes.line} />
    </svg>
    <div className={classes.scale} aria-hidden="true">
      <span>0</span>
      <span>Score</span>
      <span>100</span>
    </div>
    <figcaption>
      <Text size="sm" c="dimmed">
        Shortlisted, of those opened and decided on, by score. n = {decisions.toLocaleString('en')}; level
        lines at 25, 50 and 75 of 100, dashed ones where Partial, Good and Strong would begin.
      </Text>
    </figcaption>
    <VisuallyHidden>
      <Table>
        <Table.Tbody>
          {curve.map((step) => (
            <Table.Tr key={step.from}>
              <Table.Td>Score from {Math.round(step.from / 100)}</Table.Td>
              <Table.Td>{Math.round(step.value * 100)} of 100 shortlisted</Table.Td>
              <Table.Td>{counted(step.weight, 'decision')}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </VisuallyHidden>
  </figure>
);
