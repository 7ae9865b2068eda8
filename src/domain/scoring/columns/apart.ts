import { KNOWN, type Filling } from './layout';

/** Marks everybody whose job entries are all dated and lie in different months: their months add up. */
export function markApart({ flags, entriesAt, entryFrom, entryTo, entryOpen }: Filling): void {
  const [all, starts] = [flags.filled(), entriesAt.filled()];
  const [from, to, open] = [entryFrom.filled(), entryTo.filled(), entryOpen.filled()];
  for (let person = 0; person < all.length; person++) {
    const [first, end] = [starts[person] ?? 0, starts[person + 1] ?? 0];
    let apart = true;
    for (let row = first; row < end && apart; row++) {
      apart = open[row] === 0;
      for (let other = first; other < row && apart; other++) {
        apart = (from[row] ?? 0) > (to[other] ?? 0) || (from[other] ?? 0) > (to[row] ?? 0);
      }
    }
    if (apart) all[person] = (all[person] ?? 0) | KNOWN.apart;
  }
}
