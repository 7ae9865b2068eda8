import { readFileSync } from 'node:fs';
import { assert, property, string } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildGeography, citiesFileIssues, citiesFileSchema } from './geography';

const file = citiesFileSchema.parse(JSON.parse(readFileSync('config/country_cities.json', 'utf8')));
const geography = buildGeography(file);

/** "City, admin, country" for a city, "[Country]" for a country alone. */
const resolved = (text: string): string | null => {
  const place = geography.resolve(text);
  if (place === null) return null;
  const city = place.cityId === null ? null : geography.cityById(place.cityId);
  return city ? `${city.name}, ${city.admin}, ${city.country}` : `[${place.name}]`;
};

describe('the table', () => {
  test('says where it comes from and under which licence', () => {
    expect(file.source).toContain('GeoNames');
    expect(file.licence).toContain('CC BY 4.0');
    expect(geography.attribution).toContain('GeoNames');
  });

  test('holds the towns of India from 5,000 people, the world from 15,000, each with a zone the clock knows', () => {
    expect(citiesFileIssues(file)).toEqual([]);
    const least = new Map<string, number>();
    for (const [, , admin, , , , population] of file.cities) {
      const country = file.admins[admin]![0] === 'IN' ? 'IN' : 'world';
      least.set(country, Math.min(least.get(country) ?? Infinity, population));
    }
    expect(least.get('IN')).toBeGreaterThanOrEqual(5_000);
    expect(least.get('world')).toBeGreaterThanOrEqual(15_000);
    expect(file.cities.length).toBeGreaterThan(24_000);
    for (const timeZone of file.zones)
      expect(() => new Intl.DateTimeFormat('en', { timeZone })).not.toThrow();
  });

  test('keeps half-hour zones', () => {
    const zone = (name: string, country: string) => geography.search(name, country, 1)[0]!.timeZone;
    expect(zone('Pune', 'IN')).toBe('Asia/Kolkata');
    expect(zone('Kathmandu', 'NP')).toBe('Asia/Kathmandu');
    expect(zone('London', 'GB')).toBe('Europe/London');
  });
});

describe('resolve', () => {
  test.each([
    ['Pune, Maharashtra', 'Pune, Maharashtra, IN'],
    ['Bengaluru, India', 'Bengaluru, Karnataka, IN'],
    ['Bangalore', 'Bengaluru, Karnataka, IN'],
    ['Bombay', 'Mumbai, Maharashtra, IN'],
    ['Madras', 'Chennai, Tamil Nadu, IN'],
    ['Gurgaon', 'Gurugram, Haryana, IN'],
    ['Noida, UP', 'Noida, Uttar Pradesh, IN'],
    ['Delhi NCR', 'Delhi, Delhi, IN'],
    ['Coimbatore-641001', 'Coimbatore, Tamil Nadu, IN'],
    ['Thiruvananthapuram (Trivandrum), Kerala', 'Thiruvananthapuram, Kerala, IN'],
    ['12 MG Road, Bengaluru 560001, Karnataka, India', 'Bengaluru, Karnataka, IN'],
    ['Greater Bengaluru Area', 'Bengaluru, Karnataka, IN'],
    ['Pune Maharashtra India', 'Pune, Maharashtra, IN'],
    ['Kochi, Kerala', 'Kochi, Kerala, IN'],
    ['Kochi', 'Kochi, Kerala, IN'],
    ['New York, NY', 'New York, New York, US'],
    ['Washington, D.C.', 'Washington, District of Columbia, US'],
    ['San Francisco Bay Area', 'San Francisco, California, US'],
    ['London', 'London, England, GB'],
    ['krakow', 'Kraków, Lesser Poland, PL'],
  ])('%s', (text, expected) => {
    expect(resolved(text)).toBe(expected);
  });

  test('a state or country decides between cities of one name', () => {
    expect(resolved('Hyderabad')).toBe('Hyderabad, Telangana, IN');
    expect(resolved('Hyderabad, Sindh')).toBe('Hyderabad, Sindh, PK');
    expect(resolved('London, Ontario')).toBe('London, Ontario, CA');
    expect(resolved('Paris, TX')).toBe('Paris, Texas, US');
    expect(resolved('Salem, TN')).toBe('Salem, Tamil Nadu, IN');
    expect(resolved('Dublin, CA')).toBe('Dublin, California, US');
    expect(resolved('Bogotá, Cundinamarca, Colombia')).toBe('Bogotá, Bogota D.C., CO');
    expect(resolved('Nowhere, Cundinamarca, Colombia')).toBe('[Colombia]');
  });

  test('a country without a city has no coordinates', () => {
    expect(geography.resolve('Remote, India')).toEqual({
      cityId: null,
      name: 'India',
      country: 'IN',
      latitude: null,
      longitude: null,
    });
    expect(resolved('Georgia, USA')).toBe('[United States]');
  });

  test('finds nothing in what is no place', () => {
    for (const text of [
      '',
      'Remote',
      'Software Engineer',
      'in',
      'of the',
      '560001',
      'India or USA / Poland',
    ]) {
      expect([text, resolved(text)]).toEqual([text, null]);
    }
  });

  test('every city is found by its name, state and country, but for a noise word and a name with a comma', () => {
    const lost = file.cities.flatMap(([id]) => {
      const city = geography.cityById(id)!;
      const place = geography.resolve(`${city.name}, ${city.admin}, ${geography.countryName(city.country)}`);
      return place?.country === city.country && place.cityId !== null ? [] : [city.name];
    });
    expect(lost).toEqual(['Sant Pere, Santa Caterina i La Ribera', 'Metro']);
  });

  test('any text is read without an error, and the same each time', () => {
    assert(
      property(string({ unit: 'grapheme', maxLength: 80 }), (text) => {
        expect(geography.resolve(text)).toEqual(geography.resolve(text));
      }),
    );
  });
});

describe('search', () => {
  const names = (...query: Parameters<typeof geography.search>) =>
    geography.search(...query).map(({ name }) => name);

  test('completes a name, largest first, and knows older names', () => {
    expect(names('pun', 'IN', 1)).toEqual(['Pune']);
    expect(names('bangal', 'IN', 3)).toEqual(['Bengaluru']);
    expect(names('zurich', null, 1)).toEqual(['Zürich']);
  });

  test('puts the whole name before longer ones', () => {
    expect(names('bari', null, 1)).toEqual(['Bari']);
    expect(names('barin', null, 1)).toEqual(['Barinas']);
  });

  test('narrows by state, country and limit', () => {
    expect(names('pune, mah')).toEqual(['Pune']);
    expect(geography.search('hyderabad', 'PK')[0]!.country).toBe('PK');
    expect(names('s', null, 4)).toHaveLength(4);
    expect(names('')).toEqual([]);
  });
});
