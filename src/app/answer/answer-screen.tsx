'use client';
import { Text, Title } from '@mantine/core';
import { useMounted } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { useMailedToken } from '@/app/(auth)/mail-link';
import { errorData, useTRPCClient } from '@/trpc/client';
import { Brand } from '@/ui/brand';
import { PageSkeleton } from '@/ui/page-skeleton';
import classes from './answer.module.css';
import { AnswerForm } from './answer-form';

const useAsked = (token: string) => {
  const client = useTRPCClient();
  return useQuery({
    queryKey: ['asked', token],
    queryFn: () => client.answers.open.mutate({ token }),
    enabled: token !== '',
    // What was asked stays; an answer under way must not be drawn anew.
    staleTime: Infinity,
    refetchOnWindowFocus: false,
  });
};
export type Asked = NonNullable<ReturnType<typeof useAsked>['data']>;

const Closed = ({ children }: { children: string }) => (
  <>
    <Title order={1} fz={{ base: 27, sm: 34 }} mb={12}>
      Nothing to answer here
    </Title>
    <Text mb={20} role="alert">
      {children}
    </Text>
    <Text size="sm" c="dimmed">
      Nothing is held against you.{' '}
      <Link href="/me/sign-in" className="fb-link">
        See your applications
      </Link>
    </Text>
  </>
);

/** Behind the link of a mailed question: no account, no session. Looking at it spends nothing. */
export const AnswerScreen = () => {
  const token = useMailedToken();
  const mounted = useMounted();
  const asked = useAsked(token);
  return (
    <div className={classes.page}>
      <div className={classes.column}>
        <header>
          <Brand link={Link} href="/">
            Flexibees
          </Brand>
        </header>
        <main className={classes.main}>
          {asked.data !== undefined ? (
            <AnswerForm token={token} asked={asked.data} />
          ) : mounted && token === '' ? (
            <Closed>This link is incomplete. Open it from the mail again.</Closed>
          ) : asked.isError ? (
            <Closed>{errorData(asked.error).message}</Closed>
          ) : (
            <PageSkeleton />
          )}
        </main>
      </div>
    </div>
  );
};
