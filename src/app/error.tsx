'use client';
import { Providers } from './providers';
import { ErrorState } from '@/ui/error-state';

/** The nonce that this document came with; the browser hides it from the attribute. */
const pageNonce = (): string | undefined =>
  typeof document === 'undefined'
    ? undefined
    : document.querySelector<HTMLScriptElement>('script[nonce]')?.nonce;

/** Shown in place of a page whose rendering failed; the log has the cause under the same reference. */
export default function PageError({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  return (
    <Providers nonce={pageNonce()}>
      <ErrorState title="This page did not load" onRetry={reset} errorId={error.digest ?? null}>
        The fault is ours. What you saved is safe; try again, and quote the reference if it stays.
      </ErrorState>
    </Providers>
  );
}
