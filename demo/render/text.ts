import type { Person } from '../schema';
import {
  certificateLines,
  educationYears,
  entriesOf,
  languageWords,
  skillLines,
  styleOf,
  type Section,
} from './style';

const WIDTH = 78;

function wrap(text: string, first: string, rest: string): string[] {
  const lines: string[] = [];
  let line = first;
  for (const word of text.split(' ')) {
    const empty = line === first || line === rest;
    if (!empty && line.length + 1 + word.length > WIDTH) {
      lines.push(line);
      line = rest + word;
    } else line += empty ? word : ` ${word}`;
  }
  return [...lines, line];
}

/** A résumé as people paste it into a mail: capitals for headings, a dash for bullets, nothing past column 78. */
export function plainText(person: Person): string {
  const style = styleOf(person);
  const out: string[] = [person.name.toUpperCase(), person.headline, ''];
  const heading = (section: Section): void => {
    const words = style.heading(section).toUpperCase();
    out.push('', words, '-'.repeat(words.length));
  };
  out.push(
    `Location: ${person.city}`,
    `Phone: ${person.phone}`,
    `Email: ${person.email}`,
    ...person.links.map((link) => `Web: ${link}`),
  );
  heading('summary');
  out.push(...wrap(person.summary, '', ''));
  heading('experience');
  for (const entry of entriesOf(person, style)) {
    out.push([entry.title, entry.company, entry.location].filter(Boolean).join(', '), entry.period);
    for (const bullet of entry.bullets) out.push(...wrap(bullet, '  - ', '    '));
    out.push('');
  }
  out.pop();
  heading('education');
  for (const entry of person.education)
    out.push([entry.degree, entry.school, entry.result, educationYears(entry)].filter(Boolean).join(', '));
  heading('skills');
  for (const line of skillLines(person)) out.push(...wrap(line, '', ''));
  if (person.certifications.length > 0) {
    heading('certifications');
    out.push(...certificateLines(person));
  }
  heading('languages');
  out.push(languageWords(person).join(', '));
  return `${out.join('\n')}\n`;
}
