import type { City } from './schema';

/** What the reader knows: city names by their folded form, admin areas, and what is written for each country. */
export interface PlaceNames {
  cities: ReadonlyMap<string, readonly City[]>;
  admins: readonly { country: string; name: string; aliases: readonly string[] }[];
  countries: ReadonlyMap<string, readonly string[]>;
}

export interface PlaceReading {
  city: City | null;
  /** The city's country, else the one that the text names; null when it names none, or several. */
  country: string | null;
}

/** Lower case without marks: letters, digits and single spaces ("Zürich (City)" → "zurich city"). */
export const foldPlace = (text: string): string => {
  if (/^[A-Za-z ]*$/.test(text)) return text.toLowerCase().trim();
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/ß/g, 'ss')
    .replace(/[łŁ]/g, 'l')
    .replace(/[øØ]/g, 'o')
    .replace(/['’‘.]/g, '')
    .toLowerCase()
    .replace(/&/g, ' and ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
};

/** Words that surround a place without being one. */
const NOISE = new Set(
  (
    'area city cities metro metropolitan region greater district dist division state province county town urban rural ' +
    'based in at from near the of and or current currently location address residing remote hybrid onsite ' +
    'pin pincode zip code postal'
  ).split(' '),
);
const LONGEST_NAME = 7;
/** A city that ends an unknown phrase ("MG Road Bengaluru") must be this large, or the phrase could mean anything. */
const LEAST_AT_END = 100_000;
/** Codes of two or three letters count only when written in capitals: "in" is no country. */
const isCode = (written: string): boolean => /^\p{Lu}[\p{Lu}&.]{1,4}$/u.test(written);

interface Hint {
  country: string;
  /** Null = the whole country. */
  admin: string | null;
}

/** Where a name stands: the words of one phrase between commas. */
interface Words {
  phrase: number;
  from: number;
  to: number;
}
interface Region extends Words {
  /** Everything the name may stand for ("CA": California, Canada). */
  hints: readonly Hint[];
}
interface Sighting extends Words {
  cities: readonly City[];
  /** Whether the phrase is nothing but places and noise. */
  whole: boolean;
}

const overlap = (a: Words, b: Words): boolean => a.phrase === b.phrase && a.from < b.to && b.from < a.to;

/** The country on which all regions agree; of several readings the one that names a whole country. */
const commonCountry = (regions: readonly Region[]): string | null => {
  const [first, ...rest] = regions;
  const common = (first?.hints ?? []).filter(({ country }) =>
    rest.every(({ hints }) => hints.some((hint) => hint.country === country)),
  );
  const countries = new Set(common.map(({ country }) => country));
  const [only = null] = countries;
  return countries.size > 1 ? (common.find(({ admin }) => admin === null)?.country ?? null) : only;
};

/** A reader of one line of free text. Pure; ties go to the larger city, then to the smaller id. */
export function buildPlaceReader(names: PlaceNames): (text: string) => PlaceReading {
  const hints = new Map<string, Hint[]>();
  const codes = new Map<string, Hint[]>();
  const add = (written: string, hint: Hint): void => {
    const key = foldPlace(written);
    if (key === '') return;
    const table = isCode(written) ? codes : hints;
    table.set(key, [...(table.get(key) ?? []), hint]);
  };
  for (const { country, name, aliases } of names.admins) {
    for (const written of [name, ...aliases]) add(written, { country, admin: name });
  }
  for (const [country, written] of names.countries) {
    for (const name of [country, ...written]) add(name, { country, admin: null });
  }

  const hintsOf = (key: string, written: string): readonly Hint[] => [
    ...(hints.get(key) ?? []),
    ...(isCode(written) ? (codes.get(key) ?? []) : []),
  ];

  /** Reads one phrase between commas, left to right, longest name first. */
  const readPhrase = (text: string, phrase: number): { sightings: Sighting[]; regions: Region[] } => {
    const written = text.split(/[^\p{L}\p{M}\p{N}.'’‘&]+/u).filter((word) => foldPlace(word) !== '');
    const keys = written.map(foldPlace);
    const sightings: Sighting[] = [];
    const regions: Region[] = [];
    let lastUnknown = -1;
    for (let from = 0; from < keys.length;) {
      let to = from;
      for (let end = Math.min(keys.length, from + LONGEST_NAME); end > from && to === from; end -= 1) {
        const key = keys.slice(from, end).join(' ');
        const found = hintsOf(key, written.slice(from, end).join(' '));
        const cities = NOISE.has(key) ? [] : (names.cities.get(key) ?? []);
        if (found.length > 0) regions.push({ phrase, from, to: end, hints: found });
        if (cities.length > 0) sightings.push({ phrase, from, to: end, cities, whole: true });
        if (found.length > 0 || cities.length > 0) to = end;
      }
      const key = keys[from] ?? '';
      if (to === from && !NOISE.has(key) && !/^\d+$/.test(key)) lastUnknown = from;
      from = Math.max(to, from + 1);
    }
    if (lastUnknown < 0) return { sightings, regions };
    // Among unknown words only the name that ends the phrase can be trusted.
    const end = sightings.at(-1);
    const cities = end?.cities.filter(({ population }) => population >= LEAST_AT_END) ?? [];
    const trusted = end && cities.length > 0 && lastUnknown < end.from;
    return { sightings: trusted ? [{ ...end, cities, whole: false }] : [], regions };
  };

  /** A part between commas divides further, unless it is one name as it stands ("Kempten (Allgäu)"). */
  const phrasesOf = (part: string): string[] =>
    names.cities.has(foldPlace(part))
      ? [part]
      : part.split(/[/•·()[\]–—]+|\s-\s/u).filter((phrase) => phrase.trim() !== '');

  const agrees = (city: City, hint: Hint): boolean =>
    city.country === hint.country && (hint.admin === null || city.admin === hint.admin);

  return (text) => {
    const phrases = text
      .split(/[,;|\n]+/u)
      .flatMap(phrasesOf)
      .map(readPhrase);
    const regions = phrases.flatMap((phrase) => phrase.regions);
    let best: { city: City; rank: readonly number[] } | null = null;
    for (const sighting of phrases.flatMap((phrase) => phrase.sightings)) {
      // Words are read as a city or as its region, never as both ("Kochi" is a prefecture of Japan, too).
      const others = regions.filter((region) => !overlap(region, sighting));
      const elsewhere = commonCountry(others);
      for (const city of sighting.cities) {
        const agreeing = others.filter(({ hints }) => hints.some((hint) => agrees(city, hint))).length;
        const against = others.length - agreeing;
        if (against > 0 && elsewhere !== null && elsewhere !== city.country) continue;
        const words = sighting.to - sighting.from > 1 ? 1 : 0;
        const { population, cityId } = city;
        const rank = [-against, agreeing, Number(sighting.whole), words, population, -Number(cityId)];
        if (best === null || isBefore(rank, best.rank)) best = { city, rank };
      }
    }
    return { city: best?.city ?? null, country: best?.city.country ?? commonCountry(regions) };
  };
}

/** Whether rank `a` stands before rank `b`: the first difference decides, the larger number wins. */
const isBefore = (a: readonly number[], b: readonly number[]): boolean => {
  for (let at = 0; at < a.length; at += 1) {
    const difference = (a[at] ?? 0) - (b[at] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return false;
};
