import { expect, it } from 'vitest';
import { saveKind, saveWords } from './save-words';

it('a save that waits for the connection is not told as one under way', () => {
  expect(saveWords(saveKind({ kind: 'saving' }, true))).toBe('Not saved yet, kept on this device');
  expect(saveWords(saveKind({ kind: 'saving' }, false))).toBe('Saving…');
  expect(saveWords(saveKind({ kind: 'saved' }, false), '14:05')).toBe('Saved 14:05');
  expect(saveWords('saved')).toBe('Saved');
});
