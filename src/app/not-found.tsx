import { IconHexagonOff } from '@tabler/icons-react';
import type { Metadata } from 'next';
import { PageMessage } from '@/ui/page-message';

export const metadata: Metadata = { title: 'Not found' };

export default function NotFound() {
  return (
    <main>
      <PageMessage
        title="There is nothing at this address"
        icon={<IconHexagonOff size={40} stroke={1.3} />}
        actions={<a href="/">Go to the start</a>}
      >
        It was moved or removed, or it belongs to another organisation. Nothing of yours was changed.
      </PageMessage>
    </main>
  );
}
