import { Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';

/** What this page is for, and the sentence under it. */
export const Heading = ({ title, children }: { title: string; children: ReactNode }) => (
  <>
    <Title order={1} fz={38} mb={8}>
      {title}
    </Title>
    <Text size="lg" c="dimmed" mb={28} component="div">
      {children}
    </Text>
  </>
);
