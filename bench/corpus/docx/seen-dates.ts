import { skillLines } from '../html/page';
import { part, type DocxLayout } from './layout';
import { bullet, p, r, rightEdge, t, table } from './parts';

/** Dates set to the right margin by Word's alignment tab, behind the employer in one run's look. */
const alignmentTabs: DocxLayout = {
  name: 'alignment-tabs',
  draw: (person, voice) => ({
    body:
      t(person.name, {}, 'Title') +
      p([r(`${person.email} | ${person.phone}`), rightEdge, r(voice.place(person))]) +
      part(voice, 'summary', [t(person.summary)]) +
      part(
        voice,
        'experience',
        person.jobs.flatMap((job) => [
          p([r(job.company, { bold: true }), rightEdge, r(voice.period(job.start, job.end), { bold: true })]),
          t(job.title, { italic: true }),
          ...job.bullets.map(bullet),
        ]),
      ) +
      part(
        voice,
        'education',
        person.studies.flatMap((study) => [
          p([r(study.school, { bold: true }), rightEdge, r(`${study.start} – ${study.end}`, { bold: true })]),
          t(study.degree),
        ]),
      ) +
      part(voice, 'skills', skillLines(person).map(bullet)),
  }),
};

/** "Title • Employer • dates" as one line, the duties below it as a list. */
const dotsBetween: DocxLayout = {
  name: 'dots-between',
  draw: (person, voice) => ({
    body:
      t(person.name, { bold: true, size: 18 }) +
      t([person.phone, person.email, voice.place(person)].join(' • ')) +
      part(
        voice,
        'experience',
        person.jobs.flatMap((job) => [
          t(`${job.title} • ${job.company} • ${voice.period(job.start, job.end)}`, { bold: true }),
          ...job.bullets.map(bullet),
        ]),
      ) +
      part(
        voice,
        'education',
        person.studies.map((study) => t(`${study.degree} • ${study.school} • ${study.end}`)),
      ) +
      part(
        voice,
        'skills',
        skillLines(person).map((line) => t(line)),
      ),
  }),
};

/** Jobs as items of a list whose duties are items too, one step further in; a tab before the dates. */
const listedJobs: DocxLayout = {
  name: 'listed-jobs',
  draw: (person, voice) => ({
    body:
      t(person.name, { bold: true, size: 18 }) +
      t([person.phone, person.email, voice.place(person)].join('\t')) +
      part(voice, 'summary', [t(person.summary)]) +
      part(
        voice,
        'experience',
        person.jobs.flatMap((job) => [
          bullet(`${job.title}, ${job.company}\t${voice.period(job.start, job.end)}`),
          ...job.bullets.map((text) => t(`o\t${text}`)),
        ]),
      ) +
      part(
        voice,
        'education',
        person.studies.map((study) => bullet(`${study.degree}, ${study.school}\t${study.end}`)),
      ) +
      part(voice, 'skills', skillLines(person).map(bullet)),
  }),
};

/** A borderless table: the whole entry with its duties in the left cell, dates and town in the right one. */
const datesCell: DocxLayout = {
  name: 'dates-cell',
  draw: (person, voice) => ({
    body:
      t(person.name, {}, 'Title') +
      t([person.phone, person.email, voice.place(person)].join(' | ')) +
      part(voice, 'summary', [t(person.summary)]) +
      part(voice, 'experience', [
        table(
          person.jobs.map((job) => [
            t(job.title, { bold: true }) + t(job.company) + job.bullets.map(bullet).join(''),
            t(voice.period(job.start, job.end)) + t(job.place),
          ]),
          [7000, 2600],
          false,
        ),
      ]) +
      part(voice, 'education', [
        table(
          person.studies.map((study) => [t(study.degree, { bold: true }) + t(study.school), t(study.end)]),
          [7000, 2600],
          false,
        ),
      ]) +
      part(voice, 'skills', skillLines(person).map(bullet)),
  }),
};

export const seenDates: readonly DocxLayout[] = [alignmentTabs, dotsBetween, listedJobs, datesCell];
