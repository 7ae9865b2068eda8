import { skillEvidence } from '../evidence';
import { cefrRank } from '../factors/language';
import { CEFR_LEVELS, type CandidateFacts, type JobFacts } from '../schema';
import { changed, type Change, type Changes } from './change';

export const skillChanges: Changes = ({ required, preferred, asOf }, person, names) => {
  const { facts } = person;
  const list = facts.skills;
  if (!list) return [];
  const lastUsed = asOf.slice(0, 7);
  const tables = [
    ['required_skills', required],
    ['preferred_skills', preferred],
  ] as const;
  return tables.flatMap(([factor, table]) =>
    (table ? skillEvidence(table, person) : []).flatMap((shown): Change[] => {
      const { skillId, levelAsked, skill, level, source, match } = shown;
      const fact = `skill:${skillId}`;
      const name = names.skill(skillId);
      const own = skill === null ? undefined : list[skill];
      const replaced = (change: Partial<typeof own>): Partial<CandidateFacts> => ({
        skills: list.map((held, i) => (i === skill ? { ...held, ...change } : held)),
      });
      if (!own || match === 'related') {
        const added = { skillId, source: 'job' as const, level: levelAsked, lastUsed, months: null };
        const text = `${name} at level ${levelAsked}`;
        return [
          changed(
            facts,
            { skills: [...list, added] },
            { factor, kind: own ? 'step' : 'missing', fact, text },
          ),
        ];
      }
      const steps: Change[] = [];
      if (level === null) {
        const text = `${name} at level ${levelAsked}`;
        steps.push(changed(facts, replaced({ level: levelAsked }), { factor, kind: 'unknown', fact, text }));
      } else if (level < levelAsked) {
        const text = `${name} at level ${level + 1}`;
        steps.push(changed(facts, replaced({ level: level + 1 }), { factor, kind: 'step', fact, text }));
      }
      if (source === 'listed') {
        const text = `${name} shown in a job`;
        steps.push(changed(facts, replaced({ source: 'job' }), { factor, kind: 'step', fact, text }));
      }
      if (own.lastUsed === null || own.lastUsed < lastUsed) {
        const text = `${name} in use today`;
        const kind = own.lastUsed === null ? 'unknown' : 'step';
        steps.push(changed(facts, replaced({ lastUsed }), { factor, kind, fact, text }));
      }
      return steps;
    }),
  );
};

export const resumeChanges: Changes = ({ job, asOf }, { facts }) => {
  if (facts.skills && facts.work) return [];
  const lastUsed = asOf.slice(0, 7);
  const skills = [...job.requiredSkills, ...job.preferredSkills].map(({ skillId, level }) => ({
    skillId,
    source: 'job' as const,
    level,
    lastUsed,
    months: null,
  }));
  const { title, roleId, domains } = job;
  const work = [{ title, roleId, domains, start: '1950-01', end: 'present' as const }];
  const best = {
    skills: facts.skills ?? skills,
    work: facts.work ?? work,
    place: facts.place ?? job.workMode?.place ?? null,
  };
  return [
    changed(facts, best, { factor: 'required_skills', kind: 'unknown', fact: 'resume', text: 'A résumé' }),
  ];
};

export const languageChanges: Changes = ({ job }, { facts }, names) => {
  const factor = 'language';
  const fact = 'languages';
  const spoken = facts.languages;
  if (!spoken) {
    const text = 'The languages asked for';
    if (job.languages.length === 0) return [];
    return [changed(facts, { languages: job.languages }, { factor, kind: 'unknown', fact, text })];
  }
  return job.languages.flatMap(({ code, level: asked }: JobFacts['languages'][number]): Change[] => {
    const name = names.language?.(code) ?? code;
    const held = spoken.filter((each) => each.code === code);
    const ranks = held.map(({ level }) => (level === null ? 0 : cefrRank(level)));
    const best = Math.max(0, ...ranks);
    if (held.length === 0 || best >= cefrRank(asked)) return [];
    const step = best === 0 ? asked : (CEFR_LEVELS[best] ?? asked);
    const kind = best === 0 ? 'unknown' : 'step';
    const better = { languages: [...spoken, { code, level: step }] };
    return [changed(facts, better, { factor, kind, fact, text: `${name} at ${step}` })];
  });
};
