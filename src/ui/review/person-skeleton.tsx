import { Skeleton, VisuallyHidden } from '@mantine/core';
import type { RankedRow } from '@/domain/pipeline/schema/ranking';
import { PersonAvatar } from '@/ui/person-avatar';
import classes from '@/ui/review/person-skeleton.module.css';
import reviewClasses from '@/ui/review/review.module.css';
import { displayName } from '@/ui/review/words';

const LINES = [62, 88, 94, 71, 90, 83, 46, 92, 87, 64, 90, 78];
const FACTORS = 12;

/** A person on the way: who it is, from the list, and the shapes of what is read of them. */
export function PersonSkeleton({ row }: { row: RankedRow | undefined }) {
  return (
    <output className={classes.skeleton}>
      <VisuallyHidden>Loading</VisuallyHidden>
      <div className={classes.head}>
        {row === undefined ? (
          <Skeleton circle height={40} aria-hidden="true" />
        ) : (
          <PersonAvatar name={displayName(row)} masked={row.name === null} size={40} />
        )}
        <div className="fb-grow">
          {row === undefined ? (
            <Skeleton height={20} width={220} aria-hidden="true" />
          ) : (
            <span className={reviewClasses.personName}>{displayName(row)}</span>
          )}
          <Skeleton height={12} width={280} maw="80%" mt={6} aria-hidden="true" />
        </div>
      </div>
      <div className={classes.panes} aria-hidden="true">
        <div className={classes.read}>
          {LINES.map((width, index) => (
            <Skeleton key={index} height={12} width={`${width}%`} mb={11} />
          ))}
        </div>
        <div className={classes.why}>
          <Skeleton height={28} width={120} mb={10} />
          <Skeleton height={14} mb={30} />
          {Array.from({ length: FACTORS }, (_, index) => (
            <Skeleton key={index} height={10} width={`${96 - index * 4}%`} mb={16} />
          ))}
        </div>
      </div>
    </output>
  );
}
