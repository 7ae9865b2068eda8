import { Text } from '@mantine/core';
import type { MatchView } from '@/domain/pipeline/schema/match';
import classes from '@/ui/review/review.module.css';

/** What the person said about how they can work, in words. */
export function AnswersList({ answers }: { answers: MatchView['answers'] }) {
  if (answers.length === 0) {
    return (
      <Text c="dimmed" p={24}>
        No answers yet. What is not told counts as not known, never as zero.
      </Text>
    );
  }
  return (
    <dl className={classes.answers}>
      {answers.map(({ id, label, answer }) => (
        <div key={id}>
          <dt>{label}</dt>
          <dd>{answer}</dd>
        </div>
      ))}
    </dl>
  );
}
