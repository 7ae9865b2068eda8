import { allSkills } from '../html/page';
import type { TextLayout } from './layout';

/** Labels and values throughout. */
const labels: TextLayout = {
  name: 'labels',
  draw: (person, voice) => [
    `Name: ${person.name}`,
    `Email: ${person.email}`,
    `Mobile: ${person.phone}`,
    `Current Location: ${voice.place(person)}`,
    '',
    `${voice.heading('experience')}:`,
    '',
    ...person.jobs.flatMap((job) => [
      `Company: ${job.company}`,
      `Designation: ${job.title}`,
      `Period: ${voice.period(job.start, job.end)}`,
      `Location: ${job.place}`,
      'Responsibilities:',
      ...job.bullets.map((line) => `- ${line}`),
      '',
    ]),
    `${voice.heading('education')}:`,
    '',
    ...person.studies.map((study) => `${study.degree} from ${study.school}, ${study.end}, ${study.result}`),
    '',
    `${voice.heading('skills')}:`,
    allSkills(person).join(', '),
  ],
};

/** Dates set far to the right with spaces; headings underlined with signs. */
const typewriter: TextLayout = {
  name: 'typewriter',
  draw: (person, voice) => {
    const heading = (words: string) => ['', words.toUpperCase(), '='.repeat(words.length), ''];
    const wide = (left: string, right: string) => `${left.padEnd(58)}${right}`;
    return [
      person.name.toUpperCase(),
      wide(voice.place(person), person.phone),
      person.email,
      ...heading(voice.heading('skills')),
      allSkills(person).join(', '),
      ...heading(voice.heading('experience')),
      ...person.jobs.flatMap((job) => [
        wide(job.company, voice.period(job.start, job.end)),
        `${job.title}, ${job.place}`,
        ...job.bullets.map((line) => `  o ${line}`),
        '',
      ]),
      ...heading(voice.heading('education')),
      ...person.studies.flatMap((study) => [wide(study.school, study.end), study.degree]),
    ];
  },
};

export const unseenText: readonly TextLayout[] = [labels, typewriter];
