import { Button } from '@mantine/core';
import { IconHexagonOff } from '@tabler/icons-react';
import type { Metadata } from 'next';
import Link from 'next/link';
import { EmptyState } from '@/ui/empty-state';

export const metadata: Metadata = { title: 'Not found' };

export default function NotFound() {
  return (
    <main>
      <EmptyState
        title="There is nothing at this address"
        icon={<IconHexagonOff size={40} stroke={1.3} />}
        actions={
          <Button component={Link} href="/" size="sm">
            Go to the start
          </Button>
        }
      >
        It was moved or removed, or it belongs to another organisation. Nothing of yours was changed.
      </EmptyState>
    </main>
  );
}
