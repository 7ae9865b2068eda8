import type { ReactNode } from 'react';
import { EmptyState } from '@/ui/empty-state';
import { LinkButton } from '../link-button';
import { EmployerShell } from './employer-shell';

/** A page that has nothing for this person: why, and where to go instead. */
export const Elsewhere = ({
  title,
  icon,
  children,
}: {
  title: string;
  icon: ReactNode;
  children: ReactNode;
}) => (
  <EmployerShell>
    <EmptyState
      title={title}
      icon={icon}
      actions={
        <>
          <LinkButton href="/employer/jobs" size="sm">
            Go to your jobs
          </LinkButton>
          <LinkButton href="/employer/people" size="sm" variant="default">
            Go to your people
          </LinkButton>
        </>
      }
    >
      {children}
    </EmptyState>
  </EmployerShell>
);
