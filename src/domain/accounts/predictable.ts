import type { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { DomainError } from '@/domain/kernel/errors';

/** A password that a guesser reaches within this many tries, the commonest and the person's own words first, is refused. */
const LEAST_GUESSES = 1e9;
/** What stands further back makes no password easier to guess, only the check longer. */
const CHECKED_LETTERS = 64;
/** Words that everybody would try here. */
const OURS = ['flexibees', 'employer'];

let estimator: Promise<ZxcvbnFactory> | undefined;

/** The lists take 0.1 s to load: only where a password is chosen, and once a process. */
const load = async (): Promise<ZxcvbnFactory> => {
  const [{ ZxcvbnFactory: Factory }, { dictionary, adjacencyGraphs }] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
  ]);
  return new Factory({ dictionary, graphs: adjacencyGraphs });
};

/** A person's own words: each text whole, and its parts of three letters or more. */
const wordsOf = (texts: readonly string[]): string[] =>
  texts.flatMap((text) => [text, ...text.split(/[^\p{L}\p{N}]+/u).filter((word) => word.length > 2)]);

/**
 * Refuses a password that is common, a pattern of keys or dates, or made of what is known of the person (`about`: name,
 * address, organisation), by zxcvbn's estimate; NIST SP 800-63B asks for length and such a list, and for no kinds of
 * letters. Throws `invalid_input` at `password`.
 */
export const refusePredictable = async (password: string, about: readonly string[]): Promise<void> => {
  const zxcvbn = await (estimator ??= load());
  const checked = password.slice(0, CHECKED_LETTERS);
  const { guesses, sequence } = zxcvbn.check(checked, wordsOf([...about, ...OURS]));
  if (guesses >= LEAST_GUESSES) return;
  const own = sequence.some((part) => 'dictionaryName' in part && part.dictionaryName === 'userInputs');
  const message = own
    ? 'This is close to your name, your address or ours. Choose something else, such as a short sentence.'
    : 'This is one of the first that anybody would try. Choose something else, such as a short sentence.';
  throw new DomainError('invalid_input', message, { issues: [{ path: 'password', message }] });
};
