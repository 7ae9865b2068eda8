import { bounded, share, times } from '../fixed-point';
import { unknownValue, type FactorOf } from '../person';
import type { CandidateFacts, JobFacts } from '../schema';

type Asked = NonNullable<JobFacts['hours']>;
type Offered = NonNullable<CandidateFacts['hours']>;

const hundredths = (hours: number): number => Math.round(hours * 100);

function fit(asked: Asked, offered: Offered, otherHours: number): number {
  const enough = share(hundredths(Math.max(0, offered.max - otherHours)), hundredths(asked.min));
  return times(enough, share(hundredths(asked.max), hundredths(offered.min)));
}

/**
 * min(1, candidate's max ÷ job's min) × min(1, job's max ÷ candidate's min). Other paid work comes off the candidate's max,
 * unless the hours told already leave it out; when that is not told it may take anything from none to all.
 */
export function hoursFactor(asked: Asked, prior: number): FactorOf {
  return ({ facts: { hours, otherWork } }) => {
    if (!hours) return unknownValue(prior, 'hours', ...(otherWork ? [] : ['other_work']));
    if (!otherWork) {
      const high = fit(asked, hours, 0);
      return { ...bounded(0, high, prior), unknown: high > 0 ? ['other_work'] : [] };
    }
    const value = fit(asked, hours, otherWork.alreadyExcluded ? 0 : otherWork.hoursPerWeek);
    return { low: value, expected: value, high: value, unknown: [] };
  };
}
