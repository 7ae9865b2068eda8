import { Button, Text, UnstyledButton } from '@mantine/core';
import { IconCheck, IconPencil, IconPointFilled } from '@tabler/icons-react';
import type { JobDraft, JobQuestionId } from '@/domain/jobs/schema';
import type { JobCriterion } from '@/domain/jobs/schema/criteria';
import { answerWords } from '@/ui/questions/answer-words';
import { QuestionField } from '@/ui/questions/question-field';
import type { AnswerIssue, JobQuestionMeta } from '@/ui/questions/question-meta';
import { useQuestionSources } from '@/ui/questions/sources';
import { CriteriaNotes } from '../../criteria/criteria-notes';
import classes from './edit.module.css';

interface Group {
  id: string;
  label: string;
  help: string;
}

export interface QuestionGroupProps {
  group: Group;
  /** The questions of this group. */
  questions: readonly (JobQuestionMeta & { id: JobQuestionId })[];
  /** The group below, offered at the end. */
  next: Group | undefined;
  draft: JobDraft;
  issues: readonly AnswerIssue[];
  /** Why an answer is suggested, by question. */
  reasons: Readonly<Record<string, string | null>>;
  /** What the words of the answers ask for and should not, or not so. */
  criteria: readonly JobCriterion[];
  isOpen: boolean;
  readOnly: boolean;
  onShow: (criterion: JobCriterion) => void;
  onOpen: (groupId: string) => void;
  onFold: () => void;
  onChange: (changes: JobDraft) => void;
}

/** One group of the job form: its questions, or a line that says what they are answered with. */
export const QuestionGroup = (props: QuestionGroupProps) => {
  const { group, questions, next, draft, issues, reasons, criteria, isOpen, readOnly } = props;
  const { onShow, onOpen, onFold, onChange } = props;
  const sources = useQuestionSources();
  const wrong = issues.filter(({ path }) =>
    questions.some(({ id }) => path === id || path.startsWith(`${id}.`)),
  ).length;
  const summary = questions
    .filter(({ kind }) => kind !== 'long_text' && kind !== 'role')
    .map((question) => answerWords(question, draft[question.id], sources))
    .filter((words) => words !== '')
    .join(', ');
  return (
    <section className={classes.group} data-group={group.id} data-open={isOpen || undefined}>
      <h2 style={{ margin: 0, fontSize: 'inherit' }}>
        <UnstyledButton
          className={classes.fold}
          aria-expanded={isOpen}
          onClick={() => (isOpen ? onFold() : onOpen(group.id))}
        >
          {wrong > 0 ? (
            <IconPointFilled size={16} color="var(--fb-brick)" />
          ) : summary === '' ? (
            <IconPointFilled size={16} color="var(--fb-line-strong)" />
          ) : (
            <IconCheck size={16} color="var(--fb-action)" />
          )}
          <span className={classes.label}>{group.label}</span>
          <Text span size="sm" c={wrong > 0 ? 'red' : 'dimmed'} className={`fb-grow ${classes.summary}`}>
            {wrong > 0
              ? `${wrong} ${wrong === 1 ? 'answer needs' : 'answers need'} another look`
              : isOpen
                ? group.help
                : summary || group.help}
          </Text>
          {!isOpen && <IconPencil size={16} aria-hidden="true" />}
        </UnstyledButton>
      </h2>
      {isOpen && (
        <div className={classes.body}>
          {questions.map((question) => (
            <div key={question.id} data-question={question.id}>
              <QuestionField
                question={question}
                value={draft[question.id]}
                onChange={(value) => onChange({ [question.id]: value })}
                issues={issues}
                reason={reasons[question.id]}
                disabled={readOnly}
              />
              <CriteriaNotes
                criteria={criteria.filter(({ path }) => path.split('.')[0] === question.id)}
                label={question.label}
                onShow={onShow}
              />
            </div>
          ))}
          <div className={classes.foot}>
            {next !== undefined && (
              <Button variant="default" onClick={() => onOpen(next.id)}>
                Next: {next.label}
              </Button>
            )}
          </div>
        </div>
      )}
    </section>
  );
};
