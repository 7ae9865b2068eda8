'use client';
import { useMounted } from '@mantine/hooks';
import { useMember } from './member';
import { ago, dateTime } from './words';

/** "3 minutes ago"; until the page runs, the time itself, which server and browser write alike. */
export const Ago = ({ at }: { at: Date }) => {
  const { timeZone } = useMember();
  return useMounted() ? ago(at) : dateTime(at, timeZone);
};
