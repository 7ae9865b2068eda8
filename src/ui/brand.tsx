import type { AnchorHTMLAttributes, ElementType, ReactNode } from 'react';
import classes from '@/ui/brand.module.css';
import { Mark } from '@/ui/mark';

export interface BrandProps extends Pick<AnchorHTMLAttributes<HTMLAnchorElement>, 'href' | 'aria-label'> {
  /** What the link is made of: Next's own, or a plain one out of a part of the application. */
  link?: ElementType;
  /** Of the mark, in pixels. */
  size?: number;
  children: ReactNode;
}

/** The product's mark and name, which lead to the front page of whoever sees them. */
export const Brand = ({ link: Anchor = 'a', size = 24, children, ...rest }: BrandProps) => (
  <Anchor {...rest} className={`${classes.brand} fb-display`}>
    <span className={classes.plate}>
      <Mark size={size} />
    </span>
    {children}
  </Anchor>
);
