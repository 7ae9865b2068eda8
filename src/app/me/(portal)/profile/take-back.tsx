import { Button, Text } from '@mantine/core';

/** Beside a form's button: what is typed is kept, and can be dropped. */
export const TakeBack = ({ onTakeBack }: { onTakeBack: () => void }) => (
  <>
    <Button size="sm" variant="default" onClick={onTakeBack}>
      Take back
    </Button>
    <Text size="sm" c="dimmed" role="status">
      Not saved yet. What you typed stays here while this tab is open.
    </Text>
  </>
);
