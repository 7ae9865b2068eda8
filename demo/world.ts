import type { CandidateProfile, FlexifitAnswers } from '@/domain/candidates/schema';
import { loadCatalog, type Catalog } from '@/domain/catalog/load';
import type { Role } from '@/domain/catalog/schema';
import type { JobAnswers } from '@/domain/jobs/schema';
import type { Place } from '@/domain/scoring/schema';
import { makeAnswers } from './world/answers';
import { companyName } from './world/companies';
import { makeJob } from './world/job';
import { nameOf } from './world/names';
import { homeCities, type HomeCity } from './world/places';
import { makeProfile } from './world/profile';
import { randomFor, type Random } from './world/random';
import { frequencyOf, type Sources } from './world/sources';

export interface WorldSize {
  seed: number;
  employers: number;
  candidates: number;
  jobs: number;
}

export interface WorldEmployer {
  name: string;
  city: string;
  timeZone: string;
  users: { name: string; email: string; role: 'owner' | 'recruiter' | 'viewer' }[];
}

export interface WorldCandidate {
  name: string;
  email: string;
  phone: string;
  place: Place;
  profile: CandidateProfile;
  answers: FlexifitAnswers;
}

export interface World {
  employers: WorldEmployer[];
  jobs: { employer: number; answers: JobAnswers }[];
  /** Made one by one as they are asked for, and made again alike by a second pass. */
  candidates: Iterable<WorldCandidate>;
}

function sourcesOf(catalog: Catalog): Sources {
  const { roles, industries } = catalog.employerQuestions;
  const usable = roles.filter(({ usualSkills }) => usualSkills.length >= 3);
  return {
    roles: usable,
    rolesByFamily: Map.groupBy(usable, ({ family }) => family),
    skillsById: catalog.skills.byId,
    related: catalog.skills.related,
    industries: industries.map(({ id }) => id),
    homes: homeCities(catalog.geography),
  };
}

/** A few roles are common and many are rare, as on a board: the n-th in a seeded order weighs 1 ÷ √n of its family's. */
function weighRoles(seed: number, roles: readonly Role[]): (readonly [Role, number])[] {
  return randomFor(seed, 'roles')
    .some(roles, roles.length)
    .map((role, i) => [role, frequencyOf(role.family) / Math.sqrt(i + 1)] as const);
}

const mailName = (name: string): string => name.toLowerCase().replaceAll(/[^a-z]+/g, '.');

const INDIAN_MOBILE = ['9', '8', '7'] as const;
function phoneOf(random: Random, country: string): string {
  const digits = (count: number): string => Array.from({ length: count }, () => random.int(0, 9)).join('');
  // Abroad the number is of the range that North America keeps for fiction.
  return country === 'IN' ? `+91${random.pick(INDIAN_MOBILE)}${digits(9)}` : `+120255501${digits(2)}`;
}

/**
 * A large invented world for load and demonstration: the same size and seed give the same bytes on every machine.
 * Pure; throws when the city table lacks one of the home cities.
 */
export function makeWorld(size: WorldSize, catalog: Catalog = loadCatalog()): World {
  const { seed } = size;
  const sources = sourcesOf(catalog);
  const roles = weighRoles(seed, sources.roles);
  const homeFor = (random: Random): HomeCity =>
    random.weighted(sources.homes.map((home) => [home, home.weight] as const));

  const places: HomeCity[] = [];
  const employers = Array.from({ length: size.employers }, (_, index): WorldEmployer => {
    const random = randomFor(seed, 'employer', index);
    const home = homeFor(random);
    places.push(home);
    const domain = `e${index}.example`;
    const user = (role: WorldEmployer['users'][number]['role']) => {
      const name = nameOf(random, random.pick(home.names));
      return { name, email: `${mailName(name)}.${role}@${domain}`, role };
    };
    return {
      name: companyName(index),
      city: home.city.name,
      timeZone: home.city.timeZone,
      users: [user('owner'), user('recruiter'), ...(random.chance(0.4) ? [user('viewer')] : [])],
    };
  });

  const jobs = Array.from({ length: size.jobs }, (_, index) => {
    const random = randomFor(seed, 'job', index);
    // A third of the employers post most of the jobs; each of the first ones posts at least one.
    const employer =
      index < size.employers ? index : Math.floor(random.next() ** 2 * Math.max(1, size.employers));
    const home = places[employer] ?? homeFor(random);
    const name = employers[employer]?.name ?? '';
    return { employer, answers: makeJob(random, random.weighted(roles), name, home, sources) };
  });

  function* candidates(): Generator<WorldCandidate> {
    for (let index = 0; index < size.candidates; index++) {
      const random = randomFor(seed, 'candidate', index);
      const home = homeFor(random);
      const role = random.weighted(roles);
      const name = nameOf(random, random.pick(home.names));
      const { cityId, country, latitude, longitude } = home.city;
      const identity = {
        name,
        email: `${mailName(name)}.${index}@example.com`,
        phone: phoneOf(random, country),
      };
      const { profile, years } = makeProfile(random, role, home, identity, sources);
      yield {
        ...identity,
        place: { cityId, name: home.city.name, country, latitude, longitude },
        profile,
        answers: makeAnswers(random, home, role.family, years),
      };
    }
  }
  return { employers, jobs, candidates: { [Symbol.iterator]: candidates } };
}
