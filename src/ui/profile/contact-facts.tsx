'use client';
import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { EditableProfile } from '@/domain/candidates/schema/editable';
import { FactRow } from '@/ui/profile/fact-row';
import classes from '@/ui/profile/profile.module.css';
import { PlacePicker } from '@/ui/questions/place-picker';
import type { AnswerIssue } from '@/ui/questions/question-meta';

const CONTACT = ['name', 'email', 'phone', 'place'] as const;
type Contact = (typeof CONTACT)[number];

const LABELS: Record<Contact, string> = { name: 'Name', email: 'E-mail', phone: 'Phone', place: 'City' };
const INPUTS = {
  name: { autoComplete: 'name', type: 'text' },
  email: { autoComplete: 'email', type: 'email', placeholder: 'name@example.in' },
  phone: { autoComplete: 'tel', type: 'tel', placeholder: '+91' },
} as const;

export interface ContactFactsProps {
  profile: EditableProfile;
  read: EditableProfile | null;
  unsure: readonly string[];
  confirmed: readonly string[];
  onConfirm: (path: string) => void;
  addressStays: boolean;
  issues: readonly AnswerIssue[];
  onChange: (changes: Partial<EditableProfile>) => void;
}

const wordsOf = (profile: EditableProfile, key: Contact): string =>
  key === 'place' ? (profile.place?.name ?? '') : (profile[key] ?? '');

/** Who it is and how to reach them. What is empty is open to be typed. */
export function ContactFacts(props: ContactFactsProps) {
  const { profile, read, unsure, confirmed, onConfirm, issues, onChange, addressStays } = props;
  const [open, setOpen] = useState<ReadonlySet<Contact>>(
    () => new Set(CONTACT.filter((key) => wordsOf(profile, key) === '')),
  );
  return (
    <section className={classes.list} aria-label="Contact">
      {CONTACT.filter((key) => key !== 'email' || !addressStays).map((key) => {
        const error = issues.find(({ path }) => path === key || path.startsWith(`${key}.`))?.message;
        const value = wordsOf(profile, key);
        const notFound = read !== null && wordsOf(read, key) === '';
        const hint = notFound && value === '' ? 'We did not find it in your résumé.' : undefined;
        const own = read !== null && value !== wordsOf(read, key);
        return (
          <FactRow
            key={key}
            label={LABELS[key]}
            value={value}
            yours={own}
            unsure={!own && value !== '' && unsure.includes(key) && !confirmed.includes(key)}
            confirmed={!own && confirmed.includes(key)}
            open={open.has(key) || error !== undefined || value === ''}
            onOpen={() => setOpen(new Set([...open, key]))}
            onConfirm={() => onConfirm(key)}
          >
            <div className={classes.line}>
              {key === 'place' ? (
                <PlacePicker
                  label={LABELS.place}
                  placeholder="A town or city"
                  value={profile.place}
                  onChange={(place) => {
                    setOpen(new Set([...open, key]));
                    onChange({ place });
                  }}
                  error={error}
                />
              ) : (
                <TextInput
                  label={LABELS[key]}
                  description={hint}
                  {...INPUTS[key]}
                  value={profile[key] ?? ''}
                  error={error}
                  onChange={(event) => {
                    const typed = event.currentTarget.value;
                    setOpen(new Set([...open, key]));
                    onChange({ [key]: key === 'phone' && typed === '' ? null : typed });
                  }}
                />
              )}
              {value !== '' && (
                <Button
                  variant="default"
                  size="sm"
                  className={classes.done}
                  aria-label={`${LABELS[key]}: done`}
                  onClick={() => setOpen(new Set([...open].filter((other) => other !== key)))}
                >
                  Done
                </Button>
              )}
            </div>
          </FactRow>
        );
      })}
    </section>
  );
}
