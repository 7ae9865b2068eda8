import type { MouseEvent } from 'react';

/** For a button that chooses files: the one that was chosen last may be chosen again, which a browser tells of no more otherwise. */
export const CHOOSE_AGAIN = {
  onClick: (event: MouseEvent<HTMLInputElement>): void => {
    event.currentTarget.value = '';
  },
};
