import { describe, expect, it } from 'vitest';
import { copyBefore, type DraftCopy } from './draft-copies';

const copy = (revision: number, title: string): DraftCopy => ({ revision, draft: { title } });

describe('what a reloaded form begins with', () => {
  it('is the page when nothing was typed, and when it holds what was saved', () => {
    expect(copyBefore(4, { typed: null, saved: null })).toBeNull();
    expect(copyBefore(4, { typed: null, saved: copy(4, 'saved') })).toBeNull();
  });

  it('is what was typed over the revision that the page holds', () => {
    const typed = copy(4, 'typed');
    expect(copyBefore(4, { typed, saved: copy(4, 'saved') })).toBe(typed);
  });

  it('is what was saved when the page was read before that', () => {
    const saved = copy(5, 'saved');
    expect(copyBefore(4, { typed: null, saved })).toBe(saved);
    expect(copyBefore(4, { typed: copy(4, 'typed before'), saved })).toBe(saved);
  });

  it('is what was typed after a save that the page was read before', () => {
    const typed = copy(5, 'typed');
    expect(copyBefore(4, { typed, saved: copy(5, 'saved') })).toBe(typed);
  });

  it('is the page when somebody saved later', () => {
    expect(copyBefore(6, { typed: copy(5, 'typed'), saved: copy(5, 'saved') })).toBeNull();
  });
});
