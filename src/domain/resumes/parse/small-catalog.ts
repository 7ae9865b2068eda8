import type { Place } from '@/domain/scoring/schema';
import type { ParseCatalog } from './catalog';

const SKILLS = [
  'Python',
  'SQL',
  'Docker',
  'Kafka',
  'Tally',
  'GST',
  'Payroll',
  'Excel',
  'CI/CD',
  'Node.js',
  'Copy editing',
  'Leadership',
];
const CITIES: Readonly<Record<string, string>> = {
  pune: 'IN',
  chennai: 'IN',
  mumbai: 'IN',
  lisbon: 'PT',
  austin: 'US',
};
const REGIONS: Readonly<Record<string, string>> = {
  maharashtra: 'IN',
  india: 'IN',
  'tamil nadu': 'IN',
  portugal: 'PT',
  tx: 'US',
};

const skillId = (name: string) => name.toLowerCase().replace(/[^a-z0-9]+/g, '-');

/** A dozen skills and five cities: what the parser's tests know of the world. */
export const SMALL_CATALOG: ParseCatalog = {
  findSkills: (text) =>
    SKILLS.flatMap((name) => {
      const start = text.toLowerCase().indexOf(name.toLowerCase());
      return start < 0 ? [] : [{ skillId: skillId(name), start, end: start + name.length }];
    }).sort((a, b) => a.start - b.start),
  normaliseSkill: (surface) => {
    const asked = surface
      .trim()
      .toLowerCase()
      .replace(/^basic /, '');
    const name = SKILLS.find((known) => known.toLowerCase() === asked);
    return name === undefined ? null : skillId(name);
  },
  resolvePlace: (text) => {
    const parts = text
      .toLowerCase()
      .split(/[,\d-]+/)
      .map((part) => part.trim());
    const city = parts.find((part) => part in CITIES);
    const region = parts.find((part) => part in REGIONS);
    const country = (city && CITIES[city]) ?? (region && REGIONS[region]);
    if (country === undefined || country === '') return null;
    const name = city ? city.charAt(0).toUpperCase() + city.slice(1) : (region ?? '');
    const place: Place = { cityId: city ?? null, name, country, latitude: null, longitude: null };
    return place;
  },
};
