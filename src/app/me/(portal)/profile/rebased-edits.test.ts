import { expect, it } from 'vitest';
import { rebasedEdits } from './rebased-edits';

it('keeps what was typed over facts that changed since, without positions and confirmations', () => {
  expect(
    rebasedEdits({
      phone: '+91 98765 00002',
      skills: [{ from: 3, skillId: 'tally', level: 4 }],
      confirmed: ['name'],
    }),
  ).toEqual({ phone: '+91 98765 00002', skills: [{ from: null, skillId: 'tally', level: 4 }] });
});
