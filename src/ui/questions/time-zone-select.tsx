'use client';
import { Select } from '@mantine/core';
import { useState } from 'react';
import { allZones, zoneWords } from '@/ui/week-grid/zones';

export interface TimeZoneSelectProps {
  label: string;
  value: string;
  onChange: (timeZone: string) => void;
  disabled?: boolean;
  /** The label stands elsewhere or is clear from the place: only for assistive technology. */
  hideLabel?: boolean;
}

/** An IANA zone by its city, with the offsets of the year. */
export function TimeZoneSelect(props: TimeZoneSelectProps) {
  const { label, value, onChange, disabled = false, hideLabel = false } = props;
  // Servers and browsers list zones under different names, and wording them all takes a moment: only once opened.
  const [zones, setZones] = useState<readonly string[]>([]);
  const [now] = useState(() => Date.now());
  const data = [...new Set([value, ...zones])].map((zone) => ({ value: zone, label: zoneWords(zone, now) }));
  return (
    <Select
      {...(hideLabel ? { 'aria-label': label } : { label })}
      w={240}
      maw="100%"
      searchable
      allowDeselect={false}
      limit={60}
      data={data}
      value={value}
      onChange={(zone) => zone && onChange(zone)}
      onDropdownOpen={() => setZones(allZones())}
      nothingFoundMessage="No such city. Try the largest one in the same zone."
      disabled={disabled}
    />
  );
}
