import { Text } from '@mantine/core';
import type { BoardJob } from '@/domain/jobs/schema/posting';
import classes from './apply.module.css';

/** The job in one or two lines: what it is, who asks, hours, pay and place. */
export const JobLine = ({ posting }: { posting: BoardJob }) => {
  const { hours, pay, work, coreHours } = posting.words;
  return (
    <div className={classes.job}>
      <Text c="dimmed">
        <a className="fb-link" href={posting.path}>
          {posting.title}
        </a>
        , {posting.organizationName}
      </Text>
      <Text size="sm" c="dimmed">
        {[hours, work, pay, coreHours].filter((words) => words !== null).join(' · ')}
      </Text>
    </div>
  );
};
