import { z } from 'zod';
import type { Place } from '@/domain/scoring/schema';
import { buildPlaceReader, foldPlace } from './place-reader';
import type { City } from './schema';

const countryRow = z.tuple([z.string().length(2), z.string().min(1)]).rest(z.string());
const adminRow = z.tuple([z.string().length(2), z.string(), z.string()]).rest(z.string());
const index = z.number().int().nonnegative();
const cityRow = z
  .tuple([
    z.string().regex(/^\d+$/),
    z.string().min(1),
    index,
    z.number().min(-90).max(90),
    z.number().min(-180).max(180),
    index,
    z.number().int().nonnegative(),
  ])
  .rest(z.string());

/** Content of `config/country_cities.json`, as `scripts/cities.ts` writes it; rows hold indexes into `admins` and `zones`. */
export const citiesFileSchema = z.strictObject({
  version: z.number().int().positive(),
  source: z.string().min(1),
  licence: z.string().min(1),
  attribution: z.string().min(1),
  leastPopulation: z.record(z.string(), z.number()),
  columns: z.record(z.string(), z.array(z.string())),
  countries: z.array(countryRow).min(1),
  admins: z.array(adminRow),
  zones: z.array(z.string().min(1)),
  cities: z.array(cityRow).min(1),
});
export type CitiesFile = z.infer<typeof citiesFileSchema>;

/** Rows that point to no admin area, zone or country of the file; `path` leads into the file. */
export function citiesFileIssues(file: CitiesFile): { path: (string | number)[]; message: string }[] {
  const issues: { path: (string | number)[]; message: string }[] = [];
  const countries = new Set(file.countries.map(([code]) => code));
  const seen = new Set<string>();
  file.admins.forEach(([country], row) => {
    if (!countries.has(country))
      issues.push({ path: ['admins', row, 0], message: `No country “${country}”.` });
  });
  file.cities.forEach(([id, , admin, , , zone], row) => {
    if (!file.admins[admin])
      issues.push({ path: ['cities', row, 2], message: `No admin area number ${admin}.` });
    if (!file.zones[zone]) issues.push({ path: ['cities', row, 5], message: `No time zone number ${zone}.` });
    if (seen.has(id)) issues.push({ path: ['cities', row, 0], message: `City ${id} comes twice.` });
    seen.add(id);
  });
  return issues;
}

export interface Geography {
  cityById: (cityId: string) => City | null;
  /** Cities whose name, or another name of which, starts with the query; "pune, mah" narrows by state or country. Largest first. */
  search: (query: string, country?: string | null, limit?: number) => City[];
  /** The place that a line of a résumé or an ad means; a country alone gives a place without city; null = none found. */
  resolve: (text: string) => Place | null;
  placeOf: (city: City) => Place;
  countries: readonly { code: string; name: string }[];
  countryName: (code: string) => string | null;
  /** The country of the largest city in an IANA zone, by any of the zone's names; null when no city is in it. */
  countryOfZone: (timeZone: string) => string | null;
  attribution: string;
}

/** The first position in `keys` (sorted) whose key is not before `key`. */
const lowerBound = (keys: readonly string[], key: string): number => {
  let low = 0;
  let high = keys.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((keys[middle] ?? '') < key) low = middle + 1;
    else high = middle;
  }
  return low;
};

const placeOf = ({ cityId, name, country, latitude, longitude }: City): Place => ({
  cityId,
  name,
  country,
  latitude,
  longitude,
});

/** A zone by the one name that the runtime gives to all of its names; null for a zone that it does not know. */
const sameZone = (timeZone: string): string | null => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone;
  } catch {
    return null;
  }
};

const countriesByZone = (cities: Iterable<City>): Map<string, string> => {
  const largest = new Map<string, City>();
  for (const city of cities) {
    const before = largest.get(city.timeZone);
    if (before === undefined || city.population > before.population) largest.set(city.timeZone, city);
  }
  return new Map([...largest].map(([zone, city]) => [sameZone(zone) ?? zone, city.country]));
};

/** Indexes the city table (some 0.1 s for 25,000 rows). Pure; the same file gives the same answers. */
export function buildGeography(file: CitiesFile): Geography {
  const byId = new Map<string, City>();
  const byName = new Map<string, City[]>();
  const adminNames = new Map<City, readonly string[]>();
  for (const [cityId, name, adminAt, latitude, longitude, zoneAt, population, ...aliases] of file.cities) {
    const [country, , admin, ...adminAliases] = file.admins[adminAt] ?? ['', '', ''];
    const timeZone = file.zones[zoneAt] ?? 'UTC';
    const city: City = { cityId, name, country, latitude, longitude, admin, timeZone, population };
    byId.set(cityId, city);
    adminNames.set(city, [admin, ...adminAliases]);
    for (const written of aliases.length === 0 ? [name] : new Set([name, ...aliases])) {
      const key = foldPlace(written);
      if (key === '') continue;
      const cities = byName.get(key);
      if (cities) cities.push(city);
      else byName.set(key, [city]);
    }
  }
  const keys = [...byName.keys()].sort();
  const countryNames = new Map(file.countries.map(([code, ...written]) => [code, written]));
  const reader = buildPlaceReader({
    cities: byName,
    admins: file.admins.map(([country, , name, ...aliases]) => ({ country, name, aliases })),
    countries: countryNames,
  });

  const matchesRegion = (city: City, region: string): boolean =>
    region === '' ||
    [...(adminNames.get(city) ?? []), city.country, ...(countryNames.get(city.country) ?? [])].some((name) =>
      foldPlace(name).startsWith(region),
    );

  let zoneCountries: Map<string, string> | null = null;
  return {
    cityById: (cityId) => byId.get(cityId) ?? null,
    search: (query, country = null, limit = 10) => {
      const [town = '', ...rest] = query.split(',');
      const prefix = foldPlace(town);
      const region = foldPlace(rest.join(' '));
      if (prefix === '') return [];
      const found = new Map<City, boolean>();
      for (const key of keys.slice(lowerBound(keys, prefix), lowerBound(keys, `${prefix}\uFFFF`))) {
        for (const city of byName.get(key) ?? []) {
          if (country !== null && city.country !== country) continue;
          if (matchesRegion(city, region)) found.set(city, found.get(city) === true || key === prefix);
        }
      }
      return [...found]
        .sort(([a, aExact], [b, bExact]) => Number(bExact) - Number(aExact) || b.population - a.population)
        .slice(0, limit)
        .map(([city]) => city);
    },
    resolve: (text) => {
      const { city, country } = reader(text);
      if (city) return placeOf(city);
      if (country === null) return null;
      const name = countryNames.get(country)?.[0] ?? country;
      return { cityId: null, name, country, latitude: null, longitude: null };
    },
    placeOf,
    countries: file.countries.map(([code, name]) => ({ code, name })),
    countryName: (code) => countryNames.get(code)?.[0] ?? null,
    countryOfZone: (timeZone) =>
      (zoneCountries ??= countriesByZone(byId.values())).get(sameZone(timeZone) ?? '') ?? null,
    attribution: file.attribution,
  };
}
