import { allSkills } from '../html/page';
import { part, type DocxLayout } from './layout';
import { bullet, p, r, t } from './parts';

/** A page of the web pasted into a document: its list of sections first, jobs as items of a list, dates glued to what stands beside them. */
const pastedPage: DocxLayout = {
  name: 'pasted-page',
  voice: { months: 'short' },
  draw: (person, voice) => ({
    body:
      (['summary', 'experience', 'skills', 'education'] as const)
        .map((kind) => bullet(voice.heading(kind)))
        .join('') +
      t(person.name, { bold: true, size: 16 }) +
      t(person.headline) +
      t(`${person.email} ${person.phone} ${voice.place(person)}`) +
      part(voice, 'summary', [t(person.summary)]) +
      part(
        voice,
        'experience',
        person.jobs.flatMap((job) => [
          bullet(`${job.title}, ${job.company}`),
          t(voice.period(job.start, job.end)),
          ...job.bullets.map((text) => t(text)),
        ]),
      ) +
      part(voice, 'skills', [t(allSkills(person).join(', '))]) +
      part(
        voice,
        'education',
        person.studies.flatMap((study) => [
          t(`${study.degree}${study.start} – ${study.end}`),
          t(study.school),
        ]),
      ),
  }),
};

/** A form whose labels stand on lines of their own above what they label. */
const labelsAbove: DocxLayout = {
  name: 'labels-above',
  draw: (person, voice) => {
    const field = (label: string, value: string) => t(label) + t(value, { bold: true });
    return {
      body:
        t('Curriculum Vitae', {}, 'Title') +
        field('Name', person.name) +
        field('Address', person.address) +
        field('Telephone', person.phone) +
        field('E-mail', person.email) +
        part(
          voice,
          'experience',
          person.jobs.map(
            (job) =>
              field('Dates', voice.period(job.start, job.end)) +
              field('Occupation or position held', job.title) +
              field('Name and address of employer', `${job.company}, ${job.place}`) +
              job.bullets.map(bullet).join('') +
              p(''),
          ),
        ) +
        part(
          voice,
          'education',
          person.studies.map(
            (study) =>
              field('Dates', `${study.start} – ${study.end}`) +
              field('Title of qualification awarded', study.degree) +
              field('Name and type of organisation', study.school) +
              p(''),
          ),
        ) +
        part(voice, 'skills', [p(r(allSkills(person).join(', ')))]),
    };
  },
};

export const seenPasted: readonly DocxLayout[] = [pastedPage, labelsAbove];
