import type { JobFacts } from '../schema';
import type { RelaxStep, StepsOf } from './step';

type Asked = JobFacts['requiredSkills'][number];

const replaced = (job: JobFacts, place: number, skill: Asked): JobFacts => ({
  ...job,
  requiredSkills: job.requiredSkills.map((asked, index) => (index === place ? skill : asked)),
});

/** The skill among the nice-to-haves, where it may stand already. */
const asNice = (job: JobFacts, place: number, { skillId, level }: Asked): JobFacts => ({
  ...job,
  requiredSkills: job.requiredSkills.filter((_, index) => index !== place),
  preferredSkills: job.preferredSkills.some((nice) => nice.skillId === skillId)
    ? job.preferredSkills
    : [...job.preferredSkills, { skillId, level }],
});

/** Each must-have skill: no knock-out, a level lower, nice to have instead. */
export const skillSteps: StepsOf = (job, names) =>
  job.requiredSkills.flatMap((asked, place) => {
    const { skillId, level, knockOut } = asked;
    const id = `skill:${skillId}`;
    const name = names.skill(skillId);
    const now = `level ${level}${knockOut ? ', knock-out' : ''}`;
    const steps: RelaxStep[] = [];
    if (knockOut) {
      const looser = replaced(job, place, { ...asked, knockOut: false });
      steps.push({ id: `${id}:knock-out`, text: `${name}, not a knock-out`, now, job: looser });
    }
    if (level > 1) {
      const looser = replaced(job, place, { ...asked, level: level - 1 });
      steps.push({ id: `${id}:level`, text: `${name} at level ${level - 1}`, now, job: looser });
    }
    const text = `${name} as nice to have`;
    return [...steps, { id: `${id}:nice`, text, now: `must-have, ${now}`, job: asNice(job, place, asked) }];
  });
