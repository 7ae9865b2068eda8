import { headers } from 'next/headers';
import type { ReactNode } from 'react';
import classes from '@/ui/board/frame.module.css';
import { Mark } from '@/ui/mark';
import { TOKEN_SHEET } from '@/ui/token-sheet';

/**
 * The frame of the public board. Links out of it are plain: the parts they lead to bring their own scripts and styles.
 */
export default async function BoardLayout({ children }: { children: ReactNode }) {
  const nonce = (await headers()).get('x-nonce') ?? undefined;
  return (
    <div className={classes.page}>
      <style nonce={nonce} dangerouslySetInnerHTML={{ __html: TOKEN_SHEET }} />
      <header className={classes.header}>
        <a href="/jobs" className={`${classes.brand} fb-display`}>
          <span className={classes.plate}>
            <Mark size={26} />
          </span>
          Flexibees
        </a>
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
