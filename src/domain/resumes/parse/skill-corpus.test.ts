import { expect, it } from 'vitest';
import { compareSkills, skillScore } from './skill-corpus';

it('reads the skills that the résumés of the corpus list', async () => {
  const { precision, recall, f1 } = skillScore(await compareSkills('seen'));
  expect(precision).toBeGreaterThan(0.95);
  expect(recall).toBeGreaterThan(0.94);
  expect(f1).toBeGreaterThan(0.95);
});
