import { Alert, Text } from '@mantine/core';
import { IconCloudCheck, IconCloudX } from '@tabler/icons-react';
import { saveWords, type SaveKind } from './save-words';
import classes from './saved.module.css';

/** Where what was typed is kept by now; on a phone a sign alone. */
export const Saved = ({ kind, time }: { kind: SaveKind; time?: string }) => {
  const lost = kind === 'failed' || kind === 'waiting';
  return (
    <Text size="sm" c={kind === 'failed' ? 'red' : 'dimmed'} className={classes.saved} component="output">
      {lost ? <IconCloudX size={17} aria-hidden="true" /> : <IconCloudCheck size={17} aria-hidden="true" />}
      <span className={classes.words}>{saveWords(kind, time)}</span>
    </Text>
  );
};

/** Above a form whose save waits for the connection. */
export const WaitsForConnection = ({ kind }: { kind: SaveKind }) =>
  kind === 'waiting' && (
    <Alert color="honey" mb={12} role="status" title="No connection">
      What you typed is not saved yet. It is kept on this device and saved when the connection is back.
    </Alert>
  );
