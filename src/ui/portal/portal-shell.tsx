'use client';
import type { Route } from 'next';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { Brand } from '@/ui/brand';
import classes from '@/ui/portal/portal-shell.module.css';

export interface PortalLink {
  href: Route;
  label: string;
}

export interface PortalShellProps {
  links: readonly PortalLink[];
  /** Path of the page, to mark where one is. */
  path: string;
  /** Right of the bar: the person's menu. */
  tools: ReactNode;
  children: ReactNode;
}

/** The candidate's side: a bar with the few places there are, and one page at reading width. */
export function PortalShell({ links, path, tools, children }: PortalShellProps) {
  return (
    <div className={classes.shell}>
      <a className={classes.skip} href="#page">
        Skip to the page
      </a>
      <header className={classes.top}>
        <Brand link={Link} href="/me" aria-label="Flexibees, my applications">
          Flexibees
        </Brand>
        <nav className={classes.links} aria-label="Pages">
          {links.map(({ href, label }) => {
            const here = href === path;
            return (
              <Link
                key={href}
                href={href}
                className={classes.link}
                data-here={here || undefined}
                aria-current={here ? 'page' : undefined}
              >
                {label}
              </Link>
            );
          })}
        </nav>
        <span className={classes.tools}>{tools}</span>
      </header>
      <main id="page" tabIndex={-1} className={classes.main}>
        {children}
      </main>
    </div>
  );
}
