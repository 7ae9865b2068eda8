import type { JobCriterion } from '@/domain/jobs/schema/criteria';

/** How far down a text area the end of a text stands, were it all that the area holds. */
const heightOf = (area: HTMLTextAreaElement, text: string): number => {
  const measure = area.cloneNode() as HTMLTextAreaElement;
  measure.value = text;
  measure.removeAttribute('id');
  measure.tabIndex = -1;
  measure.ariaHidden = 'true';
  measure.style.cssText += `;position:absolute;visibility:hidden;height:0;width:${area.offsetWidth}px`;
  area.after(measure);
  const { scrollHeight } = measure;
  measure.remove();
  return scrollHeight;
};

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
  input.focus({ preventScroll: true });
  // A text area has its line breaks in one letter, whatever was saved: its words stand there or a little before.
  const words = quote.replaceAll('\r\n', '\n');
  const at = input.value.lastIndexOf(words, start);
  if (at >= 0) input.setSelectionRange(at, at + words.length);
  // Browsers leave a selection that a program makes out of sight.
  if (at >= 0 && input instanceof HTMLTextAreaElement)
    input.scrollTop = heightOf(input, input.value.slice(0, at + words.length)) - input.clientHeight / 2;
  input.scrollIntoView({ block: 'center' });
};
