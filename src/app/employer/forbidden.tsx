import { IconLock } from '@tabler/icons-react';
import type { Metadata } from 'next';
import { EmptyState } from '@/ui/empty-state';
import { LinkButton } from '../link-button';
import { EmployerShell } from './employer-shell';

export const metadata: Metadata = { title: 'Not for your role' };

/** A form that the person's role may not send. */
export default function EmployerForbidden() {
  return (
    <EmployerShell>
      <EmptyState
        title="Your role does not include this"
        icon={<IconLock size={40} stroke={1.3} />}
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
        Owners and recruiters post jobs, bring people in and enter their answers. You can read everything they
        did. Ask an owner of your organisation if you need to do this yourself.
      </EmptyState>
    </EmployerShell>
  );
}
