'use client';
import { Alert, Button } from '@mantine/core';
import { usePathname, useSearchParams } from 'next/navigation';
import { errorData } from '@/trpc/client';
import { ErrorState } from '@/ui/error-state';
import { signInHref } from '../(auth)/next-path';

/** Signing in needs a fresh page: what the old session loaded is not shown to the next one. */
const SignIn = () => {
  const path = usePathname();
  const search = useSearchParams().toString();
  return (
    <Button component="a" href={signInHref(search === '' ? path : `${path}?${search}`)}>
      Sign in
    </Button>
  );
};

/** Beside what is already on the page: the session ended. */
export const SignedOut = () => (
  <Alert color="honey" m={12} role="alert" title="Sign in to go on">
    Your session has ended. What you decided before is kept. <SignIn />
  </Alert>
);

/** What a query that failed shows in place of its page: what happened, the reference, and another try or the way in. */
export const QueryFailed = ({
  error,
  what,
  onRetry,
}: {
  error: unknown;
  what: string;
  onRetry: () => void;
}) => {
  const data = errorData(error);
  if (data.code === 'unauthenticated') {
    return (
      <ErrorState title="Sign in to go on" actions={<SignIn />}>
        Your session has ended. You come back to this page.
      </ErrorState>
    );
  }
  return (
    <ErrorState title={`${what} did not load`} onRetry={onRetry} errorId={data.errorId}>
      {data.message}
    </ErrorState>
  );
};
