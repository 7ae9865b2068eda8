import { allSkills, certificateLines, skillLines } from '../html/page';
import { part, type DocxLayout } from './layout';
import { bullet, p, r, t, tabbed, table } from './parts';

/** Two newspaper columns of one section: the text flows from the first into the second. */
const newspaperColumns: DocxLayout = {
  name: 'newspaper-columns',
  draw: (person, voice) => ({
    section: '<w:cols w:num="2" w:space="400"/>',
    header:
      t(person.name, { bold: true, size: 22 }) +
      t([person.email, person.phone, voice.place(person)].join(' • ')),
    body:
      part(voice, 'summary', [t(person.summary)]) +
      part(voice, 'skills', allSkills(person).map(bullet)) +
      part(
        voice,
        'experience',
        person.jobs.flatMap((job) => [
          t(job.title, { bold: true }),
          t(job.company),
          t(`${voice.period(job.start, job.end)}, ${job.place}`),
          ...job.bullets.map(bullet),
        ]),
      ) +
      part(
        voice,
        'education',
        person.studies.flatMap((study) => [
          t(study.degree, { bold: true }),
          t(study.school),
          t(`${study.start}–${study.end}`),
        ]),
      ),
  }),
};

/** As an editor on the web saves it: heading styles for entries, soft line breaks, dates in the third level. */
const webEditor: DocxLayout = {
  name: 'web-editor',
  voice: { months: 'long' },
  draw: (person, voice) => ({
    body:
      p(r(person.name), 'Title') +
      p(r(`${voice.place(person)}\n${person.phone}\n${person.email}`)) +
      part(
        voice,
        'experience',
        person.jobs.flatMap((job) => [
          p(
            [r(job.company, { bold: true }), r(`, ${job.place} — `), r(job.title, { italic: true })],
            'Heading2',
          ),
          p(r(voice.period(job.start, job.end)), 'Heading3'),
          p(r(`${job.bullets.join('. ')}.`)),
        ]),
      ) +
      part(
        voice,
        'education',
        person.studies.flatMap((study) => [
          p([r(study.school, { bold: true }), r(' — '), r(study.degree, { italic: true })], 'Heading2'),
          p(r(`${study.start} - ${study.end}`), 'Heading3'),
        ]),
      ) +
      part(
        voice,
        'projects',
        person.projects.flatMap(({ name, about }) => [p(r(name), 'Heading2'), t(about)]),
      ) +
      part(voice, 'skills', [t(skillLines(person).join('\n'))]),
  }),
};

/** One table for everything: a label or dates on the left, what belongs to it on the right. */
const formTable: DocxLayout = {
  name: 'form-table',
  draw: (person, voice) => ({
    size: 10,
    body:
      table(
        [
          [t('Name', { bold: true }), t(person.name, { bold: true, size: 14 })],
          [t('Address', { bold: true }), t(person.address)],
          [t('Telephone', { bold: true }), t(person.phone)],
          [t('E-mail', { bold: true }), t(person.email)],
          [t(voice.heading('experience').toUpperCase(), { bold: true }), ''],
          ...person.jobs.map((job) => [
            t(voice.period(job.start, job.end)),
            t(job.title, { bold: true }) +
              t(`${job.company}, ${job.place}`) +
              job.bullets.map(bullet).join(''),
          ]),
          [t(voice.heading('education').toUpperCase(), { bold: true }), ''],
          ...person.studies.map((study) => [
            t(`${study.start} – ${study.end}`),
            t(study.degree, { bold: true }) + t(study.school),
          ]),
          [t(voice.heading('skills').toUpperCase(), { bold: true }), t(allSkills(person).join(', '))],
          [t(voice.heading('languages').toUpperCase(), { bold: true }), t(person.languages.join(', '))],
        ],
        [2400, 7200],
        false,
      ) + p(''),
  }),
};

/** Dates pushed to the right with a run of tabs and spaces; contact in the footer. */
const spaceAligned: DocxLayout = {
  name: 'space-aligned',
  draw: (person, voice) => ({
    footer: t([person.phone, person.email].join('   |   ')),
    body:
      t(person.name, { bold: true, size: 20 }) +
      t(voice.place(person)) +
      part(voice, 'summary', [t(person.summary)], '') +
      part(
        voice,
        'experience',
        person.jobs.flatMap((job) => [
          p([
            r(`${job.company}, ${job.place}`, { bold: true }),
            r(`\t\t      ${voice.period(job.start, job.end)}`),
          ]),
          t(job.title, { bold: true }),
          ...job.bullets.map((line) => t(`- ${line}`)),
        ]),
        '',
      ) +
      part(
        voice,
        'education',
        person.studies.flatMap((study) => [
          p([r(study.school, { bold: true }), r(`\t\t      ${study.end}`)]),
          t(study.degree),
        ]),
        '',
      ) +
      part(voice, 'skills', [t(allSkills(person).join(', '))], '') +
      part(
        voice,
        'references',
        person.referees.map(({ name, role, phone, email }) => t(`${name}, ${role}, ${phone}, ${email}`)),
        '',
      ),
  }),
};

/** A ruled table of employment, as forms of Indian firms ask for it, beside one of examinations. */
const employmentTable: DocxLayout = {
  name: 'employment-table',
  draw: (person, voice) => ({
    body:
      t('CURRICULUM VITAE', { bold: true, size: 16 }) +
      tabbed([r(person.name, { bold: true, size: 14 }), r(`\tMob: ${person.phone}`)]) +
      tabbed([r(person.headline), r(`\t${person.email}`)]) +
      t(`Location: ${voice.place(person)}`) +
      part(voice, 'summary', [t(person.summary)], '') +
      part(
        voice,
        'experience',
        [
          table(
            [
              ['Company', 'Designation', 'From', 'To'].map((cell) => t(cell, { bold: true })),
              ...person.jobs.map((job) => [
                t(job.company),
                t(job.title),
                t(voice.date(job.start)),
                t(voice.date(job.end)),
              ]),
            ],
            [3600, 3000, 1500, 1500],
            true,
          ),
        ],
        '',
      ) +
      part(
        voice,
        'education',
        [
          table(
            [
              ['Qualification', 'University/Institute', 'Year', '%'].map((cell) => t(cell, { bold: true })),
              ...person.studies.map((study) => [
                t(study.degree),
                t(study.school),
                t(study.end),
                t(study.result),
              ]),
            ],
            [2600, 3800, 1400, 1800],
            true,
          ),
        ],
        '',
      ) +
      part(voice, 'skills', allSkills(person).map(bullet), '') +
      part(voice, 'certificates', certificateLines(person).map(bullet), '') +
      part(voice, 'declaration', [t(person.declaration)], ''),
  }),
};

export const unseenDocx: readonly DocxLayout[] = [
  newspaperColumns,
  webEditor,
  formTable,
  spaceAligned,
  employmentTable,
];
