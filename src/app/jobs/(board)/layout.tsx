import type { ReactNode } from 'react';
import '@/ui/board/fonts.css';
import classes from '@/ui/board/frame.module.css';
import { Brand } from '@/ui/brand';

/**
 * The frame of the public board. Links out of it are plain: the parts they lead to bring their own scripts and styles.
 */
export default function BoardLayout({ children }: { children: ReactNode }) {
  return (
    <div className={classes.page}>
      <header className={classes.header}>
        <Brand href="/jobs">Flexibees</Brand>
        <nav className={classes.nav} aria-label="Flexibees">
          <a href="/jobs" data-here>
            Jobs
          </a>
          <a href="/me">My applications</a>
          <a href="/">For employers</a>
        </nav>
      </header>
      <main className={classes.main}>{children}</main>
      <footer className={classes.footer}>
        <span>Every job tells its hours. Ranking is used; a person decides, always.</span>
        <a className="fb-link" href="/jobs/feed.xml">
          Job feed (XML)
        </a>
      </footer>
    </div>
  );
}
