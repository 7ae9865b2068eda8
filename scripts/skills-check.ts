import { readFileSync } from 'node:fs';
import { ConfigError } from '@/domain/catalog/config-error';
import { readSkillRows } from '@/domain/catalog/csv';
import { checkSkills } from '@/domain/catalog/skill-check';

const FILE = 'config/skills.csv';

const list = (label: string, lines: readonly string[]): void => {
  console.log(`${label}: ${lines.length}`);
  for (const line of lines) console.log(`  ${line}`);
};

try {
  const skills = readSkillRows(readFileSync(FILE, 'utf8'), FILE).map(({ skill }) => skill);
  const report = checkSkills(skills);
  console.log(`${report.total} skills, ${report.aliases} aliases, ${report.categories.length} categories`);
  for (const [category, count] of report.categories) console.log(`${String(count).padStart(6)}  ${category}`);
  console.log(`without parent, child or neighbour: ${report.orphans.length} (${report.orphans.join(', ')})`);
  list('collisions', report.collisions);
  list('unknown ids', report.unknown);
  list('cycles', report.cycles);
  if (report.collisions.length + report.unknown.length + report.cycles.length > 0) process.exitCode = 1;
} catch (error) {
  if (!(error instanceof ConfigError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
