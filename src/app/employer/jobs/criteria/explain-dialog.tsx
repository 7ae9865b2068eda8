'use client';
import { Button, Group, Text, Textarea } from '@mantine/core';
import type { JobCriterion } from '@/domain/jobs/schema/criteria';
import { Dialog } from '@/ui/dialog';
import classes from './criteria.module.css';
import { byRule, headOf, KIND_ICONS } from './kinds';

export interface ExplainDialogProps {
  /** The protected ones of the text that is to be published. */
  criteria: readonly JobCriterion[];
  /** What was typed before, when the dialog was closed in between. */
  reason: string;
  onReason: (reason: string) => void;
  pending: boolean;
  /** What is wrong with the reason. */
  problem: string | undefined;
  onPublish: () => void;
  onChangeText: () => void;
  onClose: () => void;
}

/** Before a job with protected criteria is published: shows them once more and asks why the work needs them. */
export const ExplainDialog = (props: ExplainDialogProps) => {
  const { criteria, reason, onReason, pending, problem, onPublish, onChangeText, onClose } = props;
  return (
    <Dialog onClose={onClose} title="Some words shut people out" size="lg">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onPublish();
        }}
      >
        <Text size="sm">Change them, or say why the work needs them. Then the job is published.</Text>
        <ul className={classes.notes}>
          {byRule(criteria).map((group) => {
            const [first] = group;
            if (first === undefined) return null;
            const Icon = KIND_ICONS[first.kind];
            return (
              <li key={`${first.path}:${first.rule}`} data-kind={first.kind}>
                <Icon size={17} stroke={1.6} aria-hidden="true" />
                <div className={classes.note}>
                  <p className={classes.head}>
                    <b>{headOf(first)}</b>
                    {group.map(({ start, quote }) => (
                      <mark key={start}>{quote}</mark>
                    ))}
                  </p>
                  <Text size="sm">{first.why}</Text>
                </div>
              </li>
            );
          })}
        </ul>
        <Textarea
          mt={16}
          label="Why does the work need it?"
          description="It is kept in the audit log beside these words, with your name. Candidates do not see it."
          placeholder="The warden sleeps in a hostel for women."
          autosize
          minRows={2}
          data-autofocus
          value={reason}
          error={problem}
          onChange={(event) => onReason(event.currentTarget.value)}
        />
        <Group mt={16} gap={8}>
          <Button type="submit" loading={pending}>
            Publish with this reason
          </Button>
          <Button variant="default" onClick={onChangeText}>
            Change the text
          </Button>
        </Group>
      </form>
    </Dialog>
  );
};
