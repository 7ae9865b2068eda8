import { allSkills, bullets, div, eachJob, eachStudy, esc, section, tag, type HtmlLayout } from './page';

/** A sidebar on the right whose lines are centred, with the contact details at its head. */
const centredSidebar: HtmlLayout = {
  name: 'centred-sidebar',
  draw: (person, voice) => ({
    css: `.g{display:grid;grid-template-columns:1fr 178px;gap:30px}h1{font:600 25pt Literata}h2{font:600 10.5pt Hanken;text-transform:uppercase;letter-spacing:.06em;margin:15px 0 5px}aside{text-align:center}aside p{margin:2px 0;overflow-wrap:anywhere}.w{font-style:italic;color:#666}`,
    body: div(
      'g',
      div(
        '',
        tag('h1', esc(person.name)) +
          tag('p', esc(person.headline)) +
          section(voice.heading('summary'), [tag('p', esc(person.summary))]) +
          section(
            voice.heading('experience'),
            eachJob(
              person,
              (job) =>
                `<p><b>${esc(job.company)}</b>, ${esc(job.place)}</p><p>${esc(job.title)}</p><p class="w">${esc(voice.period(job.start, job.end))}</p>${bullets(job.bullets)}`,
            ),
          ),
      ),
      tag(
        'aside',
        section(
          voice.heading('contact'),
          [person.email, person.phone, voice.place(person)].map((line) => tag('p', esc(line))),
        ) +
          section(
            voice.heading('education'),
            eachStudy(
              person,
              (study) =>
                `<p><b>${esc(study.school)}</b></p><p>${esc(study.degree)}</p><p>${study.start} – ${study.end}</p>`,
            ),
          ) +
          section(
            voice.heading('skills'),
            allSkills(person).map((skill) => tag('p', esc(skill))),
          ),
      ),
    ),
  }),
};

/** A form whose labels hang flush right beside their values. */
const hangingLabels: HtmlLayout = {
  name: 'hanging-labels',
  draw: (person, voice) => {
    const line = (label: string, value: string) => div('f', div('k', esc(label)), div('', value));
    return {
      css: `body{font:9.5pt/1.4 Hanken,sans-serif}.f{display:grid;grid-template-columns:150px 1fr;gap:18px}.k{text-align:right;color:#555}h1{font:700 20pt Hanken;margin-left:168px}h2{font:700 11pt Hanken;margin:12px 0 3px 168px}.gap{height:7px}`,
      body:
        tag('h1', esc(person.name)) +
        line('Address', esc(person.address)) +
        line('Mobile', esc(person.phone)) +
        line('Email', esc(person.email)) +
        section(
          voice.heading('experience'),
          eachJob(
            person,
            (job) =>
              line('Period', esc(voice.period(job.start, job.end))) +
              line('Position', esc(job.title)) +
              line('Employer', `${esc(job.company)}, ${esc(job.place)}`) +
              line('Main tasks', esc(job.bullets.join('; '))) +
              div('gap'),
          ),
        ) +
        section(
          voice.heading('education'),
          eachStudy(
            person,
            (study) =>
              line('Dates', `${study.start} – ${study.end}`) +
              line('Qualification', esc(study.degree)) +
              line('Institution', esc(study.school)) +
              div('gap'),
          ),
        ) +
        section(voice.heading('skills'), [line('', esc(allSkills(person).join(', ')))]),
    };
  },
};

export const unseenColumns: readonly HtmlLayout[] = [centredSidebar, hangingLabels];
