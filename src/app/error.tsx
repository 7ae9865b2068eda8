'use client';
import { ErrorState } from '@/ui/error-state';

/** Shown in place of a page whose rendering failed; the log has the cause under the same reference. */
export default function PageError({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  return (
    <ErrorState title="This page did not load" onRetry={reset} errorId={error.digest ?? null}>
      The fault is ours. What you saved is safe; try again, and quote the reference if it stays.
    </ErrorState>
  );
}
