'use client';
import { IconPlugConnectedX } from '@tabler/icons-react';
import { PageMessage } from '@/ui/page-message';

/** Shown in place of a page whose rendering failed; the log has the cause under the same reference. */
export default function PageError({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  return (
    <PageMessage
      role="alert"
      title="This page did not load"
      icon={<IconPlugConnectedX size={40} stroke={1.3} color="var(--fb-brick)" />}
      actions={
        <button type="button" onClick={reset}>
          Try again
        </button>
      }
    >
      The fault is ours. What you saved is safe; try again, and quote the reference if it stays.
      {error.digest !== undefined && <p>Reference {error.digest}</p>}
    </PageMessage>
  );
}
