import { IconHexagonOff } from '@tabler/icons-react';
import type { Metadata } from 'next';
import { EmptyState } from '@/ui/empty-state';
import { LinkButton } from '../link-button';
import { EmployerShell } from './employer-shell';

export const metadata: Metadata = { title: 'Not found' };

/** A job, person or import that is not there, or is another organisation's: nobody learns which. */
export default function EmployerNotFound() {
  return (
    <EmployerShell>
      <EmptyState
        title="There is nothing at this address"
        icon={<IconHexagonOff size={40} stroke={1.3} />}
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
        It was moved or removed, or it belongs to another organisation. Nothing of yours was changed.
      </EmptyState>
    </EmployerShell>
  );
}
