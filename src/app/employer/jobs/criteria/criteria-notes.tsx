import { Text, UnstyledButton, VisuallyHidden } from '@mantine/core';
import type { JobCriterion } from '@/domain/jobs/schema/criteria';
import classes from './criteria.module.css';
import { byRule, headOf, KIND_ICONS } from './kinds';

export interface CriteriaNotesProps {
  /** Criteria in the text of one question. */
  criteria: readonly JobCriterion[];
  /** What the question is called. */
  label: string;
  onShow: (criterion: JobCriterion) => void;
}

/** Which of several texts is meant: the second screening question. */
const which = ({ path }: JobCriterion): string => {
  const [id, index] = path.split('.');
  return id === 'screening' ? `Question ${Number(index) + 1}. ` : '';
};

/** Under a text: its words that shut people out or say little, why that matters, and what to write instead. */
export const CriteriaNotes = ({ criteria, label, onShow }: CriteriaNotesProps) => {
  if (criteria.length === 0) return null;
  return (
    <ul className={classes.notes} aria-label={`Wording of ${label}`}>
      {byRule(criteria).map((group) => {
        const [first] = group;
        if (first === undefined) return null;
        const Icon = KIND_ICONS[first.kind];
        return (
          <li key={`${first.path}:${first.rule}`} data-kind={first.kind}>
            <Icon size={17} stroke={1.6} aria-hidden="true" />
            <div className={classes.note}>
              <p className={classes.head}>
                <b>
                  {which(first)}
                  {headOf(first)}
                </b>
                {group.map((one) => (
                  <Words key={one.start} criterion={one} onShow={onShow} />
                ))}
              </p>
              <Text size="sm">{first.why}</Text>
              <Text size="sm" c="dimmed">
                Instead: {first.instead}
              </Text>
            </div>
          </li>
        );
      })}
    </ul>
  );
};

/** The words themselves; pressed, they are selected where they stand. */
export const Words = ({
  criterion,
  onShow,
}: {
  criterion: JobCriterion;
  onShow: (criterion: JobCriterion) => void;
}) => (
  <UnstyledButton className={classes.words} onClick={() => onShow(criterion)}>
    <VisuallyHidden>Show in the text: </VisuallyHidden>
    <mark>{criterion.quote}</mark>
  </UnstyledButton>
);
