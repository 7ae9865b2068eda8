import { compareFacts, type Facts } from '@/domain/candidates/merged-facts';
import { ANSWER_FIELD, type MergeField, type PairView } from '@/domain/candidates/schema/duplicates';
import type { Catalog } from '@/domain/catalog/load';
import { termWords } from '@/domain/scoring/months';
import { answerWords } from './answer-words';

const LABELS: Record<Exclude<MergeField, `${typeof ANSWER_FIELD}${string}`>, string> = {
  name: 'Name',
  email: 'E-mail',
  phone: 'Phone',
  place: 'City',
  experience: 'Work',
  education: 'Education',
};

const joined = (...parts: (string | null)[]): string =>
  parts.filter((part) => part !== null && part !== '').join(', ');

const linesOf = ({ profile, answers }: Facts, field: MergeField, catalog: Catalog): string[] => {
  switch (field) {
    case 'name':
    case 'email':
    case 'phone':
      return profile[field] === null ? [] : [profile[field].value];
    case 'place':
      return profile.place === null ? [] : [joined(profile.place.value.name, profile.place.value.country)];
    case 'experience':
      return profile.experience.map(({ title, company, start, end }) =>
        joined(title, company, start === null && end === null ? null : termWords(start, end)),
      );
    case 'education':
      return profile.education.map(({ degree, school, end }) => joined(degree, school, end));
    default: {
      const id = field.slice(ANSWER_FIELD.length);
      const question = catalog.flexifitQuestions.questions.find((one) => one.id === id);
      return question === undefined || !(id in answers) ? [] : [answerWords(question, answers)];
    }
  }
};

const labelOf = (field: MergeField, catalog: Catalog): string => {
  if (field in LABELS) return LABELS[field as keyof typeof LABELS];
  const id = field.slice(ANSWER_FIELD.length);
  const question = catalog.flexifitQuestions.questions.find((one) => one.id === id);
  return question?.told?.label ?? question?.label ?? id;
};

const listsOf = ({ profile }: Facts, catalog: Catalog): Record<string, string[]> => ({
  Skills: profile.skills.map(({ skillId }) => catalog.skills.byId.get(skillId)?.name ?? skillId).toSorted(),
  Languages: profile.languages.map(({ code, level }) => {
    const name = catalog.employerQuestions.languages.find((language) => language.code === code)?.name ?? code;
    return level === null ? name : `${name} ${level}`;
  }),
  Licences: profile.licences.map(({ name }) => name),
});

/** The facts of two people line by line, in words: what they differ in, whose value goes first, and lists that both add to. */
export const comparedWords = (
  one: Facts,
  other: Facts,
  catalog: Catalog,
): Pick<PairView, 'fields' | 'lists'> => {
  const [mine, theirs] = [listsOf(one, catalog), listsOf(other, catalog)];
  return {
    fields: compareFacts(one, other).map((compared) => ({
      ...compared,
      label: labelOf(compared.field, catalog),
      one: linesOf(one, compared.field, catalog),
      other: linesOf(other, compared.field, catalog),
    })),
    lists: Object.keys(mine)
      .map((label) => ({ label, one: mine[label] ?? [], other: theirs[label] ?? [] }))
      .filter((list) => list.one.length > 0 || list.other.length > 0),
  };
};
