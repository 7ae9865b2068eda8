import { describe, expect, it } from 'vitest';
import { loadCatalog } from './load';

const { occupationOf, roles, employerQuestions } = loadCatalog();

describe('the kind of work a text speaks of', () => {
  it.each([
    [
      'culinary',
      'Season and cook meats, fish and vegetables, bake breads and keep the kitchen clean for inspection.',
    ],
    ['aviation', 'Examine landing gear and engines of the aircraft in the hangar before each flight.'],
    ['legal', 'Prepare pleadings, research case law and stand before the judge for clients at trial.'],
    ['agriculture', 'Plant, irrigate and harvest the crops, and keep soil records for the farm.'],
    ['banking', 'Cash cheques, balance the drawer, take deposits and process loan files of the branch.'],
  ])('%s is told by its words', (family, text) => {
    const read = occupationOf(text);
    expect(read?.familyId).toBe(family);
    expect(roles.byId.get(read?.roleId ?? '')?.family).toBe(family);
  });

  it.each(['', 'We are a friendly team and care about people.', 'x '.repeat(50_000), '\u0000\uFFFF<script>'])(
    'nothing is told by text %#',
    (text) => {
      expect(occupationOf(text)).toBeNull();
    },
  );

  it('a family is known by its own words, or by those of one near it', () => {
    for (const { id, about, neighbours } of employerQuestions.families) {
      const read = occupationOf(about);
      if (!read || read.familyId === id) continue;
      const other = employerQuestions.families.find((family) => family.id === read.familyId);
      expect([read.familyId, id]).toSatisfy(
        () => (neighbours[read.familyId] ?? other?.neighbours[id] ?? 0) > 0,
      );
    }
  });
});
