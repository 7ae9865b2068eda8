'use client';
import { Button, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Failure } from '@/app/(auth)/failure';
import type { CandidateTokenPurpose } from '@/domain/candidates/schema';
import { errorData, useTRPC } from '@/trpc/client';

/** For a link that was used or is too old: mails a fresh one to the address the old one went to. */
export const RenewLink = ({ token, purpose }: { token: string; purpose: CandidateTokenPurpose }) => {
  const renew = useMutation(useTRPC().portal.renewLink.mutationOptions());
  return (
    <>
      <Failure>{renew.error === null ? null : errorData(renew.error).message}</Failure>
      <Button
        fullWidth
        size="md"
        h={44}
        loading={renew.isPending}
        disabled={renew.isSuccess}
        onClick={() => renew.mutate({ token, purpose })}
      >
        Send me a new link
      </Button>
      <Text size="sm" component="output" display="block" mt={10}>
        {renew.isSuccess && 'A new link is on its way to the same address.'}
      </Text>
    </>
  );
};
