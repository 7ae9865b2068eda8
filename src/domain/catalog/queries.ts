import type { Context } from '@/domain/kernel/context';
import { loadCatalog } from './load';
import { FACTORS, type Factor } from '@/domain/scoring/schema';
import type { FlexifitQuestions, JobForm, PersonForm } from './questions';
import type { City, RoleSuggestions, SkillChoice } from './schema';

/** The questions a job form is made of, with the options the picker controls need. */
export const jobQuestions = (): JobForm => {
  const { employerQuestions } = loadCatalog();
  const { groups, questions, roles, industries, languages, currencies } = employerQuestions;
  return {
    groups,
    questions,
    industries: industries.map(({ id, name }) => ({ id, name })),
    languages,
    currencies,
    roles: roles.map(({ id, title }) => ({ id, title })),
  };
};

/** What is usual for a role: suggested answers with the reason said to the person, and the skills it mostly needs. */
export const roleSuggestions = (_ctx: Context, input: { roleId: string }): RoleSuggestions => {
  const { roles, skills } = loadCatalog();
  const role = roles.byId.get(input.roleId);
  return {
    reasons: Object.fromEntries(
      Object.entries(role?.prefill ?? {}).map(([id, { reason }]): [string, string] => [id, reason]),
    ),
    skills: (role?.usualSkills ?? []).flatMap((id) => {
      const skill = skills.byId.get(id);
      return skill === undefined ? [] : [{ id, name: skill.name }];
    }),
  };
};

/** The questions a person may answer about how they can work. */
export const flexifitQuestions = (): FlexifitQuestions => loadCatalog().flexifitQuestions;

/** What a person fills in about themselves, applying or in their portal. */
export const personForm = (): PersonForm => {
  const { flexifitQuestions, employerQuestions, weightSets } = loadCatalog();
  const { intro, unsaid, groups, questions } = flexifitQuestions;
  const { languages, currencies } = employerQuestions;
  const { factors } = weightSets.current.set;
  return {
    intro,
    unsaid,
    groups,
    questions,
    languages,
    currencies,
    weights: Object.fromEntries(FACTORS.map((factor) => [factor, factors[factor].weight])) as Record<
      Factor,
      number
    >,
  };
};

/** Skills whose name or alias fits what was typed, best first. */
export const searchSkills = (_ctx: Context, input: { query: string }): SkillChoice[] =>
  loadCatalog()
    .skills.search(input.query, 12)
    .map(({ id, name, category }) => ({ id, name, category }));

/** Names of skills by id; ids that the taxonomy no longer has are left out. */
export const namedSkills = (_ctx: Context, input: { ids: string[] }): SkillChoice[] =>
  input.ids.flatMap((id) => {
    const skill = loadCatalog().skills.byId.get(id);
    return skill === undefined ? [] : [{ id, name: skill.name, category: skill.category }];
  });

/** Cities that begin with or contain what was typed, the largest first. */
export const searchPlaces = (_ctx: Context, input: { query: string; country: string | null }): City[] =>
  loadCatalog().geography.search(input.query, input.country ?? undefined, 10);

/** The skill that was meant by what was typed: the one it names, else the nearest; null when nothing is near. */
export const skillNamed = (_ctx: Context, input: { name: string }) => {
  const { skills } = loadCatalog();
  const skill = skills.normalise(input.name) ?? skills.search(input.name, 1)[0] ?? null;
  return skill && { id: skill.id, name: skill.name, category: skill.category };
};
