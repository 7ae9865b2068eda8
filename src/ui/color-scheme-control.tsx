'use client';
import { SegmentedControl, VisuallyHidden, useMantineColorScheme } from '@mantine/core';
import { useMounted } from '@mantine/hooks';
import { IconDeviceDesktop, IconMoon, IconSun } from '@tabler/icons-react';

const SCHEMES = [
  { value: 'light', label: 'Light', Icon: IconSun },
  { value: 'dark', label: 'Dark', Icon: IconMoon },
  { value: 'auto', label: 'As the device', Icon: IconDeviceDesktop },
] as const;

/** Light, dark, or as the device says; remembered in this browser. */
export function ColorSchemeControl() {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  // The server does not know what this browser remembers.
  const mounted = useMounted();
  return (
    <SegmentedControl
      fullWidth
      aria-label="Colour scheme"
      value={mounted ? colorScheme : 'auto'}
      onChange={setColorScheme}
      data={SCHEMES.map(({ value, label, Icon }) => ({
        value,
        label: (
          <>
            <Icon size={16} stroke={1.6} style={{ display: 'block', marginInline: 'auto' }} aria-hidden />
            <VisuallyHidden>{label}</VisuallyHidden>
          </>
        ),
      }))}
    />
  );
}
