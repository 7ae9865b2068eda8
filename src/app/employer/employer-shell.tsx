'use client';
import { Spotlight, spotlight, type SpotlightActionData } from '@mantine/spotlight';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { IconBriefcase2, IconPlus, IconSearch, IconSun, IconUpload, IconUsers } from '@tabler/icons-react';
import type { Route } from 'next';
import { usePathname, useRouter } from 'next/navigation';
import type { ReactNode } from 'react';
import { useTRPC } from '@/trpc/client';
import { AppShell } from '@/ui/shell/app-shell';
import { FindButton } from '@/ui/shell/find-button';
import { NotificationBell, type BellItem } from '@/ui/shell/notification-bell';
import { UserMenu } from '@/ui/shell/user-menu';
import { bellWords } from './bell-words';
import { useMember } from './member';
import { ago } from './words';
import { editJobHref, jobHref } from './routes';

export interface EmployerShellProps {
  left?: ReactNode;
  tabs?: ReactNode;
  actions?: ReactNode;
  fixed?: boolean;
  onShowKeys?: () => void;
  children: ReactNode;
}

const BELL_POLL_MS = 15_000;

const Bell = () => {
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
    when: ago(item.createdAt),
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

const Palette = () => {
  const member = useMember();
  const trpc = useTRPC();
  const router = useRouter();
  const jobs = useQuery(trpc.jobs.list.queryOptions({}));
  const go = (href: Route) => () => router.push(href);
  const icon = { size: 18, stroke: 1.6 };
  const places: SpotlightActionData[] = [
    { id: 'today', label: 'Today', leftSection: <IconSun {...icon} />, onClick: go('/employer') },
    { id: 'jobs', label: 'Jobs', leftSection: <IconBriefcase2 {...icon} />, onClick: go('/employer/jobs') },
    { id: 'people', label: 'People', leftSection: <IconUsers {...icon} />, onClick: go('/employer/people') },
  ];
  if (member.may('job:write'))
    places.push({
      id: 'new',
      label: 'Post a job',
      leftSection: <IconPlus {...icon} />,
      onClick: go('/employer/jobs/new'),
    });
  if (member.may('candidate:write'))
    places.push({
      id: 'import',
      label: 'Import résumés',
      leftSection: <IconUpload {...icon} />,
      onClick: go('/employer/imports/new'),
    });
  const found = (jobs.data ?? []).map((job): SpotlightActionData => ({
    id: job.id,
    label: job.title,
    description: `Job, ${job.state}`,
    leftSection: <IconBriefcase2 {...icon} />,
    onClick: go(job.state === 'draft' ? editJobHref(job.id) : jobHref(job.id)),
  }));
  return (
    <Spotlight
      actions={[...places, ...found]}
      shortcut={['mod + K']}
      nothingFound="Nothing by that name."
      highlightQuery
      limit={10}
      searchProps={{
        leftSection: <IconSearch size={18} />,
        placeholder: 'A job, a page…',
        'aria-label': 'Find anything',
      }}
    />
  );
};

/** The shell around every employer page, with its bell, palette and user menu. */
export const EmployerShell = ({ children, ...slots }: EmployerShellProps) => {
  const member = useMember();
  const path = usePathname();
  const trpc = useTRPC();
  const signOut = useMutation(
    trpc.accounts.signOut.mutationOptions({ onSettled: () => window.location.assign('/sign-in') }),
  );
  return (
    <AppShell
      path={path}
      {...slots}
      tools={
        <>
          <FindButton onClick={spotlight.open} />
          <Bell />
          <UserMenu
            name={member.name}
            email={member.email}
            organizationName={member.organizationName}
            settings={{ href: '/employer/settings', label: 'Settings' }}
            onSignOut={() => signOut.mutate()}
          />
          <Palette />
        </>
      }
    >
      {children}
    </AppShell>
  );
};
