import { IconLock } from '@tabler/icons-react';
import type { Metadata } from 'next';
import { Elsewhere } from './elsewhere';

export const metadata: Metadata = { title: 'Not for your role' };

/** A form that the person's role may not send. */
export default function EmployerForbidden() {
  return (
    <Elsewhere title="Your role does not include this" icon={<IconLock size={40} stroke={1.3} />}>
      Owners and recruiters post jobs, bring people in and enter their answers. You can read everything they
      did. Ask an owner of your organisation if you need to do this yourself.
    </Elsewhere>
  );
}
