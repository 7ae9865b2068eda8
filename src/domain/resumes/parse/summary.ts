import type { ParsedResume, Span } from '../schema';
import { headingKind } from './headings';

/** One résumé in a dozen fields, as the command line prints it. Phone and place are as written; years have one decimal. */
export interface ResumeSummary {
  file: string;
  name: string | null;
  email: string | null;
  phone: string | null;
  location: string | null;
  skills: string[];
  experience: { title: string | null; company: string | null; start: string | null; end: string | null }[];
  education: { school: string | null; degree: string | null }[];
  totalYears: number | null;
}

/** A résumé with at least this many skills under headings of skills is summed up by those. */
const ENOUGH_LISTED = 3;

function underSkills(resume: ParsedResume, span: Span): boolean {
  const heading = resume.blocks.findLast(
    (block) => block.kind === 'heading' && block.span.start <= span.start,
  );
  const kind = heading ? headingKind(resume.text.slice(heading.span.start, heading.span.end), true) : null;
  return kind === 'skills' || kind === 'languages' || (heading !== undefined && kind === null);
}

/** In running text a capital, a digit or a sign inside tells "Kafka" and "C++" from "planning". */
const isProperName = (surface: string) => /[\p{Lu}\d+#]/u.test(surface.slice(1)) || /^\p{Lu}/u.test(surface);

function skillsOf(resume: ParsedResume): string[] {
  const listed = resume.skills.filter(
    (skill) => skill.source === 'listed' && underSkills(resume, skill.span),
  );
  if (listed.length >= ENOUGH_LISTED) return [...new Set(listed.map((skill) => skill.surface))];
  const seen = new Set<string>();
  return resume.skills.flatMap(({ surface, skillId, span }) => {
    const key = skillId ?? surface.toLowerCase();
    if (seen.has(key) || !(isProperName(surface) || underSkills(resume, span))) return [];
    seen.add(key);
    return [surface];
  });
}

export function toSummary(file: string, resume: ParsedResume): ResumeSummary {
  const written = (span: Span | null | undefined) =>
    span ? resume.text.slice(span.start, span.end).replace(/\s+/g, ' ') : null;
  return {
    file,
    name: resume.name?.value ?? null,
    email: resume.email?.value ?? null,
    phone: written(resume.phone?.span) ?? resume.phone?.value ?? null,
    location: written(resume.location?.span) ?? resume.location?.value.name ?? null,
    skills: skillsOf(resume),
    experience: resume.experience.map(({ title, company, start, end }) => ({ title, company, start, end })),
    education: resume.education.map(({ school, degree }) => ({ school, degree })),
    totalYears: resume.totalMonths === null ? null : Math.round(resume.totalMonths / 1.2) / 10,
  };
}
