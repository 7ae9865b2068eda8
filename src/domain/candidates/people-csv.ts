import type { Catalog } from '@/domain/catalog/load';
import type { ImportIssue } from '@/domain/resumes/schema';
import { ANSWER_COLUMNS, readAnswers } from './answers-csv';
import { csvOf, type TableRow } from './csv-table';
import { applyEdits, editableOf } from './edits';
import type { CandidateProfile, FlexifitAnswers } from './schema';
import { editableProfileSchema } from './schema/editable';

/** The columns of a file of people, each with an example; those of the questionnaire may follow. */
const PERSON_COLUMNS = {
  email: 'meera@example.com',
  name: 'Meera Joshi',
  phone: '+91 98765 43210',
  city: 'Pune',
  country: 'IN',
  title: 'Accountant',
  company: 'Nandi Stationers',
  since: '2019-04',
  skills: 'Tally|GST|Excel',
} as const;

export const PEOPLE_COLUMNS: readonly string[] = [
  ...Object.keys(PERSON_COLUMNS),
  ...Object.keys(ANSWER_COLUMNS).filter((column) => !(column in PERSON_COLUMNS)),
];

/** What a report of refused rows adds; a corrected report is imported as it is, and these are not read. */
export const REPORT_COLUMNS = ['line', 'what to do'] as const;

type Read =
  | { ok: true; email: string; profile: CandidateProfile; answers: FlexifitAnswers }
  | { ok: false; issues: ImportIssue[] };

/** Which column an issue of the editable profile belongs to. */
const columnOf = (path: readonly PropertyKey[]): string => {
  const [field, , part] = path;
  if (field === 'experience') return part === 'company' ? 'company' : part === 'start' ? 'since' : 'title';
  return String(field);
};

/**
 * A person from a row of a file: contact, place, present job, skills by name, and answers. `asOf` (`YYYY-MM`) is up to when
 * the present job counts. Every cell that cannot be right is an issue at its column; such a row gives nobody.
 */
export const personFromRow = (
  row: TableRow,
  catalog: Pick<Catalog, 'roles' | 'skills' | 'geography'>,
  asOf: string,
): Read => {
  const { cells } = row;
  const issues: ImportIssue[] = [];
  const skills = (cells['skills'] ?? '')
    .split('|')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  const known = skills.map((name) => ({ name, skill: catalog.skills.normalise(name) }));
  for (const { name, skill } of known) {
    if (skill === null)
      issues.push({
        column: 'skills',
        message: `“${name}” is no skill that we know. Write it another way, or leave it out.`,
      });
  }
  const country = cells['country']?.toUpperCase() ?? null;
  const city =
    cells['city'] === undefined ? null : (catalog.geography.search(cells['city'], country, 1)[0] ?? null);
  if (cells['city'] !== undefined && city === null) {
    issues.push({ column: 'city', message: 'We do not know this city. Check its spelling and the country.' });
  }
  const works = cells['title'] !== undefined || cells['company'] !== undefined;
  const form = editableProfileSchema.safeParse({
    ...editableOf(null),
    name: cells['name'] ?? '',
    email: cells['email'] ?? '',
    phone: cells['phone'] ?? null,
    place: city === null ? null : catalog.geography.placeOf(city),
    skills: known.flatMap(({ skill }) =>
      skill === null ? [] : [{ from: null, skillId: skill.id, level: null }],
    ),
    experience: works
      ? [
          {
            from: null,
            title: cells['title'] ?? null,
            company: cells['company'] ?? null,
            start: cells['since'] ?? null,
            end: cells['since'] === undefined ? null : 'present',
          },
        ]
      : [],
  });
  for (const { path, message } of form.error?.issues ?? []) issues.push({ column: columnOf(path), message });
  const { answers, issues: wrong } = readAnswers(row);
  issues.push(...wrong.map(({ column, message }) => ({ column, message })));
  if (!form.success || issues.length > 0) return { ok: false, issues };
  const edited = applyEdits(null, form.data, catalog, asOf);
  const imported = { provenance: 'imported' as const };
  const profile: CandidateProfile = {
    ...edited,
    name: edited.name && { ...edited.name, ...imported },
    email: edited.email && { ...edited.email, ...imported },
    phone: edited.phone && { ...edited.phone, ...imported },
    place: edited.place && { ...edited.place, ...imported },
    skills: edited.skills.map((skill) => ({ ...skill, ...imported })),
    experience: edited.experience.map((entry) => ({ ...entry, ...imported })),
    edited: [],
  };
  return { ok: true, email: form.data.email.toLowerCase(), profile, answers };
};

/** An example file of people: the header and one row. */
export const peopleTemplate = (): string =>
  csvOf(PEOPLE_COLUMNS, [
    PEOPLE_COLUMNS.map(
      (column) => ({ ...ANSWER_COLUMNS, ...PERSON_COLUMNS })[column as keyof typeof PERSON_COLUMNS],
    ),
  ]);
