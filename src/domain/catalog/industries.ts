import { singular, tokenise } from './surface';

/** A field of business of `config/employer_question.json`; aliases are what résumés and company names write for it. */
export interface Industry {
  id: string;
  name: string;
  aliases: readonly string[];
}

export interface IndustryIndex {
  byId: ReadonlyMap<string, Industry>;
  /** Ids of the industries that a text names, most often named first, ties in the order of the list. */
  findInText: (text: string) => string[];
}

const wordsOf = (text: string): string[] => tokenise(text).map(({ word }) => singular(word));

/** Indexes names and aliases as whole words, singular and plural alike; the longest phrase at a place wins. */
export function buildIndustryIndex(industries: readonly Industry[]): IndustryIndex {
  const byPhrase = new Map<string, number[]>();
  let longest = 1;
  for (const [order, { name, aliases }] of industries.entries()) {
    for (const phrase of new Set([name, ...aliases].map((surface) => wordsOf(surface).join(' ')))) {
      if (phrase === '') continue;
      byPhrase.set(phrase, [...(byPhrase.get(phrase) ?? []), order]);
      longest = Math.max(longest, phrase.split(' ').length);
    }
  }
  return {
    byId: new Map(industries.map((industry) => [industry.id, industry])),
    findInText: (text) => {
      const words = wordsOf(text);
      const counts = new Map<number, number>();
      for (let at = 0; at < words.length;) {
        let length = Math.min(longest, words.length - at);
        while (length > 0 && !byPhrase.has(words.slice(at, at + length).join(' '))) length -= 1;
        for (const order of byPhrase.get(words.slice(at, at + length).join(' ')) ?? []) {
          counts.set(order, (counts.get(order) ?? 0) + 1);
        }
        at += Math.max(1, length);
      }
      return [...counts]
        .sort(([a, often], [b, oftener]) => oftener - often || a - b)
        .flatMap(([order]) => industries[order]?.id ?? []);
    },
  };
}
