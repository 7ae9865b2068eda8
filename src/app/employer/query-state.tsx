'use client';
import { ErrorState } from '@/ui/error-state';
import { errorData } from '@/trpc/client';

/** What a query that failed shows in place of its page: what happened, the reference, and another try. */
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
  return (
    <ErrorState title={`${what} did not load`} onRetry={onRetry} errorId={data.errorId}>
      {data.message}
    </ErrorState>
  );
};
