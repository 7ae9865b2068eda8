'use client';
import { UnstyledButton } from '@mantine/core';
import {
  IconBriefcase2,
  IconHelp,
  IconSettings,
  IconSun,
  IconUsers,
  type TablerIcon,
} from '@tabler/icons-react';
import type { Route } from 'next';
import Link from 'next/link';
import { Mark } from '@/ui/mark';
import classes from '@/ui/shell/shell.module.css';

export interface Place {
  href: Route;
  label: string;
  Icon: TablerIcon;
}

/** The places of one part of the application, in the order of the rail; the last ones stand at its foot. */
export interface Places {
  /** Where the mark leads. */
  home: { href: Route; label: string };
  main: readonly Place[];
  foot: readonly Place[];
}

const HOME = '/employer';
const EMPLOYER: Places = {
  home: { href: HOME, label: 'Flexibees Employer, today' },
  main: [
    { href: HOME, label: 'Today', Icon: IconSun },
    { href: '/employer/jobs', label: 'Jobs', Icon: IconBriefcase2 },
    { href: '/employer/people', label: 'People', Icon: IconUsers },
  ],
  foot: [{ href: '/employer/settings', label: 'Settings', Icon: IconSettings }],
};

/** Letters of a label that the rail's tile holds at its usual size. */
const LABEL_FITS = 9;

const isAt = (path: string, href: string): boolean =>
  href === HOME ? path === HOME : path === href || path.startsWith(`${href}/`);

function NavItem({ place, path }: { place: Place; path: string }) {
  const here = isAt(path, place.href);
  return (
    <Link
      href={place.href}
      className={classes.item}
      data-here={here || undefined}
      data-long={place.label.length > LABEL_FITS || undefined}
      aria-current={here ? 'page' : undefined}
    >
      <place.Icon size={20} stroke={1.6} aria-hidden="true" />
      {place.label}
    </Link>
  );
}

export interface NavBarProps {
  path: string;
  /** Those of an employer unless told. */
  places?: Places | undefined;
  onShowKeys?: () => void;
}

/** The main places, in ink in both schemes. */
export function NavBar({ path, places = EMPLOYER, onShowKeys }: NavBarProps) {
  return (
    <nav className={classes.rail} aria-label="Main">
      <Link href={places.home.href} className={classes.logo} aria-label={places.home.label}>
        <Mark size={34} />
      </Link>
      {places.main.map((place) => (
        <NavItem key={place.href} place={place} path={path} />
      ))}
      <span className={classes.spring} />
      {onShowKeys && (
        <UnstyledButton className={`${classes.item} ${classes.keys}`} onClick={onShowKeys}>
          <IconHelp size={20} stroke={1.6} aria-hidden="true" />
          Keys ?
        </UnstyledButton>
      )}
      {places.foot.map((place) => (
        <NavItem key={place.href} place={place} path={path} />
      ))}
    </nav>
  );
}
