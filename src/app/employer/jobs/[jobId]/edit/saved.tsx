import { Text } from '@mantine/core';
import { IconCloudCheck, IconCloudX } from '@tabler/icons-react';
import { useMember } from '../../../member';
import classes from './edit.module.css';
import type { SaveState } from './use-draft';

/** Where what was typed is kept by now. */
export const Saved = ({ save }: { save: SaveState }) => {
  const member = useMember();
  const time = (at: Date) =>
    new Intl.DateTimeFormat('en-IN', {
      hour: '2-digit',
      minute: '2-digit',
      hour12: false,
      timeZone: member.timeZone,
    }).format(at);
  const words = {
    saved: () => `Saved ${save.kind === 'saved' ? time(save.at) : ''}`,
    pending: () => 'Kept on this device',
    saving: () => 'Saving…',
    failed: () => 'Not saved, kept on this device',
  }[save.kind]();
  return (
    <Text
      size="sm"
      c={save.kind === 'failed' ? 'red' : 'dimmed'}
      className={classes.saved}
      component="output"
    >
      {save.kind === 'failed' ? <IconCloudX size={17} /> : <IconCloudCheck size={17} />}
      <span className={classes.savedWords}>{words}</span>
    </Text>
  );
};
