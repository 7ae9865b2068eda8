import Link from 'next/link';
import type { ReactNode } from 'react';
import { Mark } from '@/ui/mark';
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
        <Link href="/" className={`${classes.brand} fb-display`}>
          <span className={classes.plate}>
            <Mark size={28} />
          </span>
          {brand}
        </Link>
      </header>
      <main className={classes.main}>{children}</main>
    </div>
    <div className={classes.art}>
      <WeekArt />
    </div>
  </div>
);
