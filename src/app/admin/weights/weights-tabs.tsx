import { ShellTabs } from '@/ui/shell/shell-tabs';

/** Sets and their history, and the lab. */
export const WeightsTabs = ({ page }: { page: '/admin/weights' | '/admin/weights/lab' }) => (
  <ShellTabs
    label="Weights"
    path={page}
    tabs={[
      { href: '/admin/weights', label: 'Sets' },
      { href: '/admin/weights/lab', label: 'Lab' },
    ]}
  />
);
