import Link from 'next/link';
import type { ReactNode } from 'react';
import { Brand } from '@/ui/brand';
import classes from './door.module.css';
import { WeekArt } from './week-art';

/**
 * What a visitor who is not signed in sees: words on the left, a week as a comb on the right. `brand` is the product's
 * name for this kind of visitor.
 */
export const Door = ({ brand = 'Flexibees Employer', children }: { brand?: string; children: ReactNode }) => (
  <div className={classes.page}>
    <div className={classes.column}>
      <header>
        <Brand link={Link} href="/" size={28}>
          {brand}
        </Brand>
      </header>
      <main className={classes.main}>{children}</main>
    </div>
    <div className={classes.art}>
      <WeekArt />
    </div>
  </div>
);
