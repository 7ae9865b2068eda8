import { IconHexagonOff } from '@tabler/icons-react';
import type { Metadata } from 'next';
import { Elsewhere } from './elsewhere';

export const metadata: Metadata = { title: 'Not found' };

/** A job, person or import that is not there, or is another organisation's: nobody learns which. */
export default function EmployerNotFound() {
  return (
    <Elsewhere title="There is nothing at this address" icon={<IconHexagonOff size={40} stroke={1.3} />}>
      It was moved or removed, or it belongs to another organisation. Nothing of yours was changed.
    </Elsewhere>
  );
}
