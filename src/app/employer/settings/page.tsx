import type { Metadata } from 'next';
import { Hydrate } from '@/trpc/hydrate';
import { prefetch, trpc } from '@/trpc/server';
import { SettingsScreen } from './settings-screen';

export const metadata: Metadata = { title: 'Settings' };

const SettingsPage = async () => {
  await prefetch(trpc.members.list.queryOptions());
  return (
    <Hydrate>
      <SettingsScreen />
    </Hydrate>
  );
};
export default SettingsPage;
