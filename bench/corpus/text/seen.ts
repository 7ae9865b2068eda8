import { allSkills, skillLines } from '../html/page';
import type { TextLayout } from './layout';

/** Marks of Markdown, as developers keep their résumés. */
const markdown: TextLayout = {
  name: 'markdown',
  draw: (person, voice) => [
    `# ${person.name}`,
    '',
    `${voice.place(person)} | ${person.phone} | ${person.email}`,
    '',
    `## ${voice.heading('summary')}`,
    '',
    person.summary,
    '',
    `## ${voice.heading('experience')}`,
    '',
    ...person.jobs.flatMap((job) => [
      `### ${job.title}, ${job.company}`,
      `*${voice.period(job.start, job.end)}*, ${job.place}`,
      '',
      ...job.bullets.map((line) => `- ${line}`),
      '',
    ]),
    `## ${voice.heading('education')}`,
    '',
    ...person.studies.map((study) => `**${study.degree}**, ${study.school}, ${study.end}`),
    '',
    `## ${voice.heading('skills')}`,
    '',
    ...skillLines(person).map((line) => `- ${line}`),
  ],
};

/** Copied out of a job site's form: capitals for headings, employer and title on lines of their own. */
const siteForm: TextLayout = {
  name: 'site-form',
  draw: (person, voice) => [
    person.name,
    person.headline,
    person.email,
    person.phone,
    voice.place(person),
    '',
    voice.heading('summary').toUpperCase(),
    person.summary,
    '',
    voice.heading('experience').toUpperCase(),
    '',
    ...person.jobs.flatMap((job) => [
      job.title,
      job.company,
      voice.period(job.start, job.end),
      job.place,
      ...job.bullets.map((line) => `* ${line}`),
      '',
    ]),
    voice.heading('education').toUpperCase(),
    '',
    ...person.studies.flatMap((study) => [study.degree, study.school, `${study.start} - ${study.end}`, '']),
    voice.heading('skills').toUpperCase(),
    allSkills(person).join(', '),
  ],
};

export const seenText: readonly TextLayout[] = [markdown, siteForm];
