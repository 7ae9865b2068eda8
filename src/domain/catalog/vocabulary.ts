import { en } from 'zod/locales';
import { jobAnswersShape } from '@/domain/jobs/schema';
import type { EmployerQuestions } from './questions';

interface VocabularyIssue {
  path: (string | number)[];
  message: string;
}

const twice = (list: readonly { id?: string; code?: string }[], name: string): VocabularyIssue[] => {
  const seen = new Set<string>();
  return list.flatMap(({ id, code }, index) => {
    const key = id ?? code ?? '';
    if (seen.has(key))
      return [{ path: [name, index, id === undefined ? 'code' : 'id'], message: `“${key}” comes twice.` }];
    seen.add(key);
    return [];
  });
};

/** Skill ids named by an answer (must-have and nice-to-have alike). */
const skillsIn = (value: unknown): string[] =>
  Array.isArray(value)
    ? value.flatMap((item: unknown) =>
        typeof item === 'object' && item !== null && 'skillId' in item ? [String(item.skillId)] : [],
      )
    : [];

/**
 * What is wrong between the vocabularies of `employer_question.json`: repeated ids, families and skills that do not exist,
 * suggested answers that the form would refuse.
 */
export function vocabularyIssues(
  file: Pick<EmployerQuestions, 'families' | 'roles' | 'industries' | 'languages' | 'currencies'>,
  skillIds: { has: (id: string) => boolean },
): VocabularyIssue[] {
  const families = new Set(file.families.map(({ id }) => id));
  const industries = new Set(file.industries.map(({ id }) => id));
  const issues = (['families', 'roles', 'industries', 'languages', 'currencies'] as const).flatMap((name) =>
    twice(file[name], name),
  );
  const report = (path: (string | number)[], message: string): void => void issues.push({ path, message });
  file.families.forEach(({ id, neighbours }, index) => {
    for (const other of Object.keys(neighbours)) {
      const path = ['families', index, 'neighbours', other];
      if (!families.has(other)) report(path, `No family “${other}”.`);
      if (other === id) report(path, 'A family is not its own neighbour.');
    }
  });
  file.roles.forEach((role, index) => {
    if (!families.has(role.family)) report(['roles', index, 'family'], `No family “${role.family}”.`);
    role.usualSkills.forEach((id, at) => {
      if (!skillIds.has(id)) report(['roles', index, 'usualSkills', at], `No skill “${id}”.`);
    });
    for (const [question, { value }] of Object.entries(role.prefill)) {
      const path = ['roles', index, 'prefill', question];
      const schema = Object.hasOwn(jobAnswersShape, question)
        ? jobAnswersShape[question as keyof typeof jobAnswersShape]
        : null;
      const wrong = schema?.safeParse(value, { error: en().localeError }).error?.issues[0];
      if (schema === null) report(path, `No question “${question}”.`);
      if (wrong) report([...path, 'value', ...wrong.path.map(String)], wrong.message);
      for (const id of skillsIn(value))
        if (!skillIds.has(id)) report([...path, 'value'], `No skill “${id}”.`);
      if (question === 'domains' && Array.isArray(value)) {
        for (const id of value.map(String))
          if (!industries.has(id)) report([...path, 'value'], `No industry “${id}”.`);
      }
    }
  });
  return issues;
}
