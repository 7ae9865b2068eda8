'use client';
import type { Route } from 'next';
import { useRouter } from 'next/navigation';
import { useEffect, useRef, type ReactNode } from 'react';

/** What the form would send, without its empty fields. */
const addressOf = (form: HTMLFormElement): Route => {
  const query = new URLSearchParams();
  for (const [name, value] of new FormData(form)) {
    if (typeof value === 'string' && value.trim() !== '') query.append(name, value);
  }
  return `/jobs?${query.toString()}` as Route;
};

/**
 * The search as a plain form that also works without script; with it, a choice is searched for at once and the page stays
 * where it is.
 */
export const BoardForm = ({
  className,
  children,
}: {
  className: string | undefined;
  children: ReactNode;
}) => {
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    const current = form.current;
    if (current === null) return;
    let sent: string | null = null;
    const search = (event: Event): void => {
      event.preventDefault();
      const address = addressOf(current);
      // Enter in a changed field is a change and then a submit: one search.
      if (address === sent) return;
      sent = address;
      setTimeout(() => (sent = null));
      router.push(address, { scroll: false });
    };
    // The native event: once a choice is made or a field is left, not at every letter.
    const choose = (event: Event): void => {
      if (!(event.target instanceof HTMLElement) || event.target.dataset['silent'] !== undefined) return;
      search(event);
    };
    current.addEventListener('change', choose);
    current.addEventListener('submit', search);
    return () => {
      current.removeEventListener('change', choose);
      current.removeEventListener('submit', search);
    };
  }, [router]);
  return (
    <form ref={form} action="/jobs" method="get" role="search" className={className}>
      {children}
    </form>
  );
};
