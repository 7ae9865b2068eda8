'use client';
import { ActionIcon, Button, SegmentedControl, Textarea } from '@mantine/core';
import { randomId } from '@mantine/hooks';
import { IconPlus, IconX } from '@tabler/icons-react';
import { LetterCount } from '@/ui/letter-count';
import { messageAt, partOf, type ControlProps } from '@/ui/questions/question-meta';
import classes from '@/ui/questions/questions.module.css';

export interface ScreeningDraft {
  id: string;
  text: string;
  kind: 'text' | 'yes_no';
  wanted: 'yes' | 'no' | null;
}

const OPEN = 'open';

/** The employer's own questions: written ones are read, yes-or-no ones may have an answer that is hoped for. */
export function ScreeningEditor(props: ControlProps<ScreeningDraft[]>) {
  const { question, value = [], onChange, issues, disabled } = props;
  const { maxItems = Infinity, maxLength: most } = question.bounds ?? {};
  const text = partOf(question, 'text');
  const kind = partOf(question, 'kind');
  const wanted = partOf(question, 'wanted');
  const tell = (next: ScreeningDraft[]): void => onChange(next.length === 0 ? undefined : next);
  const set = (index: number, change: Partial<ScreeningDraft>): void =>
    tell(value.map((item, at) => (at === index ? { ...item, ...change } : item)));
  return (
    <>
      {value.length > 0 && (
        <ol className={classes.list}>
          {value.map((item, index) => (
            <li key={item.id} className={classes.screening}>
              <Textarea
                label={`${text.label} ${index + 1}`}
                placeholder={text.placeholder}
                autosize
                minRows={1}
                value={item.text}
                onChange={(event) => set(index, { text: event.currentTarget.value })}
                error={messageAt(issues, question, `${index}.text`)}
                disabled={disabled}
                {...(most !== undefined && {
                  description: <LetterCount value={item.text} most={most} />,
                  inputWrapperOrder: ['label', 'input', 'description', 'error'],
                })}
              />
              <ActionIcon
                aria-label={`Remove question ${index + 1}`}
                onClick={() => tell(value.filter((_, at) => at !== index))}
                disabled={disabled}
              >
                <IconX size={15} />
              </ActionIcon>
              <div className={classes.screeningTools}>
                <SegmentedControl
                  aria-label={`${kind.label} to question ${index + 1}`}
                  value={item.kind}
                  onChange={(chosen) =>
                    set(index, chosen === 'text' ? { kind: 'text', wanted: null } : { kind: 'yes_no' })
                  }
                  data={(kind.options ?? []).map(({ value, label }) => ({ value: String(value), label }))}
                  disabled={disabled}
                />
                {item.kind === 'yes_no' && (
                  <>
                    <span className={classes.inline}>{wanted.label}</span>
                    <SegmentedControl
                      aria-label={`${wanted.label} to question ${index + 1}`}
                      value={item.wanted ?? OPEN}
                      onChange={(chosen) =>
                        set(index, { wanted: chosen === 'yes' || chosen === 'no' ? chosen : null })
                      }
                      data={[
                        ...(wanted.options ?? []).map(({ value, label }) => ({
                          value: String(value),
                          label,
                        })),
                        { value: OPEN, label: 'Open' },
                      ]}
                      disabled={disabled}
                    />
                  </>
                )}
              </div>
            </li>
          ))}
        </ol>
      )}
      {value.length < maxItems && (
        <Button
          variant="default"
          mt={value.length > 0 ? 12 : 0}
          leftSection={<IconPlus size={15} aria-hidden="true" />}
          onClick={() => tell([...value, { id: randomId('q-'), text: '', kind: 'yes_no', wanted: null }])}
          disabled={disabled}
        >
          Add a question
        </Button>
      )}
    </>
  );
}
