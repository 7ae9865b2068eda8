import {
  allSkills,
  bullets,
  div,
  eachJob,
  eachStudy,
  esc,
  section,
  span,
  tag,
  type HtmlLayout,
} from './page';

/** A theme of the web: name over two lines beside the contact details, a sidebar on the right whose lines are set flush right. */
const flushRightSidebar: HtmlLayout = {
  name: 'flush-right-sidebar',
  draw: (person, voice) => {
    const [given = '', ...family] = person.name.split(' ');
    return {
      css: `body{font:9.5pt/1.35 Hanken,sans-serif}.top{display:flex;justify-content:space-between}h1{font:700 30pt/1 Anek}.c{text-align:right;font-size:9pt}.g{display:grid;grid-template-columns:1fr 150px;gap:26px}
h2{font:400 14pt Anek;margin:14px 0 6px}aside{text-align:right}aside p{margin-bottom:3px}.row{display:flex;justify-content:space-between}.w{color:#888;font-size:9pt}`,
      body:
        div(
          'top',
          tag('h1', [given, family.join(' ')].filter(Boolean).map(esc).join('<br>')),
          div('c', ...[person.phone, person.email, voice.place(person)].map((line) => `<p>${esc(line)}</p>`)),
        ) +
        tag('p', esc(person.headline)) +
        div(
          'g',
          div(
            '',
            section(voice.heading('summary'), [tag('p', esc(person.summary))]) +
              section(
                voice.heading('experience'),
                eachJob(
                  person,
                  (job) =>
                    div('row', tag('b', esc(job.title)), span('w', voice.period(job.start, job.end))) +
                    `<p>${esc(job.company)} · ${esc(job.place)}</p>${bullets(job.bullets)}`,
                ),
              ),
          ),
          tag(
            'aside',
            section(
              voice.heading('skills'),
              allSkills(person).map((skill) => tag('p', esc(skill))),
            ) +
              section(
                voice.heading('education'),
                eachStudy(
                  person,
                  (study) =>
                    `<p>${esc(study.degree)}</p><p class="w">${esc(study.school)}</p><p>${study.end}</p>`,
                ),
              ) +
              section(
                voice.heading('languages'),
                person.languages.map((language) => tag('p', esc(language))),
              ),
          ),
        ),
    };
  },
};

/** Skills in the narrow cells of a grid, which break their names over two rows; groups are named in the type of their lists. */
const skillGrid: HtmlLayout = {
  name: 'skill-grid',
  draw: (person, voice) => ({
    css: `h1{font:700 22pt Literata}h2{font:700 11pt Hanken;text-transform:uppercase;border-bottom:1px solid #444;margin:12px 0 5px}.k{display:grid;grid-template-columns:repeat(5,84px);column-gap:22px;row-gap:7px}.k div{text-align:left}.row{display:flex;justify-content:space-between}`,
    body:
      tag('h1', esc(person.name)) +
      `<p>${[voice.place(person), person.phone, person.email].map(esc).join(' | ')}</p>` +
      section(voice.heading('skills'), [
        div('k', ...allSkills(person).map((skill) => div('', tag('span', esc(skill))))),
      ]) +
      section(
        voice.heading('experience'),
        eachJob(
          person,
          (job) =>
            div(
              'row',
              tag('b', `${esc(job.title)}, ${esc(job.company)}`),
              span('', voice.period(job.start, job.end)),
            ) + `<p><i>${esc(job.place)}</i></p>${bullets(job.bullets)}`,
        ),
      ) +
      section(
        voice.heading('education'),
        eachStudy(
          person,
          (study) =>
            div('row', tag('b', esc(study.school)), span('', `${study.start} – ${study.end}`)) +
            tag('p', esc(study.degree)),
        ),
      ),
  }),
};

export const seenColumns: readonly HtmlLayout[] = [flushRightSidebar, skillGrid];
