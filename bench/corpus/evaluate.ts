import type { ResumeSummary } from '@/domain/resumes/parse/summary';
import type { Truth } from './truth';

/** Hits out of tries. */
interface Share {
  hits: number;
  of: number;
}

type Counter =
  | 'email'
  | 'phone'
  | 'name'
  | 'city'
  | 'skillRecall'
  | 'skillPrecision'
  | 'jobRecall'
  | 'jobPrecision'
  | 'datedRecall'
  | 'datedPrecision'
  | 'school'
  | 'degree'
  | 'totalYears';

/** Shares from 0 to 1, null where no document of the set asks for the field. */
export type Scores = Record<
  | 'email'
  | 'phone'
  | 'name'
  | 'city'
  | 'skillsF1'
  | 'jobF1'
  | 'jobDatesF1'
  | 'school'
  | 'degree'
  | 'totalYears',
  number | null
>;

export interface Tally {
  shares: Map<Counter, Share>;
  /** What was missed, in words, by file. */
  misses: { file: string; miss: string }[];
}

const NOTHING: Omit<ResumeSummary, 'file'> = {
  name: null,
  email: null,
  phone: null,
  location: null,
  skills: [],
  experience: [],
  education: [],
  totalYears: null,
};

/** Letters, digits, + and # only: what two writings of one name have in common. */
const plain = (text: string | null | undefined): string =>
  (text ?? '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}+#]/gu, '');

const SYNONYMS: ReadonlyMap<string, string> = new Map([
  ['js', 'javascript'],
  ['postgres', 'postgresql'],
  ['amazonwebservices', 'aws'],
  ['apachespark', 'spark'],
  ['apachekafka', 'kafka'],
  ['apacheflink', 'flink'],
  ['microsoftexcel', 'excel'],
  ['msexcel', 'excel'],
  ['microsoftazure', 'azure'],
  ['googlecloud', 'gcp'],
  ['reactjs', 'react'],
  ['vuejs', 'vue'],
  ['html5', 'html'],
]);

const skillKey = (skill: string): string => SYNONYMS.get(plain(skill)) ?? plain(skill);

/** The last ten digits agree (all, where there are fewer), and there are at least seven. */
function samePhone(read: string | null, truth: string): boolean {
  const [a, b] = [read ?? '', truth].map((text) => text.replace(/\D/g, '').replace(/^0+/, ''));
  if (a === undefined || b === undefined) return false;
  const length = Math.min(10, a.length, b.length);
  return length >= 7 && a.slice(-length) === b.slice(-length);
}

/** Equal to the month; where the truth knows a year only, to the year. */
function sameDate(read: string | null | undefined, truth: string): boolean {
  if (read === truth) return true;
  return truth.length === 4 && truth !== 'present' && read?.slice(0, 4) === truth;
}

/** 1 for the same name, .9 when one holds the other and is more than half of it, .6 when it is less. */
function likeness(a: string | null | undefined, b: string | null | undefined): number {
  const [left, right] = [plain(a), plain(b)];
  if (left === '' || right === '') return 0;
  if (left === right) return 1;
  const short = Math.min(left.length, right.length);
  const holds = short > 3 && (left.includes(right) || right.includes(left));
  if (!holds) return 0;
  return short / Math.max(left.length, right.length) > 0.5 ? 0.9 : 0.6;
}

/** A degree without the little words between its parts. */
const degreeKey = (degree: string | null): string =>
  plain((degree ?? '').replace(/\b(?:in|of|the|and|with)\b|['’]s\b/gi, ' '));

function sameDegree(read: string | null, truth: string): boolean {
  const [a, b] = [degreeKey(read), degreeKey(truth)];
  return a !== '' && (a.includes(b) || (a.length > 1 && b.includes(a)));
}

type Job = ResumeSummary['experience'][number];

/** Pairs each true job with the read one most like it, the likeliest pairs first. */
function pairJobs(read: readonly Job[], truth: Truth['experience']): Map<number, Job> {
  const pairs = truth.flatMap((wanted, index) =>
    read.map((job, other) => ({
      index,
      other,
      score:
        likeness(job.company, wanted.company) +
        likeness(job.title, wanted.title) +
        (wanted.start !== null && sameDate(job.start, wanted.start) ? 0.3 : 0),
    })),
  );
  const taken = new Set<number>();
  const paired = new Map<number, Job>();
  for (const { index, other, score } of pairs.sort((a, b) => b.score - a.score)) {
    const job = read[other];
    if (score <= 0.3 || paired.has(index) || taken.has(other) || !job) continue;
    paired.set(index, job);
    taken.add(other);
  }
  return paired;
}

function sameJob(read: Job | undefined, truth: Truth['experience'][number]): boolean {
  const [shortTitle] = truth.title.split(/,|\s[–—-]\s/);
  const title =
    likeness(read?.title, truth.title) >= 0.9 || (!!read?.title && plain(read.title) === plain(shortTitle));
  return title && likeness(read?.company, truth.company) >= 0.9;
}

export const newTally = (): Tally => ({ shares: new Map(), misses: [] });

/** Counts one document into the tallies; `read` is null for a file that could not be read. */
export function count(tallies: readonly Tally[], truth: Truth, read: ResumeSummary | null): void {
  const found = read ?? { file: truth.file, ...NOTHING };
  const add = (counter: Counter, hits: number, of: number) => {
    for (const { shares } of tallies) {
      const share = shares.get(counter) ?? { hits: 0, of: 0 };
      shares.set(counter, { hits: share.hits + hits, of: share.of + of });
    }
  };
  const missed = (miss: string) => {
    for (const { misses } of tallies) misses.push({ file: truth.file, miss });
  };
  const judge = (counter: Counter, ok: boolean, got: unknown, wanted: unknown) => {
    add(counter, Number(ok), 1);
    if (!ok) missed(`${counter}: ${JSON.stringify(got)} for ${JSON.stringify(wanted)}`);
  };

  judge('name', plain(found.name) === plain(truth.name), found.name, truth.name);
  judge('email', found.email?.toLowerCase() === truth.email.toLowerCase(), found.email, truth.email);
  if (truth.phone) judge('phone', samePhone(found.phone, truth.phone), found.phone, truth.phone);
  const city = truth.location?.city;
  if (city) judge('city', plain(found.location).includes(plain(city)), found.location, city);

  const wantedSkills = truth.skills.map(skillKey);
  if (wantedSkills.length > 0) {
    const skills = new Set(found.skills.map(skillKey).filter(Boolean));
    const hits = wantedSkills.filter((skill) => skills.has(skill)).length;
    add('skillRecall', hits, wantedSkills.length);
    add('skillPrecision', hits, hits + [...skills].filter((skill) => !wantedSkills.includes(skill)).length);
  }

  const paired = pairJobs(found.experience, truth.experience);
  let whole = 0;
  let dated = 0;
  let undated = 0;
  truth.experience.forEach((wanted, index) => {
    const job = paired.get(index);
    const { start, end } = wanted;
    const same = sameJob(job, wanted);
    whole += Number(same);
    judge('jobRecall', same, job, wanted);
    if (start === null || end === null) {
      undated += Number(job !== undefined);
      return;
    }
    const both = sameDate(job?.start, start) && sameDate(job?.end, end);
    dated += Number(same && both);
    add('datedRecall', Number(same && both), 1);
    if (same && !both) missed(`dates: ${JSON.stringify(job)} for ${JSON.stringify(wanted)}`);
  });
  if (truth.partialExperience !== true) {
    const spare = found.experience.length - paired.size;
    add('jobPrecision', whole, Math.max(found.experience.length, whole));
    add('datedPrecision', dated, Math.max(found.experience.length - undated, dated));
    const others = new Set(paired.values());
    if (spare > 0)
      missed(`jobs too many: ${JSON.stringify(found.experience.filter((job) => !others.has(job)))}`);
  }

  for (const wanted of truth.education) {
    judge(
      'school',
      found.education.some(({ school }) => likeness(school, wanted.school) >= 0.9),
      found.education,
      wanted.school,
    );
    const { degree } = wanted;
    if (degree)
      judge(
        'degree',
        found.education.some((entry) => sameDegree(entry.degree, degree)),
        found.education,
        degree,
      );
  }
  if (truth.totalYears !== null) {
    const years = found.totalYears;
    judge('totalYears', years !== null && Math.abs(years - truth.totalYears) <= 0.5, years, truth.totalYears);
  }
}

/** The shares of a tally; F1 is the harmonic mean of recall and precision. */
export function scoresOf({ shares }: Tally): Scores {
  const of = (counter: Counter): number | null => {
    const share = shares.get(counter);
    return share && share.of > 0 ? share.hits / share.of : null;
  };
  const round = (value: number | null) => (value === null ? null : Math.round(value * 1000) / 1000);
  const f1 = (recall: number | null, precision: number | null) => {
    if (recall === null) return null;
    const p = precision ?? recall;
    return recall + p === 0 ? 0 : (2 * recall * p) / (recall + p);
  };
  return {
    email: round(of('email')),
    phone: round(of('phone')),
    name: round(of('name')),
    city: round(of('city')),
    skillsF1: round(f1(of('skillRecall'), of('skillPrecision'))),
    jobF1: round(f1(of('jobRecall'), of('jobPrecision'))),
    jobDatesF1: round(f1(of('datedRecall'), of('datedPrecision'))),
    school: round(of('school')),
    degree: round(of('degree')),
    totalYears: round(of('totalYears')),
  };
}
