import type { ParsedResume, Span } from '../schema';
import type { SectionKind } from './heading-words';
import { headingKind } from './headings';
import { isLanguageName } from './languages';
import { labelLength } from './skill-items';

type Mention = ParsedResume['skills'][number];

/** A résumé with at least this many skills under headings of skills is summed up by those. */
const ENOUGH_LISTED = 3;

/** What the heading above a place is about: null for a heading without a known meaning, `top` above all headings. */
function sectionAt(resume: ParsedResume, span: Span): SectionKind | 'top' | null {
  const heading = resume.blocks.findLast(
    (block) => block.kind === 'heading' && block.span.start <= span.start,
  );
  return heading ? headingKind(resume.text.slice(heading.span.start, heading.span.end), true) : 'top';
}

const LISTING: ReadonlySet<SectionKind | 'top' | null> = new Set(['skills', 'languages', null]);
/** Names that stand here tell of a certificate, a prize or a subject, seldom of a tool in use. */
const BESIDE_WORK: ReadonlySet<SectionKind | 'top' | null> = new Set([
  'licences',
  'awards',
  'publications',
  'education',
  'training',
  'interests',
]);

/** In running text a capital, a digit or a sign inside tells "Kafka" and "C++" from "planning". */
const isProperName = (surface: string) => /[\p{Lu}\d+#]/u.test(surface.slice(1)) || /^\p{Lu}/u.test(surface);

// Capitals in running text that name a practice, a field or a role, not something a person can be said to list.
const PRACTICE =
  /^(?:ai|ml|ai\/ml|hr|qa|it|bi|sre|dns|sso|vpn|api|apis|saas|paas|iaas|iac|msa|llms?|nlp|rest|restful|devops|devsecops|gitops|mlops|finops|agile|scrum|kanban|back[- ]?end|front[- ]?end|full[- ]?stack|micro-?services?|mobile|web|cloud|linux kernel|english|seo|sem|b2b|b2c|crm|erp|kpi|kpis|okr|okrs|sla|slas|mis|ui|ux|r&d|csr|p&l)$/i;
const PRACTICE_NOUN =
  /\s(?:engineering|learning|gateways?|leads?|leadership|pipelines?|products?|integrations?|management|development|testing|analysis|analytics|design|marketing|accounting|operations?|support|services?|sales|planning|systems?|science|intelligence|strategy|networks?|certified|security|architecture|relations?|research|assurance|control|compliance|training)$/i;
const isPractice = (surface: string) =>
  PRACTICE.test(surface) || PRACTICE_NOUN.test(surface) || /certified/i.test(surface);

/** "AWS: EC2, S3": the label of a list is not one of its items. */
function isLabel(resume: ParsedResume, { span }: Mention): boolean {
  const from = resume.text.lastIndexOf('\n', span.start - 1) + 1;
  if (/\p{L}/u.test(resume.text.slice(from, span.start))) return false;
  const to = resume.text.indexOf('\n', span.start);
  const length = labelLength(resume.text.slice(span.start, to < 0 ? undefined : to));
  return span.end <= span.start + length;
}

/** Whether `inner` is a known skill that was found inside the unknown item `outer`. */
const isInside = (inner: Mention, outer: Mention) =>
  inner.skillId !== null &&
  outer.skillId === null &&
  inner.span.start >= outer.span.start &&
  inner.span.end <= outer.span.end;

/**
 * The skills that sum up a résumé, as it writes them: those it lists, each item whole; where it lists hardly any, the
 * tools and methods that it names. The profile keeps every mention; this is only what is printed.
 */
export function summarySkills(resume: ParsedResume): string[] {
  const placed = resume.skills.map((skill) => ({ skill, section: sectionAt(resume, skill.span) }));
  const listed = placed.flatMap(({ skill, section }) =>
    skill.source === 'listed' &&
    LISTING.has(section) &&
    !isLabel(resume, skill) &&
    !isLanguageName(skill.surface)
      ? [skill]
      : [],
  );
  const whole = listed.filter((skill) => !listed.some((other) => isInside(skill, other)));
  const once = new Map(whole.map(({ surface }) => [surface.toLowerCase(), surface]));
  if (once.size >= ENOUGH_LISTED) return [...once.values()];
  const named = placed.flatMap(({ skill, section }) =>
    !LISTING.has(section) &&
    !BESIDE_WORK.has(section) &&
    isProperName(skill.surface) &&
    !isPractice(skill.surface)
      ? [skill]
      : [],
  );
  const first = new Map<string, string>();
  for (const { skillId, surface } of [...whole, ...named]) {
    const key = skillId ?? surface.toLowerCase();
    if (!first.has(key)) first.set(key, surface);
  }
  return [...first.values()];
}
