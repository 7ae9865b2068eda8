'use client';
import { Button, PasswordInput, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from '../auth.module.css';
import { Failure } from '../failure';
import type { useAccountForm } from '../use-account-form';

export interface InvitedFormProps {
  /** The address that was invited: another one cannot join by this link. */
  email: string;
  account: ReturnType<typeof useAccountForm>;
  /** About the password, and whether it is a new one. */
  hint: string;
  autoComplete: 'current-password' | 'new-password';
  submit: string;
  /** Fields between address and password. */
  children?: ReactNode;
}

/** What joining asks for, with an account or without one. */
export const InvitedForm = ({ email, account, hint, autoComplete, submit, children }: InvitedFormProps) => {
  const { form, field, button, failure } = account;
  return (
    <>
      <Failure>{failure}</Failure>
      <form {...form} className={classes.form}>
        <TextInput
          size="md"
          label="Work e-mail"
          type="email"
          value={email}
          readOnly
          autoComplete="username"
        />
        {children}
        <PasswordInput
          {...field('password')}
          size="md"
          label="Password"
          description={hint}
          autoComplete={autoComplete}
        />
        <Button {...button} fullWidth size="md" h={44}>
          {submit}
        </Button>
      </form>
    </>
  );
};
