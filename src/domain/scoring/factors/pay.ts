import { known, ONE, share } from '../fixed-point';
import { unknownValue, type FactorOf } from '../person';
import type { CandidateFacts, JobFacts } from '../schema';

type Asked = NonNullable<JobFacts['pay']>;
type Least = NonNullable<CandidateFacts['leastPay']>;

/** Weeks in a month, as a fraction: 52 ÷ 12. */
const WEEKS = 13;
const MONTHS = 3;

/**
 * Both amounts over the same period, scaled to whole numbers: an hourly and a monthly amount meet through the most hours a
 * week of the job. Null when the currencies differ, or a project's price meets a rate: no conversion was stated.
 */
export function comparablePay(
  offered: Asked,
  least: Least,
  hours: JobFacts['hours'],
): { most: number; least: number } | null {
  if (offered.currency !== least.currency) return null;
  if (offered.per === least.per) return { most: offered.maxMinor, least: least.amountMinor };
  if (offered.per === 'project' || least.per === 'project' || !hours) return null;
  return {
    most: monthly(offered.maxMinor, offered.per, hours.max),
    least: monthly(least.amountMinor, least.per, hours.max),
  };
}

const monthly = (amount: number, per: 'hour' | 'month', hours: number): number =>
  per === 'hour' ? Math.round(amount * hours * WEEKS) : amount * MONTHS;

/** 1 when the least pay is within the most offered, linear to 0 at a quarter above it. */
function payFit(most: number, least: number): number {
  if (least <= most) return ONE;
  return share(5 * most - 4 * least, most);
}

/** Pay. A least pay in another currency, or one that cannot be brought to the same period, stays unknown. */
export function payFactor(offered: Asked, hours: JobFacts['hours'], prior: number): FactorOf {
  return ({ facts: { leastPay } }) => {
    const pay = leastPay && comparablePay(offered, leastPay, hours);
    return pay ? { ...known(payFit(pay.most, pay.least)), unknown: [] } : unknownValue(prior, 'least_pay');
  };
}
