/** A word of a name in capitals as people write it: `O'BRIEN-MEHTA` → `O'Brien-Mehta`; initials stay. */
const properly = (word: string): string =>
  word
    .toLocaleLowerCase('en')
    .replace(
      /(^|[-'’.])(\p{L})/gu,
      (_, before: string, letter: string) => before + letter.toLocaleUpperCase('en'),
    );

/** A résumé's heading often sets the name in capitals; shown in a list it is written as any other name. */
export const writtenName = (name: string): string => {
  const letters = name.replace(/[^\p{L}]/gu, '');
  const shouted = letters.length > 3 && letters === letters.toLocaleUpperCase('en');
  return shouted
    ? name
        .split(' ')
        .map((word) => (word.length > 2 ? properly(word) : word))
        .join(' ')
    : name;
};
