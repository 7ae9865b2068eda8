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
    const search = (event: Event): void => {
      event.preventDefault();
      router.push(addressOf(current), { scroll: false });
      // A skill that was typed becomes a chip; its field is free for the next one.
      const typed = current.elements.namedItem('add');
      if (typed instanceof HTMLInputElement) typed.value = '';
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
