import { allSkills, certificateLines, skillLines } from '../html/page';
import { part, type DocxLayout } from './layout';
import { bullet, control, p, r, t, tabbed, table, textBox } from './parts';

/** A table of one row cuts the page into a narrow cell for contact and skills and a wide one for the rest. */
const tableSidebar: DocxLayout = {
  name: 'table-sidebar',
  draw: (person, voice) => ({
    body:
      table(
        [
          [
            part(voice, 'contact', [t(person.phone), t(person.email), t(voice.place(person))], 'Heading2') +
              part(voice, 'skills', allSkills(person).map(bullet), 'Heading2') +
              part(
                voice,
                'languages',
                person.languages.map((language) => t(language)),
                'Heading2',
              ) +
              part(voice, 'interests', [t(person.hobbies.join(', '))], 'Heading2'),
            t(person.name, {}, 'Title') +
              t(person.headline) +
              part(voice, 'summary', [t(person.summary)]) +
              part(
                voice,
                'experience',
                person.jobs.flatMap((job) => [
                  t(job.title, { bold: true }),
                  t(`${job.company}, ${job.place}`),
                  t(voice.period(job.start, job.end), { italic: true }),
                  ...job.bullets.map(bullet),
                ]),
              ) +
              part(
                voice,
                'education',
                person.studies.flatMap((study) => [
                  t(study.degree, { bold: true }),
                  t(study.school),
                  t(`${study.start} – ${study.end}`, { italic: true }),
                ]),
              ),
          ],
        ],
        [3000, 6600],
        false,
      ) + p(''),
  }),
};

/** Name and contact float in text boxes; what follows is plain. */
const textBoxes: DocxLayout = {
  name: 'text-boxes',
  draw: (person, voice) => ({
    body:
      textBox(t(person.name, { bold: true, size: 26 }) + t(person.headline, { size: 13 })) +
      textBox(t(person.phone) + t(person.email) + t(voice.place(person))) +
      part(voice, 'summary', [t(person.summary)]) +
      part(
        voice,
        'experience',
        person.jobs.flatMap((job) => [
          tabbed([r(job.company, { bold: true }), r(`\t${voice.period(job.start, job.end)}`)]),
          t(job.title, { italic: true }),
          ...job.bullets.map(bullet),
        ]),
      ) +
      part(
        voice,
        'education',
        person.studies.flatMap((study) => [
          tabbed([r(study.school, { bold: true }), r(`\t${study.end}`)]),
          t(study.degree),
        ]),
      ) +
      part(voice, 'skills', skillLines(person).map(bullet)) +
      part(voice, 'certificates', certificateLines(person).map(bullet)),
  }),
};

/** Bio-data typed into Word: labels with ":-", underlined headings, a table of examinations, declaration and signature. */
const typedBioData: DocxLayout = {
  name: 'typed-bio-data',
  adapt: (person) => ({ ...person, name: person.name.toUpperCase() }),
  draw: (person, voice) => {
    const heading = (words: string) => t(`${words.toUpperCase()} :-`, { bold: true, underline: true });
    return {
      size: 12,
      body:
        t('RESUME', { bold: true, underline: true, size: 16 }) +
        t(person.name, { bold: true, size: 14 }) +
        t(`Address :- ${person.address}`) +
        t(`Mobile No :- ${person.phone}`) +
        t(`E-mail :- ${person.email}`) +
        heading(voice.heading('summary')) +
        t(person.summary) +
        heading(voice.heading('experience')) +
        person.jobs
          .map((job) =>
            bullet(
              `Worked as ${job.title} in ${job.company}, ${job.place} from ${voice.date(job.start)} to ${voice.date(job.end)}.`,
            ),
          )
          .join('') +
        heading(voice.heading('education')) +
        table(
          [
            ['Examination', 'School / College', 'Year', 'Marks'].map((cell) => t(cell, { bold: true })),
            ...person.studies.map((study) => [
              t(study.degree),
              t(study.school),
              t(study.end),
              t(study.result),
            ]),
          ],
          [2600, 3600, 1400, 1600],
          true,
        ) +
        heading(voice.heading('skills')) +
        allSkills(person).map(bullet).join('') +
        heading(voice.heading('personal')) +
        [
          ['Father’s Name', person.father],
          ['Date of Birth', person.birth],
          ['Languages Known', person.languages.join(', ')],
          ['Marital Status', 'Married'],
        ]
          .map(([label = '', value = '']) => t(`${label}\t:- ${value}`))
          .join('') +
        heading(voice.heading('declaration')) +
        t(person.declaration) +
        t('Date :-') +
        t(`Place :- ${person.city}`) +
        t(`\t\t(${person.name})`),
    };
  },
};

/** A template of Word itself: every field in a content control, "Title | Employer | dates" as a heading of the second level. */
const contentControls: DocxLayout = {
  name: 'content-controls',
  draw: (person, voice) => ({
    header: t(`${person.name} – page 1`),
    body:
      control(t(person.name, {}, 'Title')) +
      p([r(voice.place(person)), r(' | '), r(person.phone), r(' | '), r(person.email)]) +
      part(voice, 'summary', [control(t(person.summary))]) +
      part(
        voice,
        'education',
        person.studies.flatMap((study) => [
          control(t(`${study.degree} | ${study.end} | ${study.school}`, {}, 'Heading2')),
          bullet(`Result: ${study.result}`),
        ]),
      ) +
      part(voice, 'skills', [control(allSkills(person).map(bullet).join(''))]) +
      part(
        voice,
        'experience',
        person.jobs.flatMap((job) => [
          control(t(`${job.title} | ${job.company} | ${voice.period(job.start, job.end)}`, {}, 'Heading2')),
          ...job.bullets.map(bullet),
        ]),
      ) +
      part(
        voice,
        'volunteering',
        person.volunteering.map(({ role, organisation, start, end }) =>
          t(`${role} | ${organisation} | ${voice.period(start, end)}`, {}, 'Heading2'),
        ),
      ),
  }),
};

export const seenDocx: readonly DocxLayout[] = [tableSidebar, textBoxes, typedBioData, contentControls];
