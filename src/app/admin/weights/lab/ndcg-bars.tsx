import { Text, Title } from '@mantine/core';
import type { DryRun } from '@/domain/matching/schema/dry-run';
import classes from './lab.module.css';

const SHOWN = 10;
const HALF = 40;

const initials = (title: string): string =>
  title
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .slice(0, 2)
    .map((word) => word[0]?.toUpperCase() ?? '')
    .join('');

/** Change of nDCG@10 for each of the jobs decided last; up = the draft follows the decisions better. */
export const NdcgBars = ({
  jobs,
  names,
}: {
  jobs: DryRun['jobs'];
  names: { inUse: string; draft: string };
}) => {
  const measured = jobs
    .flatMap(({ jobId, title, ndcg: { before, after } }) =>
      before === null || after === null ? [] : [{ jobId, title, before, after, change: after - before }],
    )
    .slice(0, SHOWN);
  if (measured.length === 0) return null;
  const most = Math.max(0.05, ...measured.map(({ change }) => Math.abs(change)));
  return (
    <>
      <Title order={4} mt={16} mb={4}>
        nDCG@10 by job, {names.draft} against {names.inUse}
      </Title>
      <ul className={classes.bars}>
        {measured.map(({ jobId, title, before, after, change }) => (
          <li key={jobId} title={title}>
            <svg width={20} height={HALF * 2} viewBox={`0 0 20 ${HALF * 2}`} aria-hidden="true">
              <line x1={0} x2={20} y1={HALF} y2={HALF} />
              <rect
                data-look={change < 0 ? 'fall' : 'rise'}
                x={2}
                width={16}
                rx={1.5}
                y={change < 0 ? HALF : HALF - (HALF * change) / most}
                height={(HALF * Math.abs(change)) / most}
              />
            </svg>
            <Text span size="xxs" c="dimmed" aria-hidden="true">
              {initials(title)}
            </Text>
            <span className={classes.word}>
              {title}: {before.toFixed(2)} to {after.toFixed(2)}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
};
