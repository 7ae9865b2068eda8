import { CsvError, parse } from 'csv-parse/sync';
import { z } from 'zod';
import { en } from 'zod/locales';
import { ConfigError, type ConfigIssue } from './config-error';
import { skillSchema, type Skill } from './schema';

const COLUMNS = ['id', 'name', 'category', 'aliases', 'broader', 'related'] as const;

const recordsSchema = z.array(
  z.object({ info: z.object({ lines: z.number() }), record: z.array(z.string()) }),
);

const list = (cell: string): string[] =>
  cell
    .split('|')
    .map((item) => item.trim())
    .filter((item) => item !== '');

/** A skill with the 1-based line of the file that it stands on. */
export interface SkillRow {
  skill: Skill;
  line: number;
}

const readRecords = (text: string, file: string): { cells: string[]; line: number }[] => {
  try {
    const records = recordsSchema.parse(
      parse(text, { bom: true, info: true, relax_column_count: true, skip_empty_lines: true, trim: true }),
    );
    return records.map(({ info, record }) => ({ cells: record, line: info.lines }));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = typeof error['lines'] === 'number' ? error['lines'] : 1;
    throw new ConfigError([{ file, line, field: 'row', message: error.message }]);
  }
};

/**
 * Reads `skills.csv` (`id,name,category,aliases,broader,related`; lists divided by `|`).
 * Throws ConfigError naming line and column for a bad header, cell, repeated id or a neighbour that is not in the file.
 */
export function readSkillRows(text: string, file: string): SkillRow[] {
  const [header, ...records] = readRecords(text, file);
  const wrong = COLUMNS.find((column, index) => header?.cells[index] !== column);
  if (wrong !== undefined || header?.cells.length !== COLUMNS.length) {
    const message = `The first row must be ${COLUMNS.join(',')}.`;
    throw new ConfigError([{ file, line: 1, field: wrong ?? 'header', message }]);
  }
  const issues: ConfigIssue[] = [];
  const rows: SkillRow[] = [];
  const lineOfId = new Map<string, number>();
  for (const { cells, line } of records) {
    const [id = '', name = '', category = '', aliases = '', broader = '', related = ''] = cells;
    const parsed = skillSchema.safeParse(
      {
        id,
        name,
        category,
        aliases: list(aliases),
        broader: broader === '' ? null : broader,
        related: list(related),
      },
      { error: en().localeError },
    );
    const report = (field: string, message: string): void => void issues.push({ file, line, field, message });
    if (cells.length !== COLUMNS.length) {
      report('row', `Has ${cells.length} cells instead of ${COLUMNS.length}.`);
    } else if (!parsed.success) {
      for (const issue of parsed.error.issues) report(issue.path.join('.'), issue.message);
    } else if (lineOfId.has(id)) {
      report('id', `“${id}” stands on line ${lineOfId.get(id)} already.`);
    } else {
      lineOfId.set(id, line);
      rows.push({ skill: parsed.data, line });
    }
  }
  for (const { skill, line } of rows) {
    const report = (field: string, message: string): void => void issues.push({ file, line, field, message });
    if (skill.broader !== null && !lineOfId.has(skill.broader))
      report('broader', `No skill “${skill.broader}”.`);
    if (skill.broader === skill.id) report('broader', 'A skill is not broader than itself.');
    for (const other of skill.related) if (!lineOfId.has(other)) report('related', `No skill “${other}”.`);
  }
  if (issues.length > 0) throw new ConfigError(issues);
  return rows;
}
