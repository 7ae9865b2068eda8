'use client';
import '@/ui/styles';
import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import type { ReactNode } from 'react';
import { cssVariablesResolver, theme } from '@/ui/theme';

export interface UiProvidersProps {
  /** The request's nonce: Mantine writes style sheets at run time. */
  nonce?: string | undefined;
  children: ReactNode;
}

/**
 * Theme, colour scheme and notifications for the whole application. The root layout brings fonts and our own
 * sheet, and sets the colour scheme in the head.
 */
export function UiProviders({ nonce, children }: UiProvidersProps) {
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariablesResolver}
      defaultColorScheme="auto"
      {...(nonce !== undefined && { getStyleNonce: () => nonce })}
    >
      <Notifications position="bottom-right" limit={3} />
      {children}
    </MantineProvider>
  );
}
