const STOP_WORDS = new Set(
  'a an and the of for to in at on with or de sr jr i ii iii iv part full time job role'.split(' '),
);
const RANK_WEIGHT = 1;
const FIELD_WEIGHT = 4;
const SUFFIX = /(?:ations?|ments?|ants?|ings?|ists?|ials?|ors?|ers?|als?|ies|es|s|e|y)$/;

/** Crude stem, so that accountant, accounting and accounts meet; words of up to four letters stay whole. */
function stem(word: string): string {
  let rest = word;
  while (rest.length > 4) {
    const shorter = rest.replace(SUFFIX, '');
    if (shorter === rest || shorter.length < 4) break;
    rest = shorter;
  }
  return rest.slice(0, 7);
}

/** Words that say rank or nothing about the field of work; they count a little, the others fully. */
const RANK_WORDS = new Set(
  (
    'senior junior lead leader head chief manager executive assistant associate officer specialist consultant expert ' +
    'coordinator administrator analyst engineer developer director principal deputy vice president intern trainee ' +
    'freelance freelancer contract temporary remote parttime fulltime team staff general global regional'
  )
    .split(' ')
    .map(stem),
);

/** A title's words, lower-cased, stemmed, each once; punctuation and filler are dropped. */
export function titleWords(title: string): string[] {
  const words = title
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .split(/[^\p{L}\p{N}+#.]+/u);
  const stems = new Set<string>();
  for (const word of words) {
    const bare = word.replace(/^\.+|\.+$/g, '');
    if (bare !== '' && !STOP_WORDS.has(bare)) stems.add(stem(bare));
  }
  return [...stems];
}

/** Does the word name a field of work, and not only a rank? */
export const isField = (word: string): boolean => !RANK_WORDS.has(word);

/** How much a word of a title says. */
export const wordWeight = (word: string): number => (isField(word) ? FIELD_WEIGHT : RANK_WEIGHT);

/** Weight of words together. */
export function weightOf(words: Iterable<string>): number {
  let sum = 0;
  for (const word of words) sum += wordWeight(word);
  return sum;
}
