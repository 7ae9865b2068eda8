import { Progress, Text } from '@mantine/core';
import classes from '@/ui/review/review.module.css';

export interface ComputingBannerProps {
  chunksDone: number;
  chunks: number;
  /** An older ranking is on the screen meanwhile. */
  hasRanking: boolean;
}

/** A run is under way; the page fills by itself. */
export function ComputingBanner({ chunksDone, chunks, hasRanking }: ComputingBannerProps) {
  const percent = chunks === 0 ? 0 : Math.floor((100 * chunksDone) / chunks);
  return (
    <output className={classes.computing}>
      <Text span size="xs" fw={600} display="block">
        Matches are being computed{chunks > 1 && `, ${percent}%`}
      </Text>
      <Progress
        value={percent === 0 ? 100 : percent}
        animated={percent === 0}
        striped={percent === 0}
        aria-label="Matches being computed"
      />
      <Text span size="xs" c="dimmed" display="block">
        {hasRanking
          ? 'The old ranking stays until this one is done.'
          : 'The list fills by itself; you can leave this page.'}
      </Text>
    </output>
  );
}
