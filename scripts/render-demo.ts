/**
 * Renders `demo/people/*.json` to `demo/resumes/`. The result is committed, so this runs only when a person changes.
 * The PDF layouts embed open fonts that the product itself does not need; put them beside the project first:
 *   npm install --prefix .local/fonts computer-modern@0.1.3 @fontsource/lato@5.3.0 @fontsource/carlito@5.3.0 @fontsource/tinos@5.3.0
 * Usage: npx tsx scripts/render-demo.ts [--fonts FOLDER/node_modules] [--out FOLDER]
 */
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { loadPeople, resumeFile } from '../demo/load';
import { renderResume } from '../demo/render/render';

const { values } = parseArgs({
  options: {
    fonts: { type: 'string', default: '.local/fonts/node_modules' },
    out: { type: 'string', default: 'demo/resumes' },
  },
});
if (!existsSync(values.fonts)) {
  console.error(`No fonts in ${values.fonts}; the head of scripts/render-demo.ts says how to fetch them.`);
  process.exit(1);
}

mkdirSync(values.out, { recursive: true });
const people = loadPeople();
const wanted = new Set(people.map(resumeFile));
for (const file of readdirSync(values.out)) if (!wanted.has(file)) rmSync(join(values.out, file));
let bytes = 0;
for (const person of people) {
  const content = await renderResume(person, values.fonts);
  bytes += content.length;
  writeFileSync(join(values.out, resumeFile(person)), content);
}
console.log(`${people.length} résumés, ${(bytes / 1024 / 1024).toFixed(2)} MB in ${values.out}`);
