import type { ReactNode } from 'react';
import { Mark } from '@/ui/mark';
import classes from './apply.module.css';
import { BOARD, PORTAL } from './routes';

/** The bar of the public pages. Its links are plain: the board brings its own scripts and styles. */
export const ApplyFrame = ({ children }: { children: ReactNode }) => (
  <div className={classes.frame}>
    <header className={classes.top}>
      <a href={BOARD} className={`${classes.brand} fb-display`}>
        <span className={classes.plate}>
          <Mark size={24} />
        </span>
        Flexibees
      </a>
      <nav className={classes.links} aria-label="Flexibees">
        <a href={BOARD}>Jobs</a>
        <a href={PORTAL}>My applications</a>
      </nav>
    </header>
    <main className={classes.main}>{children}</main>
  </div>
);
