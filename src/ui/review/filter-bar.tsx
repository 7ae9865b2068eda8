'use client';
import { Button, Checkbox, Group, Popover, Radio, Slider, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconFilter, IconX } from '@tabler/icons-react';
import { BANDS, type Band as BandName } from '@/domain/scoring/schema';
import { Band } from '@/ui/band';
import { BAND_LOOK } from '@/ui/band-look';

const STAGE_FILTERS = ['open', 'shortlisted', 'rejected', 'all'] as const;
type StageFilter = (typeof STAGE_FILTERS)[number];

export interface MatchFilter {
  /** None = any band. */
  bands: readonly BandName[];
  /** Whole points; 0 = any. */
  minimumScore: number;
  stage: StageFilter;
  /** Only those who moved since the last visit. */
  moved: boolean;
}

const STAGE_LABEL: Record<StageFilter, string> = {
  open: 'Everyone not rejected',
  shortlisted: 'Shortlisted and further',
  rejected: 'Rejected',
  all: 'Everyone',
};

const SCALE = [0, 45, 60, 75].map((value) => ({ value, label: `${value}` }));

export interface FilterBarProps {
  filter: MatchFilter;
  onChange: (filter: MatchFilter) => void;
}

/** The filters that are on, each to be taken off by itself, and the way to more. */
export function FilterBar({ filter, onChange }: FilterBarProps) {
  const [opened, { close, toggle }] = useDisclosure(false);
  const off = (label: string, change: Partial<MatchFilter>) => (
    <Button
      variant="default"
      size="compact-sm"
      fw={500}
      rightSection={<IconX size={13} aria-hidden="true" />}
      aria-label={`Remove the filter ${label}`}
      onClick={() => onChange({ ...filter, ...change })}
    >
      {label}
    </Button>
  );
  return (
    <Group gap={6}>
      <Popover opened={opened} onDismiss={close} position="bottom-start" width={320} trapFocus returnFocus>
        <Popover.Target>
          <Button
            variant="default"
            size="compact-sm"
            fw={500}
            leftSection={<IconFilter size={14} aria-hidden="true" />}
            onClick={toggle}
          >
            Filter
          </Button>
        </Popover.Target>
        <Popover.Dropdown aria-label="Filter the list">
          <Stack gap={16}>
            <Checkbox.Group
              label="Bands"
              value={[...filter.bands]}
              onChange={(bands) =>
                onChange({ ...filter, bands: BANDS.filter((band) => bands.includes(band)) })
              }
            >
              <Stack gap={6} mt={6}>
                {BANDS.map((band) => (
                  <Checkbox key={band} value={band} label={<Band band={band} />} />
                ))}
              </Stack>
            </Checkbox.Group>
            <div>
              <Text size="sm" fw={500} mb={8}>
                Score from {filter.minimumScore}
              </Text>
              <Slider
                mb={20}
                min={0}
                max={100}
                step={5}
                marks={SCALE}
                label={null}
                thumbLabel="Least score"
                value={filter.minimumScore}
                onChange={(minimumScore) => onChange({ ...filter, minimumScore })}
              />
            </div>
            <Radio.Group
              label="Who"
              value={filter.stage}
              onChange={(stage) =>
                onChange({ ...filter, stage: STAGE_FILTERS.find((known) => known === stage) ?? 'open' })
              }
            >
              <Stack gap={6} mt={6}>
                {STAGE_FILTERS.map((stage) => (
                  <Radio key={stage} size="xs" value={stage} label={STAGE_LABEL[stage]} />
                ))}
              </Stack>
            </Radio.Group>
          </Stack>
        </Popover.Dropdown>
      </Popover>
      {filter.moved && off('Moved', { moved: false })}
      {filter.minimumScore > 0 && off(`Score ${filter.minimumScore}+`, { minimumScore: 0 })}
      {filter.bands.length > 0 &&
        off(filter.bands.map((band) => BAND_LOOK[band].label).join(', '), { bands: [] })}
      {filter.stage !== 'open' && off(STAGE_LABEL[filter.stage], { stage: 'open' })}
    </Group>
  );
}
