'use client';
import { useMounted } from '@mantine/hooks';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import type { z } from 'zod';
import { fieldIssues } from '@/domain/kernel/schema';
import { errorData } from '@/trpc/client';

/** Field → what is wrong with it; `''` is the form as a whole. */
type Problems = Record<string, string>;

/** The first issue of each field; one that no field can show is the form's. */
const problemsOf = (fields: FormData, issues: ReturnType<typeof errorData>['issues']): Problems =>
  Object.fromEntries(issues.toReversed().map(({ path, message }) => [fields.has(path) ? path : '', message]));

/**
 * A form whose fields the browser keeps: what is typed before the page is ready, or while sending fails, stays.
 * `fixed` adds values that have no field. Problems come from the schema first, then from the server; the first field
 * with one gets the focus.
 */
export const useAccountForm = <S extends z.ZodType>(
  schema: S,
  send: (input: z.output<S>) => Promise<unknown>,
  fixed: () => Record<string, string> = () => ({}),
) => {
  const ready = useMounted();
  const ref = useRef<HTMLFormElement>(null);
  const [sending, setSending] = useState(false);
  const [problems, setProblems] = useState<Problems>({});

  useEffect(() => {
    if (Object.keys(problems).length === 0) return;
    ref.current?.querySelector<HTMLInputElement>('[aria-invalid="true"]')?.focus();
  }, [problems]);

  const submit = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    const checked = schema.safeParse({ ...Object.fromEntries(fields), ...fixed() });
    if (!checked.success) {
      setProblems(problemsOf(fields, fieldIssues(checked.error)));
      return;
    }
    setProblems({});
    setSending(true);
    try {
      await send(checked.data);
    } catch (error) {
      const { message, issues } = errorData(error);
      setProblems(issues.length === 0 ? { '': message } : problemsOf(fields, issues));
    } finally {
      setSending(false);
    }
  };

  return {
    /** What failed that no field can show. */
    failure: problems[''] ?? null,
    /** For the `form` element; `post` keeps a password out of the address even without JavaScript. */
    form: {
      ref,
      method: 'post' as const,
      noValidate: true,
      onSubmit: (event: FormEvent<HTMLFormElement>) => {
        void submit(event);
      },
    },
    /** For an input: its name and what is wrong with it. */
    field: (name: string) => ({
      name,
      error: problems[name] ?? null,
      // Mantine says so of text fields only, not of passwords.
      'aria-invalid': name in problems,
    }),
    /** For the submit button. */
    button: { type: 'submit' as const, loading: sending, disabled: !ready },
  };
};
