/** A field as the catalog words it: a question, or a part of a composite answer. */
export interface QuestionPart {
  label: string;
  told?: ToldWords | undefined;
  help?: string | undefined;
  placeholder?: string | undefined;
  unit?: string | undefined;
  options?: readonly QuestionOption[] | undefined;
  bounds?:
    | {
        min?: number | undefined;
        max?: number | undefined;
        step?: number | undefined;
        minLength?: number | undefined;
        maxLength?: number | undefined;
        maxItems?: number | undefined;
        stepMinutes?: 15 | 30 | undefined;
      }
    | undefined;
}

export interface QuestionOption {
  value: string | number;
  label: string;
  hint?: string | undefined;
  told?: ToldWords | undefined;
}

/** Words for whoever enters what a person told, in place of those addressed to the person. */
export interface ToldWords {
  label?: string | undefined;
  help?: string | undefined;
  hint?: string | undefined;
}

/** What the controls read of a question of the catalog. */
export interface AnyQuestion extends QuestionPart {
  id: string;
  help: string;
  /** Said in place of an answer that is not there. */
  emptyHint?: string | undefined;
  /** Fields of a composite answer by the answer's own keys. */
  parts?: Readonly<Record<string, QuestionPart>> | undefined;
}

type JobQuestionKind =
  | 'text'
  | 'role'
  | 'long_text'
  | 'choices'
  | 'hours_range'
  | 'week_grid'
  | 'work_mode'
  | 'duration'
  | 'date'
  | 'pay'
  | 'skills'
  | 'number'
  | 'choice'
  | 'industries'
  | 'languages'
  | 'licences'
  | 'screening'
  | 'weights';

/** A question of `config/employer_question.json`. */
export interface JobQuestionMeta extends AnyQuestion {
  kind: JobQuestionKind;
}

type FlexifitQuestionKind =
  | 'hours_range'
  | 'week_grid'
  | 'choice'
  | 'choices'
  | 'modes'
  | 'acceptance'
  | 'commitment'
  | 'date'
  | 'least_pay'
  | 'other_work'
  | 'checks'
  | 'languages'
  | 'licences';

/** A question of `config/flexifit_questions.json`. */
export interface FlexifitQuestionMeta extends AnyQuestion {
  kind: FlexifitQuestionKind;
  /** What each option of an `acceptance` may be answered with. */
  answers?: readonly QuestionOption[] | undefined;
}

/** A currency of the catalog: pay is typed in major units, kept in minor ones. */
export interface CurrencyEntry {
  code: string;
  name: string;
  symbol: string;
  /** Decimal places of the minor unit. */
  digits: number;
  /** Ends of the pay slider, major units. */
  ranges: Record<'hour' | 'month' | 'project', { min: number; max: number; step: number }>;
}

/** Something wrong at `<question>` or `<question>.<field>`, in words for the person. */
export interface AnswerIssue {
  path: string;
  message: string;
}

/**
 * What every control of a question is given. An answer under way may lack fields: it is told as it stands, and
 * `undefined` leaves the question open.
 */
export interface ControlProps<Value> {
  question: AnyQuestion;
  value: Value | undefined;
  onChange: (value: Value | undefined) => void;
  issues: readonly AnswerIssue[];
  disabled: boolean;
  /** Ids of the question's title and help, for inputs that have no label of their own. */
  labelId: string;
  helpId: string;
  /** Id for the one input of a single-input control; the title is its label. */
  inputId: string;
}

/** A field of a composite answer as the config words it; its key when the config does not. */
export const partOf = (question: AnyQuestion, key: string): QuestionPart =>
  question.parts?.[key] ?? { label: key };

/** The first issue at exactly this field of the question (the question itself without one). */
export const messageAt = (
  issues: readonly AnswerIssue[],
  question: AnyQuestion,
  field?: string,
): string | undefined => {
  const path = field === undefined ? question.id : `${question.id}.${field}`;
  return issues.find((issue) => issue.path === path)?.message;
};

/** Issues of the question that no listed field shows: those are said under the question itself. */
export const otherMessages = (
  issues: readonly AnswerIssue[],
  question: AnyQuestion,
  fields: readonly string[],
): string[] => {
  const shown = new Set(fields.map((field) => `${question.id}.${field}`));
  const ours = issues.filter(({ path }) => path === question.id || path.startsWith(`${question.id}.`));
  return [...new Set(ours.filter(({ path }) => !shown.has(path)).map(({ message }) => message))];
};

/** Number inputs say '' for nothing. */
export const numberOrUndefined = (value: number | string): number | undefined =>
  value === '' || !Number.isFinite(Number(value)) ? undefined : Number(value);

/** A unit of the catalog beside a number: "1 year", "2.5 years", "1 day a week". */
export const unitOf = (unit: string | undefined, value: unknown): string | undefined =>
  Number(value) === 1 ? unit?.replace(/s\b/, '') : unit;
