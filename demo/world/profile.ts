import type { Role } from '@/domain/catalog/schema';
import type { CandidateProfile } from '@/domain/candidates/schema';
import { endText, makeCareer, monthsWorked, startText, type Stint } from './career';
import { monthText, WORLD_MONTH } from './months';
import type { HomeCity } from './places';
import type { Random } from './random';
import type { Sources } from './sources';

const DEGREES = ['B.Com.', 'BA', 'B.Sc.', 'BBA', 'B.Tech.', 'BCA', 'MBA', 'M.Com.', 'MA', 'M.Sc.', 'Diploma'];
const SCHOOLS = [
  'State University',
  'City College',
  'Institute of Technology',
  'College of Commerce',
  'Open University',
];

const read = <T>(value: T, confidence: number) => ({
  value,
  provenance: 'parsed' as const,
  confidence,
  span: null,
});
type ProfileSkill = CandidateProfile['skills'][number];

/** What a stint leaves on a résumé: most of the role's usual skills, some of their neighbours. */
function skillsOfStint(random: Random, role: Role, sources: Sources): string[] {
  const usual = random.some(
    role.usualSkills,
    Math.ceil(role.usualSkills.length * (0.45 + random.next() * 0.5)),
  );
  const near = usual.flatMap((id) =>
    random.chance(0.18) ? (sources.related.get(id) ?? []).slice(0, 2) : [],
  );
  return [...usual, ...near].filter((id) => sources.skillsById.has(id));
}

function makeSkills(random: Random, stints: readonly Stint[], sources: Sources): ProfileSkill[] {
  const found = new Map<string, ProfileSkill>();
  for (const stint of stints) {
    const last = stint.to ?? WORLD_MONTH;
    for (const skillId of skillsOfStint(random, stint.role, sources)) {
      const months = last - stint.from + 1;
      const known = found.get(skillId);
      if (known?.source === 'job') known.months = (known.months ?? 0) + months;
      else if (!known)
        found.set(
          skillId,
          random.chance(0.66)
            ? {
                skillId,
                source: 'job',
                level: random.chance(0.45)
                  ? Math.min(4, 1 + Math.floor(months / 22) + random.int(0, 1))
                  : null,
                lastUsed: monthText(last),
                months,
                provenance: 'parsed',
                spans: [],
              }
            : {
                skillId,
                source: 'listed',
                level: null,
                lastUsed: null,
                months: null,
                provenance: 'parsed',
                spans: [],
              },
        );
    }
  }
  const worked = monthsWorked(stints);
  return [...found.values()].map((skill) => ({
    ...skill,
    months: skill.months && Math.min(skill.months, worked),
  }));
}

function makeLanguages(random: Random, home: HomeCity): CandidateProfile['languages'] {
  if (random.chance(0.35)) return [];
  const spoken = [
    ...home.languages.map((code, i) => ({ code, level: i === 0 ? ('C2' as const) : ('C1' as const) })),
    {
      code: 'en',
      level: random.weighted([
        ['B1', 1],
        ['B2', 4],
        ['C1', 5],
        ['C2', 2],
      ] as const),
    },
  ];
  return spoken.map(({ code, level }) => ({
    code,
    level: random.chance(0.5) ? level : null,
    provenance: 'parsed',
    span: null,
  }));
}

export interface Identity {
  name: string;
  email: string;
  phone: string;
}

/** A profile as the parser would have left it: facts with confidences, no spans because there is no document. */
export function makeProfile(
  random: Random,
  role: Role,
  home: HomeCity,
  identity: Identity,
  sources: Sources,
): { profile: CandidateProfile; years: number } {
  const years = Math.max(0.5, Math.min(30, random.around(8.5, 5.2)));
  const stints = makeCareer(random, role, Math.round(years * 12), sources);
  const { cityId, name, country, latitude, longitude } = home.city;
  const worked = monthsWorked(stints);
  const sure = (): number => Math.round((0.72 + random.next() * 0.28) * 100) / 100;
  const profile: CandidateProfile = {
    name: read(identity.name, sure()),
    email: read(identity.email, 1),
    phone: random.chance(0.93) ? read(identity.phone, 1) : null,
    place: random.chance(0.94) ? read({ cityId, name, country, latitude, longitude }, sure()) : null,
    skills: makeSkills(random, stints, sources),
    experience: stints.map((stint) => ({
      title: stint.title,
      company: stint.company,
      roleId: stint.role.id,
      domains: stint.domains,
      start: startText(stint),
      end: endText(stint),
      provenance: 'parsed',
      confidence: sure(),
      span: null,
    })),
    education: [
      {
        school: `${home.city.name} ${random.pick(SCHOOLS)}`,
        degree: random.pick(DEGREES),
        end: String(Math.floor((WORLD_MONTH - years * 12) / 12)),
        provenance: 'parsed',
        span: null,
      },
    ],
    languages: makeLanguages(random, home),
    licences: [],
    totalMonths: worked,
  };
  return { profile, years };
}
