import type { ReactNode } from 'react';
import { Brand } from '@/ui/brand';
import classes from './apply.module.css';
import { BOARD, PORTAL } from './routes';

/** The bar of the public pages. Its links are plain: the board brings its own scripts and styles. */
export const ApplyFrame = ({ children }: { children: ReactNode }) => (
  <div className={classes.frame}>
    <header className={classes.top}>
      <Brand href={BOARD}>Flexibees</Brand>
      <nav className={classes.links} aria-label="Flexibees">
        <a href={BOARD}>Jobs</a>
        <a href={PORTAL}>My applications</a>
      </nav>
    </header>
    <main className={classes.main}>{children}</main>
  </div>
);
