'use client';
import '@/ui/styles';
import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import type { ReactNode } from 'react';
import { cssVariablesResolver, theme } from '@/ui/theme';

export interface UiProvidersProps {
  children: ReactNode;
}

/**
 * Theme, colour scheme and notifications for the whole application. The root layout also spreads Mantine's
 * `mantineHtmlProps` on `<html>` and puts `<ColorSchemeScript defaultColorScheme="auto" />` in the head.
 */
export function UiProviders({ children }: UiProvidersProps) {
  return (
    <MantineProvider theme={theme} cssVariablesResolver={cssVariablesResolver} defaultColorScheme="auto">
      <Notifications position="bottom-right" limit={3} />
      {children}
    </MantineProvider>
  );
}
