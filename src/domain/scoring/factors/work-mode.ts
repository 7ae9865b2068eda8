import { kilometres } from '../distance';
import { bounded, ONE } from '../fixed-point';
import type { FactorOf } from '../person';
import type { CandidateFacts, JobFacts, Place, Triple } from '../schema';

type Asked = NonNullable<JobFacts['workMode']>;
type Modes = NonNullable<CandidateFacts['modes']>;

const ONE_DAY_SHORT = 6_000;
const OFFICE_WEEK = 5;

/** Days a week that the job wants someone on site; a hybrid job that names no number wants at least one. */
export function daysAsked({ mode, daysOnSite }: Asked): number {
  if (mode === 'remote') return 0;
  return daysOnSite ?? (mode === 'onsite' ? OFFICE_WEEK : 1);
}

/** Value of the modes alone: all the days 1, one day short .6, else 0; for a remote job, whether remote suits. */
export function modeFit(asked: Asked, modes: Modes): number {
  if (asked.mode === 'remote') return modes.remote ? ONE : 0;
  const short = daysAsked(asked) - modes.maxDaysOnSite;
  if (short <= 0) return ONE;
  return short === 1 && modes.maxDaysOnSite > 0 ? ONE_DAY_SHORT : 0;
}

/** Distance between job and person in whole km; null when either place has no coordinates. */
export function distanceKm(job: Place, person: Place): number | null {
  if (job.cityId !== null && job.cityId === person.cityId) return 0;
  const [{ latitude: a, longitude: b }, { latitude: c, longitude: d }] = [job, person];
  if (a === null || b === null || c === null || d === null) return null;
  return kilometres({ latitude: a, longitude: b }, { latitude: c, longitude: d });
}

/** The smaller radius of the two in km; Infinity when neither sets one. */
export function reach(asked: Asked, modes: Modes | null): number {
  return Math.min(asked.radiusKm ?? Infinity, modes?.radiusKm ?? Infinity);
}

/** Does the place count: for on-site and hybrid jobs that name one. */
export const placeCounts = ({ mode, place }: Asked): boolean => mode !== 'remote' && place !== null;

/** Whether a place that counts is not known, and matters. */
const placeOpen = (asked: Asked, mode: number | null, limit: number, distance: number | null): boolean =>
  placeCounts(asked) && distance === null && (limit !== Infinity || mode === null);

/**
 * The value from its parts: the modes' (null = not known), the reach and the distance in km (null = not known, or it does not
 * count). Within reach the modes', beyond it 0; the least is 0 where the modes are not known, or a place that matters.
 */
export function workModeValue(
  asked: Asked,
  mode: number | null,
  limit: number,
  distance: number | null,
  prior: number,
): Triple {
  const high = distance === null || distance <= limit ? (mode ?? ONE) : 0;
  const open = mode === null || placeOpen(asked, mode, limit, distance);
  return bounded(open ? 0 : high, high, prior);
}

/** Work mode × place. */
export function workModeFactor(asked: Asked, prior: number): FactorOf {
  const byPlace = placeCounts(asked);
  return ({ facts: { modes, place } }) => {
    const mode = modes && modeFit(asked, modes);
    const distance = byPlace && asked.place && place ? distanceKm(asked.place, place) : null;
    const limit = reach(asked, modes);
    const value = workModeValue(asked, mode, limit, distance, prior);
    if (value.high === 0) return { ...value, unknown: [] };
    const open = placeOpen(asked, mode, limit, distance);
    return { ...value, unknown: [...(mode === null ? ['modes'] : []), ...(open ? ['resume'] : [])] };
  };
}
