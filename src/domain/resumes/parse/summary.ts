import type { ParsedResume, Span } from '../schema';
import { summarySkills } from './summary-skills';

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

export function toSummary(file: string, resume: ParsedResume): ResumeSummary {
  const written = (span: Span | null | undefined) =>
    span ? resume.text.slice(span.start, span.end).replace(/\s+/g, ' ') : null;
  return {
    file,
    name: resume.name?.value ?? null,
    email: resume.email?.value ?? null,
    phone: written(resume.phone?.span) ?? resume.phone?.value ?? null,
    location: written(resume.location?.span) ?? resume.location?.value.name ?? null,
    skills: summarySkills(resume),
    experience: resume.experience.map(({ title, company, start, end }) => ({ title, company, start, end })),
    education: resume.education.map(({ school, degree }) => ({ school, degree })),
    totalYears: resume.totalMonths === null ? null : Math.round(resume.totalMonths / 1.2) / 10,
  };
}
