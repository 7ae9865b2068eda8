import type { ReactNode } from 'react';
import classes from '@/ui/page-message.module.css';

export interface PageMessageProps {
  title: string;
  /** What happened, what was kept, what to do. */
  children: ReactNode;
  icon: ReactNode;
  /** A link or a button. */
  actions: ReactNode;
  role?: 'alert';
}

/**
 * A whole page that says one thing, as plain HTML: it stands in for any page, the public ones included, and every page
 * carries it along.
 */
export const PageMessage = ({ title, children, icon, actions, role }: PageMessageProps) => (
  <div className={classes.page} role={role}>
    <div className={classes.icon} aria-hidden="true">
      {icon}
    </div>
    <h1>{title}</h1>
    <div className={classes.text}>{children}</div>
    <div className={classes.actions}>{actions}</div>
  </div>
);
