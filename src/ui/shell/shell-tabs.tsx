'use client';
import type { Route } from 'next';
import Link from 'next/link';
import classes from '@/ui/shell/shell.module.css';

export interface ShellTab {
  href: Route;
  label: string;
  count?: number;
}

/** Pages of the object that is open, as links in the top bar. */
export function ShellTabs({ label, tabs, path }: { label: string; tabs: readonly ShellTab[]; path: string }) {
  return (
    <nav className={classes.tabs} aria-label={label}>
      {tabs.map((tab) => {
        const here = tab.href === path;
        return (
          <Link
            key={tab.href}
            href={tab.href}
            className={classes.tab}
            data-here={here || undefined}
            aria-current={here ? 'page' : undefined}
          >
            {tab.label}
            {tab.count !== undefined && <small>{tab.count.toLocaleString('en')}</small>}
          </Link>
        );
      })}
    </nav>
  );
}
