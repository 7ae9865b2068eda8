import { singular, tokenise } from './surface';

const WRITTEN_OUT: ReadonlyMap<string, string> = new Map(
  Object.entries({
    sr: 'senior',
    snr: 'senior',
    jr: 'junior',
    jnr: 'junior',
    mgr: 'manager',
    asst: 'assistant',
    assoc: 'associate',
    exec: 'executive',
    engr: 'engineer',
    engg: 'engineer',
    dev: 'developer',
    rep: 'representative',
    coord: 'coordinator',
    coordinater: 'coordinator',
    mktg: 'marketing',
    ops: 'operations',
    dir: 'director',
    tl: 'lead',
    leader: 'lead',
    accts: 'accounts',
    acct: 'accountant',
    maths: 'mathematics',
    math: 'mathematics',
    sw: 'software',
    mech: 'mechanical',
    qc: 'quality',
    cum: 'and',
  }),
);

// Written as two words by some and as one by others.
const COMPOUNDS = new Set(
  'front end|back end|full stack|e learning|e commerce|pre sales|tele caller|tele sales|sub editor|copy writer|copy editor|co ordinator|co founder|free lance|free lancer|care giver|book keeper|store keeper|web site|vice president|call center|help desk|real estate'.split(
    '|',
  ),
);

const STOP = new Set('and of the to for in at a an on with by or from'.split(' '));

/** Words that tell rank, term or place of work, not the kind of work. */
const RANK = new Set(
  `senior junior lead principal staff trainee intern internship fresher associate assistant deputy chief head freelance freelancer
  independent contract contractual part full time remote temporary temp interim acting fractional i ii iii iv 1 2 3 4 level
  grade experienced certified qualified entry mid former formerly ex returning practising practicing visiting global regional
  national international group country zonal area hybrid onsite online virtual home based self employed professional team
  days day week hours weekend night shift current sr jr`.split(/\s+/),
);

/** Words that head a title without telling its field. */
const HEADS = new Set(
  `manager executive officer associate assistant specialist analyst consultant coordinator lead head director supervisor
  administrator intern trainee advisor adviser expert professional representative agent member operator technician clerk
  partner incharge president general vicepresident vp avp svp evp gm agm dgm owner founder cofounder management support`.split(
    /\s+/,
  ),
);

/** Rank words that make another role of a title: a "Sales Head" is no "Sales Associate". */
const RANK_OF_ROLE = new Set(
  'lead principal staff trainee intern associate assistant deputy chief head team online virtual fractional'.split(
    ' ',
  ),
);

export const isRank = (word: string): boolean => RANK.has(word);
export const isMereRank = (word: string): boolean => RANK.has(word) && !RANK_OF_ROLE.has(word);
export const isPlainHead = (word: string): boolean => HEADS.has(word) || RANK.has(word);

// "Accounts" keep books, an "account" is a client: the one plural that must survive.
const stem = (word: string): string => (word === 'accounts' ? word : singular(word));

/** The words of a title that can be compared: abbreviations written out, compounds joined, singular, without "and", "of", "the". */
export function titleWords(title: string): string[] {
  const raw = tokenise(title).map(({ word }) => WRITTEN_OUT.get(word) ?? word);
  const words: string[] = [];
  for (let at = 0; at < raw.length; at++) {
    const word = raw[at] ?? '';
    const next = raw[at + 1];
    if (next !== undefined && COMPOUNDS.has(`${word} ${next}`)) {
      words.push(stem(`${word}${next}`));
      at++;
    } else if (!STOP.has(word)) {
      words.push(stem(word));
    }
  }
  return words;
}

/** One key for all orders of the same words. */
export const orderlessKey = (words: readonly string[]): string => [...new Set(words)].toSorted().join(' ');

/**
 * A title without what stands in brackets, and its parts: "Manager, Payroll (part-time)" → the whole, "Manager", "Payroll".
 * Brackets stay where they alone tell the field: "Deputy General Manager (Finance)".
 */
export function titleParts(title: string): { whole: string; parts: string[] } {
  const open = title.replace(/[([{][^)\]}]*[)\]}]?/g, ' ').trim();
  const whole = titleWords(open).every(isPlainHead) ? title.replace(/[()[\]{}]/g, ' ') : open;
  const parts = whole
    .split(/\s*(?:[,;|•·@]|\s[-–—]\s|[–—]|\/|\s(?:at|with|for|cum)\s)\s*/i)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  return { whole, parts };
}
