'use client';

/** The last resort, when even the root layout failed: no theme, no components, nothing else that could fail. */
export default function GlobalError({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  return (
    <html lang="en">
      <body style={{ fontFamily: 'system-ui, sans-serif', padding: '10vh 24px', textAlign: 'center' }}>
        <title>Something failed · Flexibees Employer</title>
        <h1>Flexibees did not start</h1>
        <p>The fault is ours. What you saved is safe.</p>
        <button type="button" onClick={reset}>
          Try again
        </button>
        {error.digest !== undefined && <p>Reference {error.digest}</p>}
      </body>
    </html>
  );
}
