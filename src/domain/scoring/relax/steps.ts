import type { Names } from '../names';
import type { JobFacts } from '../schema';
import { domainSteps, languageSteps, licenceSteps, noticeSteps, paySteps, setupSteps } from './other-steps';
import { placeSteps } from './place-steps';
import { skillSteps } from './skill-steps';
import type { RelaxStep, StepsOf } from './step';
import { coreSteps, hourSteps, startSteps, yearSteps } from './time-steps';

const ALL: readonly StepsOf[] = [
  skillSteps,
  yearSteps,
  hourSteps,
  coreSteps,
  placeSteps,
  paySteps,
  startSteps,
  languageSteps,
  licenceSteps,
  domainSteps,
  noticeSteps,
  setupSteps,
];

/** Every way to loosen one requirement of a job by one step, in the order of the job form. */
export function relaxSteps(job: JobFacts, names: Names): RelaxStep[] {
  return ALL.flatMap((steps) => steps(job, names));
}
