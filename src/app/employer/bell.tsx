'use client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTRPC } from '@/trpc/client';
import { NotificationBell, type BellItem } from '@/ui/shell/notification-bell';
import { Ago } from './ago';
import { bellWords } from './bell-words';

const BELL_POLL_MS = 15_000;

/** What was told to the member, the newest first; looks for more by itself. */
export const Bell = () => {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { data } = useQuery(
    trpc.notifications.list.queryOptions(undefined, {
      refetchInterval: BELL_POLL_MS,
      refetchOnWindowFocus: true,
    }),
  );
  const markRead = useMutation(
    trpc.notifications.markRead.mutationOptions({
      onSettled: () => queryClient.invalidateQueries(trpc.notifications.pathFilter()),
    }),
  );
  const items: BellItem[] = (data?.items ?? []).map((item) => ({
    id: item.id,
    read: item.read,
    when: <Ago at={item.createdAt} />,
    ...bellWords(item),
  }));
  return (
    <NotificationBell
      items={items}
      unread={data?.unread ?? 0}
      onOpenItem={() => markRead.mutate()}
      onReadAll={() => markRead.mutate()}
    />
  );
};
