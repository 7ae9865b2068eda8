'use client';
import { Button, type ButtonProps } from '@mantine/core';
import type { Route } from 'next';
import Link from 'next/link';
import type { ReactNode } from 'react';

/** A link that looks like a button, for server components: they cannot hand `component={Link}` over themselves. */
export const LinkButton = (props: ButtonProps & { href: Route; children: ReactNode }) => (
  <Button component={Link} {...props} />
);
