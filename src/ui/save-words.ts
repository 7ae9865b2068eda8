/** Where what was typed stands; `waiting` = typed while there is no connection. */
export type SaveKind = 'saved' | 'pending' | 'saving' | 'waiting' | 'failed';

/** A save that is held until the connection is back is not under way, whatever its form thinks. */
export const saveKind = (save: { kind: Exclude<SaveKind, 'waiting'> }, held: boolean): SaveKind =>
  held ? 'waiting' : save.kind;

/** What a form says about it; `time` is when it was saved. */
export const saveWords = (kind: SaveKind, time?: string): string =>
  ({
    saved: time === undefined ? 'Saved' : `Saved ${time}`,
    pending: 'Kept on this device',
    saving: 'Saving…',
    waiting: 'Not saved yet, kept on this device',
    failed: 'Not saved, kept on this device',
  })[kind];
