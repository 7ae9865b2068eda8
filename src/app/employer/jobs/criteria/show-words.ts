import type { JobCriterion } from '@/domain/jobs/schema/criteria';

/** Puts the keyboard into the text of a question and selects the words of a criterion there, in sight. */
export const showWords = (
  question: Element | null | undefined,
  { path, quote, start }: JobCriterion,
): void => {
  const [id, index] = path.split('.');
  const inputs = question?.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(
    id === 'screening' ? 'textarea' : 'textarea, input',
  );
  const input = inputs?.[id === 'screening' ? Number(index) : 0];
  if (input === undefined) return;
  // A text area has its line breaks in one letter, whatever was saved: its words stand there or a little before.
  const words = quote.replaceAll('\r\n', '\n');
  const at = input.value.lastIndexOf(words, start);
  if (at >= 0) input.setSelectionRange(at, at + words.length);
  // A browser scrolls a text to its selection when the keyboard comes in, not when it is there.
  input.blur();
  input.focus();
};
