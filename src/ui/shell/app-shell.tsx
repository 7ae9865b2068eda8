import type { ReactNode } from 'react';
import { NavBar, type Places } from '@/ui/shell/nav-bar';
import classes from '@/ui/shell/shell.module.css';

export interface AppShellProps {
  /** Path of the page, to mark where one is. */
  path: string;
  /** The rail's places; an employer's unless told. */
  places?: Places;
  /** Left of the top bar: organisation, job switch or title. */
  left?: ReactNode;
  /** `<ShellTabs>` of the object that is open. */
  tabs?: ReactNode;
  /** Right of the top bar: the page's own buttons, before search, bell and user. */
  actions?: ReactNode;
  /** `<FindButton>`, `<NotificationBell>` and `<UserMenu>`. */
  tools?: ReactNode;
  onShowKeys?: () => void;
  /** On a phone the page has the whole screen: it brings its own way back. */
  alone?: boolean;
  /** The page scrolls inside itself (panes) instead of as a whole. */
  fixed?: boolean;
  children: ReactNode;
}

/** Rail, top bar and page. Under 768 px the rail is a bar at the bottom. */
export function AppShell({
  path,
  places,
  left,
  tabs,
  actions,
  tools,
  onShowKeys,
  fixed = false,
  alone = false,
  children,
}: AppShellProps) {
  return (
    <div className={classes.shell} data-alone={alone || undefined}>
      <a className={classes.skip} href="#page">
        Skip to the page
      </a>
      <NavBar path={path} places={places} {...(onShowKeys && { onShowKeys })} />
      <header className={classes.top}>
        <div className={classes.left}>{left}</div>
        {tabs}
        <span className="fb-grow" />
        {actions && <div className={classes.actions}>{actions}</div>}
        {tools}
      </header>
      <main id="page" tabIndex={-1} className={classes.main} data-fixed={fixed || undefined}>
        {children}
      </main>
    </div>
  );
}
