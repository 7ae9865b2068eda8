import { allSkills, bullets, div, eachJob, eachStudy, esc, tag, type HtmlLayout } from './page';

/** Headings set flush right in a rail beside a rule; in the text, dates stand below the title. */
const flushRightRail: HtmlLayout = {
  name: 'flush-right-rail',
  draw: (person, voice) => {
    const group = (heading: string, inner: readonly string[]) =>
      inner.length === 0 ? '' : div('g', tag('h2', esc(heading)), div('t', ...inner));
    return {
      css: `body{font:10pt/1.4 Hanken,sans-serif}h1{font:300 26pt Hanken;margin-left:150px}.c{margin:0 0 14px 150px;font-size:9pt}.g{display:grid;grid-template-columns:120px 1fr;gap:14px}h2{font:600 9pt/14pt Hanken;text-align:right;text-transform:uppercase;color:#777}.t{border-left:2px solid #bbb;padding:0 0 14px 14px}i{color:#666}`,
      body:
        tag('h1', esc(person.name)) +
        div('c', esc([voice.place(person), person.phone, person.email].join('  |  '))) +
        group(voice.heading('summary'), [tag('p', esc(person.summary))]) +
        group(
          voice.heading('experience'),
          eachJob(
            person,
            (job) =>
              `<p><b>${esc(job.title)}</b>, ${esc(job.company)}</p><p><i>${esc(voice.period(job.start, job.end))}</i></p>${bullets(job.bullets)}`,
          ),
        ) +
        group(
          voice.heading('education'),
          eachStudy(
            person,
            (study) => `<p><b>${esc(study.degree)}</b>, ${esc(study.school)}</p><p><i>${study.end}</i></p>`,
          ),
        ) +
        group(voice.heading('skills'), [tag('p', esc(allSkills(person).join(', ')))]) +
        group(voice.heading('interests'), [tag('p', esc(person.hobbies.join(', ')))]),
    };
  },
};

/** The rail holds headings, and below each its dates and places; one line of text beside each. */
const railOfDates: HtmlLayout = {
  name: 'rail-of-dates',
  draw: (person, voice) => {
    const entry = (aside: readonly string[], inner: string) =>
      div('e', div('a', ...aside.map((line) => tag('p', esc(line)))), div('', inner));
    const heading = (words: string) => tag('h2', esc(words));
    return {
      css: `body{font:9.5pt/1.4 Literata,serif}h1{font:700 20pt Literata}.e{display:grid;grid-template-columns:140px 1fr;gap:16px;margin-bottom:9px}.a{font-size:8.5pt;color:#555}h2{font:700 11pt Literata;font-variant:small-caps;margin:8px 0 3px}`,
      body:
        tag('h1', esc(person.name)) +
        `<p>${esc(person.phone)}<br>${esc(person.email)}<br>${esc(voice.place(person))}</p>` +
        heading(voice.heading('experience')) +
        eachJob(person, (job) =>
          entry(
            [voice.period(job.start, job.end)],
            `<p><b>${esc(job.company)}</b></p><p>${esc(job.title)}</p>${bullets(job.bullets)}`,
          ),
        ).join('') +
        heading(voice.heading('education')) +
        eachStudy(person, (study) =>
          entry([study.end], `<p><b>${esc(study.degree)}</b></p><p>${esc(study.school)}</p>`),
        ).join('') +
        div('e', heading(voice.heading('skills')), tag('p', esc(allSkills(person).join(', ')))) +
        div('e', heading(voice.heading('languages')), tag('p', esc(person.languages.join(', ')))),
    };
  },
};

export const unseenRails: readonly HtmlLayout[] = [flushRightRail, railOfDates];
