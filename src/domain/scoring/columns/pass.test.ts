import { describe, expect, it } from 'vitest';
import { AS_OF, SMALL_TAXONOMY, weightsWith } from '../arbitraries';
import { compileJob } from '../compile';
import { NOTHING_KNOWN } from '../person';
import { SAMPLE_JOB, SAMPLE_PERSON } from '../samples';
import { MATCH_GROUPS, type CandidateFacts, type JobFacts, type MatchGroup } from '../schema';
import { scorePair } from '../score';
import { passMemory } from './memory';
import { packPeople } from './pack';
import { bestPeople } from './pass';

/** The group in which the pass lists the only person there is, and that of the exact scorer. */
function groupsOf(job: JobFacts, facts: CandidateFacts): { pass: MatchGroup[]; exact: MatchGroup[] } {
  const compiled = compileJob(job, weightsWith(5_000), SMALL_TAXONOMY, AS_OF);
  const columns = packPeople([{ id: '00000000-0000-4000-8000-000000000001', facts }], AS_OF);
  const { best } = bestPeople(compiled, columns, passMemory(columns), { jobId: 'job', n: 1 });
  return {
    pass: MATCH_GROUPS.filter((group) => best[group].length > 0),
    exact: [scorePair(compiled, facts).group],
  };
}

/** A job that asks for nothing. */
const NOTHING_ASKED: JobFacts = {
  ...SAMPLE_JOB,
  title: '',
  roleId: null,
  requiredSkills: [],
  preferredSkills: [],
  minimumYears: null,
  domains: [],
  hours: null,
  coreHours: null,
  workMode: null,
  engagements: [],
  duration: null,
  latestStart: null,
  pay: null,
  focus: null,
  languages: [],
  licences: [],
  meetingNotice: null,
  setup: [],
  screening: [],
};

describe('the groups of the columnar pass', () => {
  it('hold that nobody can tell how far it is to a place of which only the country is named', () => {
    const place = { cityId: null, name: 'India', country: 'IN', latitude: null, longitude: null };
    const job: JobFacts = {
      ...NOTHING_ASKED,
      workMode: { mode: 'hybrid', daysOnSite: 2, place, radiusKm: 30 },
    };
    const facts: CandidateFacts = {
      ...NOTHING_KNOWN,
      modes: { remote: false, maxDaysOnSite: 3, radiusKm: null },
      place: SAMPLE_PERSON.place,
    };
    expect(groupsOf(job, facts)).toEqual({ pass: ['needs_information'], exact: ['needs_information'] });
  });

  it('hold that nothing is known for a job that counts nothing', () => {
    expect(groupsOf(NOTHING_ASKED, { ...SAMPLE_PERSON, screening: {} })).toEqual({
      pass: ['needs_information'],
      exact: ['needs_information'],
    });
  });
});
