import { allSkills } from '../html/page';
import { part, type DocxLayout } from './layout';
import { bullet, p, r, rightEdge, t, tabbed, table } from './parts';

/** A table of one row above each entry: employer over title in its left cell, dates over town in its right one. */
const entryHeads: DocxLayout = {
  name: 'entry-heads',
  draw: (person, voice) => {
    const head = (left: readonly string[], right: readonly string[]) =>
      table(
        [
          [
            left.map((line, index) => t(line, { bold: index === 0 })).join(''),
            right.map((line) => t(line)).join(''),
          ],
        ],
        [6800, 2800],
        false,
      );
    return {
      body:
        t(person.name, { bold: true, size: 20 }) +
        t(`${person.email}, ${person.phone}, ${voice.place(person)}`) +
        part(
          voice,
          'experience',
          person.jobs.flatMap((job) => [
            head([job.company, job.title], [voice.period(job.start, job.end), job.place]),
            ...job.bullets.map(bullet),
          ]),
        ) +
        part(
          voice,
          'education',
          person.studies.map((study) => head([study.school, study.degree], [study.end])),
        ) +
        part(voice, 'skills', [t(allSkills(person).join(', '))]),
    };
  },
};

/** The title alone on its line; below it the employer, a middle dot, and the dates at the right edge. */
const edgeDates: DocxLayout = {
  name: 'edge-dates',
  draw: (person, voice) => ({
    header: p([r(person.name, { bold: true }), rightEdge, r(person.phone)]),
    body:
      t(`${person.email} · ${voice.place(person)}`) +
      part(voice, 'summary', [t(person.summary)]) +
      part(
        voice,
        'experience',
        person.jobs.flatMap((job) => [
          t(job.title, { bold: true }),
          p([r(`${job.company} · ${job.place}`), rightEdge, r(voice.period(job.start, job.end))]),
          ...job.bullets.map(bullet),
        ]),
      ) +
      part(
        voice,
        'education',
        person.studies.map((study) => tabbed([r(`${study.degree} · ${study.school}`), r(`\t${study.end}`)])),
      ) +
      part(voice, 'skills', allSkills(person).map(bullet)),
  }),
};

export const unseenDates: readonly DocxLayout[] = [entryHeads, edgeDates];
