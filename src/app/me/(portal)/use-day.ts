'use client';
import { useQuery } from '@tanstack/react-query';
import { useTRPC } from '@/trpc/client';
import { dayIn } from './words';

/** Words of a day in the person's own zone and locale. */
export const useDay = (): ((at: Date) => string) => {
  const { data } = useQuery(useTRPC().portal.me.queryOptions());
  return (at) => dayIn(at, data ?? { timeZone: 'UTC', locale: 'en-IN' });
};
