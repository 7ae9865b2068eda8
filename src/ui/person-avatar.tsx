import { Avatar } from '@mantine/core';
import { IconEyeOff } from '@tabler/icons-react';
import classes from '@/ui/marks.module.css';

/** First letters of the first two words of a name. */
const initialsOf = (name: string): string =>
  name
    .split(/\s+/)
    .flatMap((word) => Array.from(word).slice(0, 1))
    .slice(0, 2)
    .join('')
    .toUpperCase();

export interface PersonAvatarProps {
  name: string;
  /** The name is withheld: an eye crossed out instead of initials. */
  masked?: boolean;
  size?: number;
}

/** A person as initials. Decorative: the name always stands beside it. */
export function PersonAvatar({ name, masked = false, size = 32 }: PersonAvatarProps) {
  if (masked) {
    return (
      <Avatar
        size={size}
        radius={999}
        variant="outline"
        color="gray"
        aria-hidden="true"
        classNames={{ placeholder: classes.masked }}
      >
        <IconEyeOff size={size * 0.45} stroke={1.6} />
      </Avatar>
    );
  }
  return (
    <Avatar
      size={size}
      radius={999}
      aria-hidden="true"
      classNames={{ placeholder: classes.initials }}
      styles={{ placeholder: { fontSize: size * 0.36 } }}
    >
      {initialsOf(name)}
    </Avatar>
  );
}
