import { daysAsked, placeCounts } from '../factors/work-mode';
import { counted } from '../months';
import type { RelaxStep, StepsOf } from './step';

const FARTHER_KM = 10;

/** Work mode: one day fewer on site, remote, ten kilometres farther. */
export const placeSteps: StepsOf = (job) => {
  const { workMode: asked } = job;
  if (!asked || asked.mode === 'remote') return [];
  const days = daysAsked(asked);
  const now = asked.mode === 'onsite' ? 'on site' : `hybrid, ${counted(days, 'day')}`;
  const steps: RelaxStep[] = [];
  if (days > 1) {
    const workMode = { ...asked, mode: 'hybrid' as const, daysOnSite: days - 1 };
    steps.push({
      id: 'mode:days',
      text: `Hybrid, ${counted(days - 1, 'day')} a week`,
      now,
      job: { ...job, workMode },
    });
  }
  const remote = { mode: 'remote' as const, daysOnSite: null, place: null, radiusKm: null };
  steps.push({ id: 'mode:remote', text: 'Remote', now, job: { ...job, workMode: remote } });
  if (placeCounts(asked) && asked.radiusKm !== null) {
    const radiusKm = asked.radiusKm + FARTHER_KM;
    steps.push({
      id: 'mode:radius',
      text: `Within ${radiusKm} km`,
      now: `${asked.radiusKm} km`,
      job: { ...job, workMode: { ...asked, radiusKm } },
    });
  }
  return steps;
};
