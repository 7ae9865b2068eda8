import { readdirSync, readFileSync } from 'node:fs';
import { demoJobSchema, personSchema, type DemoJob, type Layout, type Person } from './schema';

const root = new URL('./', import.meta.url);
const readJson = (path: string): unknown => JSON.parse(readFileSync(new URL(path, root), 'utf8'));

/** The invented people in order of their slug. Throws a ZodError when a file breaks the schema. */
export function loadPeople(): Person[] {
  return readdirSync(new URL('people/', root))
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file) => personSchema.parse(readJson(`people/${file}`)));
}

/** The jobs of the demo employer, in the order in which they are posted. */
export function loadJobs(): DemoJob[] {
  return demoJobSchema.array().parse(readJson('jobs.json'));
}

const EXTENSIONS: Record<Layout, 'pdf' | 'docx' | 'txt'> = {
  'single-column': 'pdf',
  'sidebar-left': 'pdf',
  'sidebar-right': 'pdf',
  'two-column': 'pdf',
  'ruled-table-pdf': 'pdf',
  'ruled-table-docx': 'docx',
  'word-classic': 'docx',
  'word-table': 'docx',
  latex: 'pdf',
  'plain-text': 'txt',
  'indian-pdf': 'pdf',
  'indian-docx': 'docx',
};

/** Name of a person's rendered résumé under `demo/resumes/`. */
export function resumeFile(person: Pick<Person, 'slug' | 'layout'>): string {
  return `${person.slug}.${EXTENSIONS[person.layout]}`;
}
