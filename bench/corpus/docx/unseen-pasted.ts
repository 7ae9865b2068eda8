import { allSkills } from '../html/page';
import { part, type DocxLayout } from './layout';
import { bullet, p, r, t } from './parts';

/** Items of one line that only their look keeps apart, as a converter of web pages leaves them. */
const gluedRuns: DocxLayout = {
  name: 'glued-runs',
  voice: { months: 'long' },
  draw: (person, voice) => ({
    body:
      t(person.name, {}, 'Title') +
      p([r(person.phone), r(' '), r(person.email), r(' '), r(voice.place(person))]) +
      part(voice, 'summary', [t(person.summary)]) +
      part(
        voice,
        'experience',
        person.jobs.flatMap((job) => [
          p([r(job.title, { bold: true }), r(job.company, { italic: true })]),
          p([r(job.place), r(voice.period(job.start, job.end), { size: 9 })]),
          ...job.bullets.map(bullet),
        ]),
      ) +
      part(
        voice,
        'education',
        person.studies.flatMap((study) => [
          p([r(study.school, { bold: true }), r(`${study.start} – ${study.end}`, { size: 9 })]),
          t(study.degree),
        ]),
      ) +
      part(voice, 'skills', [t(allSkills(person).join(' · '))]),
  }),
};

/** A form of a job site, each label in small type above its value. */
const valuesBelow: DocxLayout = {
  name: 'values-below',
  draw: (person, voice) => {
    const field = (label: string, value: string) => t(`${label}:`, { size: 8 }) + t(value);
    return {
      body:
        t(person.name, { bold: true, size: 18 }) +
        field('Mobile', person.phone) +
        field('Email', person.email) +
        field('Location', voice.place(person)) +
        part(
          voice,
          'experience',
          person.jobs.map(
            (job) =>
              field('Job title', job.title) +
              field('Company', job.company) +
              field('Duration', voice.period(job.start, job.end)) +
              job.bullets.map(bullet).join(''),
          ),
        ) +
        part(
          voice,
          'education',
          person.studies.map(
            (study) =>
              field('Degree', study.degree) +
              field('University', study.school) +
              field('Year of passing', study.end),
          ),
        ) +
        part(voice, 'skills', [t(allSkills(person).join(', '))]),
    };
  },
};

export const unseenPasted: readonly DocxLayout[] = [gluedRuns, valuesBelow];
