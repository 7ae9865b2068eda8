'use client';
import { SegmentedControl } from '@mantine/core';
import { MATCH_GROUPS, type MatchGroup } from '@/domain/scoring/schema';
import { GROUP_WORDS } from '@/ui/review/words';

export interface GroupTabsProps {
  group: MatchGroup;
  onChange: (group: MatchGroup) => void;
  counts: Record<MatchGroup, number>;
}

/** The three groups of a ranking with how many people each holds. */
export function GroupTabs({ group, onChange, counts }: GroupTabsProps) {
  return (
    <SegmentedControl
      fullWidth
      aria-label="Group"
      value={group}
      onChange={onChange}
      data={MATCH_GROUPS.map((value) => ({
        value,
        label: `${GROUP_WORDS[value]} ${counts[value].toLocaleString('en')}`,
      }))}
      styles={{
        // As wide as its words, and wrapped only where all three have no room.
        control: { flex: '1 1 auto' },
        label: {
          display: 'grid',
          alignContent: 'center',
          height: '100%',
          paddingInline: 4,
          fontSize: 12.5,
          lineHeight: 1.2,
          whiteSpace: 'normal',
        },
      }}
    />
  );
}
