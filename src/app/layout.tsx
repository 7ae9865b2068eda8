import '@/ui/global.css';
import type { Metadata, Viewport } from 'next';
import { headers } from 'next/headers';
import { connection } from 'next/server';
import type { ReactNode } from 'react';
import { preload } from 'react-dom';
import { env } from '@/env';
import { FIRST_FONTS } from '@/ui/fonts';
import { TOKEN_SHEET } from '@/ui/token-sheet';
import { ColorSchemeScript } from './color-scheme-script';

export const generateMetadata = async (): Promise<Metadata> => {
  // The address is known when a request comes, not when the application is built.
  await connection();
  return {
    metadataBase: new URL(env().APP_URL),
    title: { default: 'Flexibees Employer', template: '%s · Flexibees Employer' },
    description: 'Post a job by its week and get a ranked shortlist that says why.',
  };
};

export const viewport: Viewport = { colorScheme: 'light dark' };

/** Every page is rendered on request: a nonce that was cached would be no nonce. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  await connection();
  for (const font of FIRST_FONTS) preload(font, { as: 'font', type: 'font/woff2', crossOrigin: 'anonymous' });
  const nonce = (await headers()).get('x-nonce') ?? undefined;
  return (
    // The script sets the scheme before React comes to look.
    <html lang="en" data-mantine-color-scheme="light" suppressHydrationWarning>
      <head>
        <ColorSchemeScript nonce={nonce} />
        <style nonce={nonce} dangerouslySetInnerHTML={{ __html: TOKEN_SHEET }} />
      </head>
      <body>{children}</body>
    </html>
  );
}
