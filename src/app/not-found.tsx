import { IconHexagonOff } from '@tabler/icons-react';
import type { Metadata } from 'next';
import { EmptyState } from '@/ui/empty-state';
import { AppProviders } from './app-providers';
import { LinkButton } from './link-button';

export const metadata: Metadata = { title: 'Not found' };

export default function NotFound() {
  return (
    <AppProviders>
      <main>
        <EmptyState
          title="There is nothing at this address"
          icon={<IconHexagonOff size={40} stroke={1.3} />}
          actions={
            <LinkButton href="/" size="sm">
              Go to the start
            </LinkButton>
          }
        >
          It was moved or removed, or it belongs to another organisation. Nothing of yours was changed.
        </EmptyState>
      </main>
    </AppProviders>
  );
}
