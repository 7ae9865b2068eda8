import { Group, Skeleton, VisuallyHidden } from '@mantine/core';
import classes from '@/ui/states.module.css';

export interface PageSkeletonProps {
  /** Rows to come and their real height, so that nothing jumps when they arrive. */
  rows?: number;
  rowHeight?: number;
  /** What is being loaded, for assistive technology. */
  label?: string;
}

/** A page that is loading; shown only after 150 ms. */
export function PageSkeleton({ rows = 6, rowHeight = 56, label = 'Loading' }: PageSkeletonProps) {
  return (
    <output className={classes.late} style={{ display: 'block', padding: '24px 32px', maxWidth: 1200 }}>
      <VisuallyHidden>{label}</VisuallyHidden>
      <Skeleton height={30} width={280} aria-hidden="true" />
      <Skeleton height={14} width={360} maw="80%" mt={10} mb={20} aria-hidden="true" />
      <ListSkeleton rows={rows} rowHeight={rowHeight} />
    </output>
  );
}

/** Rows only, for a pane. */
export function ListSkeleton({ rows, rowHeight }: { rows: number; rowHeight: number }) {
  return (
    <div aria-hidden="true">
      {Array.from({ length: rows }, (_, row) => (
        <Group key={row} h={rowHeight} gap={12} wrap="nowrap" className="fb-line" px={14}>
          <Skeleton circle height={Math.min(34, rowHeight * 0.5)} />
          <div className="fb-grow">
            <Skeleton height={12} width={`${46 - (row % 3) * 8}%`} />
            <Skeleton height={10} width={`${62 - (row % 4) * 7}%`} mt={8} />
          </div>
          <Skeleton height={18} width={64} />
        </Group>
      ))}
    </div>
  );
}
