import { carryEdits, same } from './edits';
import { newestFirst, workedMonths } from './entry-months';
import { EDITED_LISTS, type CandidateProfile } from './schema';

type List = (typeof EDITED_LISTS)[number];
type Item<K extends List> = CandidateProfile[K][number];
type Entry = CandidateProfile['experience'][number];

export interface NewerFile {
  /** The person's facts as they stand. */
  before: CandidateProfile;
  /** What the file shown until now told, null without one: what it held and `before` lacks was removed by a person. */
  earlier: CandidateProfile | null;
  /** What the newer file tells. */
  fresh: CandidateProfile;
  /** The person proved the address and looks after these facts: nothing that stands is replaced. */
  owned: boolean;
  /** `YYYY-MM` up to which a job that goes on counts. */
  asOf: string;
}

const plain = (text: string | null): string => (text ?? '').trim().toLowerCase();

const sameEntry = (one: Entry, other: Entry): boolean => {
  const [company, title] = [plain(one.company), plain(one.title)];
  const [employed, titled] = [company === plain(other.company), title === plain(other.title)];
  if (one.start !== null && one.start === other.start && (employed || titled)) return true;
  // One of them without a date: a row of a table, or a job told in passing.
  return (
    (one.start === null || other.start === null) &&
    titled &&
    (employed || [one, other].some((entry) => entry.company === null))
  );
};

const SAME: { [K in List]: (one: Item<K>, other: Item<K>) => boolean } = {
  skills: (one, other) => one.skillId === other.skillId,
  experience: sameEntry,
  education: (one, other) =>
    plain(one.school) === plain(other.school) && plain(one.degree) === plain(other.degree),
  languages: (one, other) => one.code === other.code,
  licences: (one, other) => plain(one.name) === plain(other.name),
};

/**
 * A person's facts after another file of theirs was brought. What a person put right, confirmed or typed stays, and what they
 * removed does not come back; everything else is as the newer file tells it, and what it adds is added. What only the earlier
 * file told of name, address, telephone and place stays too, without a passage. Lists that hold more than the newer file
 * are named in `edited`, so that a later reading of it takes nothing away.
 */
export const withNewerFile = ({ before, earlier, fresh, owned, asOf }: NewerFile): CandidateProfile => {
  const standing = owned ? { ...before, edited: [...EDITED_LISTS] } : before;
  const carried = carryEdits(standing, fresh);
  const single = <K extends 'name' | 'email' | 'phone' | 'place'>(key: K): CandidateProfile[K] => {
    const held = before[key];
    if (held === null) return fresh[key];
    const read = held.provenance === 'parsed' && !owned ? fresh[key] : null;
    return read ?? { ...held, span: null };
  };
  const list = <K extends List>(key: K): Item<K>[] => {
    const now: Item<K>[] = carried[key];
    const isIn = (items: readonly Item<K>[], one: Item<K>): boolean =>
      items.some((item) => SAME[key](item, one));
    if (standing.edited?.includes(key) !== true) {
      // Typed by somebody rather than read, and not in the file.
      const typed = (before[key] as Item<K>[]).filter(
        (item) => item.provenance !== 'parsed' && !isIn(now, item),
      );
      return [...now, ...typed.map((item) => withoutPassage(item))];
    }
    const known = [...now, ...((earlier?.[key] ?? []) as Item<K>[])];
    const added = (fresh[key] as Item<K>[]).filter((item) => !isIn(known, item));
    // Two jobs that both go on: the one that is new to us comes first.
    return key === 'experience' ? [...added, ...now] : [...now, ...added];
  };
  const lists = {
    skills: list('skills'),
    experience: inOrder(list('experience'), carried.experience),
    education: list('education'),
    languages: list('languages'),
    licences: list('licences'),
  };
  const asRead = same(lists.experience, fresh.experience);
  const grown = EDITED_LISTS.filter((key) => !same(lists[key], fresh[key]));
  return {
    name: single('name'),
    email: single('email'),
    phone: single('phone'),
    place: single('place'),
    ...lists,
    totalMonths: asRead ? fresh.totalMonths : workedMonths(lists.experience, asOf),
    edited: [...new Set([...(before.edited ?? []), ...grown])],
  };
};

/** As a person ordered them, unless one was added. */
const inOrder = (entries: Entry[], ordered: readonly Entry[]): Entry[] =>
  entries.length === ordered.length ? entries : newestFirst(entries);

const withoutPassage = <T extends object>(item: T): T =>
  'spans' in item ? { ...item, spans: [] } : { ...item, span: null };
