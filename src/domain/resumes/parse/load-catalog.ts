import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readSkillRows } from '@/domain/catalog/csv';
import { buildGeography, citiesFileSchema } from '@/domain/catalog/geography';
import { buildSkillIndex } from '@/domain/catalog/skills';
import type { ParseCatalog } from './catalog';

/** The two parts of the catalog that parsing needs, from a `config/` directory; the rest is left unread to stay small. */
export function loadParseCatalog(directory: string): ParseCatalog {
  const read = (name: string) => readFileSync(join(directory, name), 'utf8');
  const skills = buildSkillIndex(
    readSkillRows(read('skills.csv'), 'config/skills.csv').map(({ skill }) => skill),
  );
  const geography = buildGeography(citiesFileSchema.parse(JSON.parse(read('country_cities.json'))));
  return {
    findSkills: skills.findInText,
    normaliseSkill: (surface) => skills.normalise(surface)?.id ?? null,
    resolvePlace: geography.resolve,
  };
}
