'use client';
import { Button, Menu } from '@mantine/core';
import { IconChevronDown, IconHighlight } from '@tabler/icons-react';
import type { PassageKind } from '@/ui/resume-viewer/passages';

export interface PassageMenuProps {
  kinds: readonly PassageKind[];
  activeKey: string | null;
  onActivate: (key: string) => void;
}

/** What is marked in the résumé; choosing one goes to its first passage. */
export function PassageMenu({ kinds, activeKey, onActivate }: PassageMenuProps) {
  if (kinds.length === 0) return null;
  const active = kinds.find(({ key }) => key === activeKey);
  return (
    <Menu withInitialFocusPlaceholder={false} position="bottom-start">
      <Menu.Target>
        <Button
          size="compact-sm"
          variant="default"
          // In a narrow row it gives way first: its menu says it in full.
          flex="0 1 auto"
          miw={0}
          leftSection={<IconHighlight size={15} stroke={1.6} aria-hidden="true" />}
          rightSection={<IconChevronDown size={14} stroke={1.6} aria-hidden="true" />}
        >
          {active === undefined ? 'Marked' : `Marked: ${active.label}`}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {kinds.map(({ key, label }) => (
          <Menu.Item key={key} aria-current={key === activeKey || undefined} onClick={() => onActivate(key)}>
            {label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
