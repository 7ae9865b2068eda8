import { Text } from '@mantine/core';
import { IconBulb } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { AnyQuestion } from '@/ui/questions/question-meta';
import classes from '@/ui/questions/questions.module.css';

export interface QuestionFrameProps {
  question: AnyQuestion;
  labelId: string;
  helpId: string;
  /** The control is one input: the title labels it. Else the frame is a group of inputs. */
  inputId?: string | undefined;
  /** Beside the title: "4 of 6 at most", a time zone. */
  aside?: ReactNode;
  /** Why an answer is suggested: "4–5 h a day is usual for this role". */
  reason?: string | null | undefined;
  /** What is wrong with the answer as a whole. */
  errors?: readonly string[];
  children: ReactNode;
}

/** Title, help, suggestion and errors around the control of a question. */
export function QuestionFrame(props: QuestionFrameProps) {
  const { question, labelId, helpId, inputId, aside, reason, errors = [], children } = props;
  const head = (
    <>
      <div className={classes.head}>
        <h3 className={classes.label} id={labelId}>
          {inputId ? <label htmlFor={inputId}>{question.label}</label> : question.label}
        </h3>
        {aside}
      </div>
      <Text size="sm" c="dimmed" id={helpId}>
        {question.help}
      </Text>
      {reason && (
        <Text size="sm" className={classes.reason}>
          <IconBulb size={16} stroke={1.6} aria-hidden="true" />
          {reason}
        </Text>
      )}
    </>
  );
  const foot = errors.map((error) => (
    <Text key={error} size="xs" c="var(--mantine-color-error)" role="alert" mt={4}>
      {error}
    </Text>
  ));
  const body = (
    <>
      {head}
      <div className={classes.body}>{children}</div>
      {foot}
    </>
  );
  return inputId ? (
    <div className={classes.frame}>{body}</div>
  ) : (
    <fieldset className={classes.frame} aria-labelledby={labelId} aria-describedby={helpId}>
      {body}
    </fieldset>
  );
}
