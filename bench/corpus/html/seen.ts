import type { CorpusPerson } from '../person';
import type { Voice } from '../voice';
import {
  allSkills,
  bullets,
  certificateLines,
  div,
  eachJob,
  eachStudy,
  esc,
  extras,
  icon,
  section,
  skillLines,
  span,
  tag,
  type HtmlLayout,
} from './page';

const contactOf = (person: CorpusPerson, voice: Voice): string[] => [
  voice.place(person),
  person.phone,
  person.email,
  person.link,
];

/** moderncv of LaTeX: dates hang in a column of their own on the left. */
const hangingDates: HtmlLayout = {
  name: 'hanging-dates',
  draw: (person, voice) => {
    const entry = (left: string, right: string) => div('cv', div('l', esc(left)), div('r', right));
    return {
      css: `body{font:10pt/1.35 Literata,serif}h1{font-weight:300;font-size:30pt}h2{color:#2a6fb0;font-weight:400;font-size:14pt;margin:14px 0 6px 118px}
.cv{display:grid;grid-template-columns:106px 1fr;gap:12px;margin:3px 0}.l{text-align:right;font-size:9pt}.top{display:flex;justify-content:space-between}.c{text-align:right;font-size:9pt;font-style:italic}`,
      body:
        div(
          'top',
          div('', tag('h1', esc(person.name)), tag('p', esc(person.headline))),
          div(
            'c',
            contactOf(person, voice)
              .map((line) => `<p>${icon()}${esc(line)}</p>`)
              .join(''),
          ),
        ) +
        section(voice.heading('summary'), [entry('', esc(person.summary))]) +
        section(
          voice.heading('experience'),
          eachJob(person, (job) =>
            entry(
              voice.period(job.start, job.end),
              `<p><b>${esc(job.title)}</b>, <i>${esc(job.company)}</i>, ${esc(job.place)}.</p>${bullets(job.bullets)}`,
            ),
          ),
        ) +
        section(
          voice.heading('education'),
          eachStudy(person, (study) =>
            entry(
              `${study.start}–${study.end}`,
              `<p><b>${esc(study.degree)}</b>, <i>${esc(study.school)}</i>, ${esc(study.result)}.</p>`,
            ),
          ),
        ) +
        section(
          voice.heading('skills'),
          person.skills.map(({ group, items }) => entry(group, esc(items.join(', ')))),
        ) +
        section(
          voice.heading('languages'),
          person.languages.map((language) => entry(language, 'Fluent')),
        ) +
        extras(person, voice),
    };
  },
};

/** Awesome-CV of LaTeX: centred head, employer and place on one line, title and dates on the next. */
const centredHead: HtmlLayout = {
  name: 'centred-head',
  draw: (person, voice) => ({
    css: `header{text-align:center;margin-bottom:8px}h1{font-size:26pt;font-weight:300}h1 b{font-weight:700}.pos{font-variant:small-caps;color:#c0392b}.row p{font-size:9.5pt}
h2{font-size:14pt;border-bottom:1px solid #999;margin:12px 0 4px}.t{font-variant:small-caps;color:#555}.d{font-style:italic;color:#777}`,
    body:
      tag(
        'header',
        tag(
          'h1',
          person.name.replace(
            /^(\S+)(.*)$/u,
            (_, first: string, rest: string) => `${esc(first)}<b>${esc(rest)}</b>`,
          ),
        ) +
          tag('p', esc(person.headline), 'pos') +
          tag('p', esc(voice.place(person)), 'd') +
          tag(
            'p',
            [person.phone, person.email, person.link]
              .map((item) => icon() + esc(item))
              .join(' &nbsp;|&nbsp; '),
          ),
      ) +
      section(
        voice.heading('experience'),
        eachJob(
          person,
          (job) =>
            div('row', tag('b', esc(job.company)), span('d', job.place)) +
            div('row', span('t', job.title), span('d', voice.period(job.start, job.end))) +
            bullets(job.bullets),
        ),
      ) +
      section(
        voice.heading('education'),
        eachStudy(
          person,
          (study) =>
            div('row', tag('b', esc(study.school)), span('d', study.result)) +
            div('row', span('t', study.degree), span('d', `${study.start} – ${study.end}`)),
        ),
      ) +
      section(
        voice.heading('skills'),
        person.skills.map(
          ({ group, items }) => `<p><b>${esc(group || 'Core')}</b> &nbsp; ${esc(items.join(', '))}</p>`,
        ),
      ) +
      extras(person, voice),
  }),
};

/** A coloured sidebar with contact and skills, as drawing tools for posters make it; long addresses break anywhere. */
const colourSidebar: HtmlLayout = {
  name: 'colour-sidebar',
  draw: (person, voice) => ({
    margin: '0',
    css: `.page{display:grid;grid-template-columns:31% 69%;min-height:297mm}.side{background:#27384a;color:#fff;padding:28px 18px;font-size:9.5pt}.main{padding:28px 24px}
.side p{overflow-wrap:anywhere;margin:4px 0}h1{font:700 27pt/1.05 Anek;text-transform:uppercase}h2{font:600 12pt Anek;text-transform:uppercase;letter-spacing:1px;margin:16px 0 6px;border-bottom:2px solid currentColor}.when{color:#777;font-size:9pt}`,
    body: div(
      'page',
      div(
        'side',
        section(
          voice.heading('contact'),
          contactOf(person, voice).map((line) => `<p>${icon()}${esc(line)}</p>`),
        ) +
          section(voice.heading('skills'), [bullets(allSkills(person))]) +
          section(voice.heading('languages'), [bullets(person.languages)]) +
          section(
            voice.heading('certificates'),
            person.certificates.length > 0 ? [bullets(certificateLines(person))] : [],
          ) +
          section(voice.heading('interests'), [`<p>${esc(person.hobbies.join(', '))}</p>`]),
      ),
      div(
        'main',
        tag('h1', esc(person.name)) +
          tag('p', esc(person.headline)) +
          section(voice.heading('summary'), [`<p>${esc(person.summary)}</p>`]) +
          section(
            voice.heading('experience'),
            eachJob(
              person,
              (job) =>
                `<p><b>${esc(job.title)}</b></p><p>${esc(job.company)} | ${esc(job.place)}</p><p class="when">${esc(voice.period(job.start, job.end))}</p>${bullets(job.bullets)}`,
            ),
          ) +
          section(
            voice.heading('education'),
            eachStudy(
              person,
              (study) =>
                `<p><b>${esc(study.degree)}</b></p><p>${esc(study.school)}</p><p class="when">${study.start} – ${study.end}</p>`,
            ),
          ),
      ),
    ),
  }),
};

/** The older Europass form: labels on the left of a ruled line say what stands on the right. */
const labelForm: HtmlLayout = {
  name: 'label-form',
  draw: (person, voice) => {
    const line = (label: string, value: string) => div('f', div('k', esc(label)), div('v', value));
    return {
      css: `body{font:10pt/1.35 "DejaVu Sans",sans-serif;font-size:9pt}.f{display:grid;grid-template-columns:170px 1fr;gap:14px}.k{text-align:right;border-right:1px solid #333;padding-right:8px}
h2{font-size:10.5pt;text-align:right;width:170px;padding-right:8px;border-right:1px solid #333;margin:0}section{margin-top:10px}h1{font-size:13pt;text-align:right;width:170px;padding-right:8px}`,
      body:
        tag('h1', 'Curriculum Vitae') +
        section('Personal information', [
          line('First name(s) / Surname(s)', tag('b', esc(person.name))),
          line('Address', esc(person.address)),
          line('Telephone(s)', esc(person.phone)),
          line('E-mail', esc(person.email)),
          line('Date of birth', esc(person.birth)),
        ]) +
        section(
          voice.heading('experience'),
          eachJob(
            person,
            (job) =>
              line('Dates', esc(voice.period(job.start, job.end))) +
              line('Occupation or position held', esc(job.title)) +
              line('Main activities and responsibilities', esc(job.bullets.join('. '))) +
              line('Name and address of employer', `${esc(job.company)}, ${esc(job.place)}`) +
              '<br>',
          ),
        ) +
        section(
          'Education and training',
          eachStudy(
            person,
            (study) =>
              line('Dates', `${study.start} – ${study.end}`) +
              line('Title of qualification awarded', esc(study.degree)) +
              line('Name and type of organisation providing education and training', esc(study.school)) +
              '<br>',
          ),
        ) +
        section('Personal skills and competences', [
          line('Mother tongue(s)', esc(person.languages[0] ?? '')),
          line('Other skills', esc(allSkills(person).join(', '))),
        ]),
    };
  },
};

/** Google Docs' own template: employer, place and title in one line, dates in small capitals below, a narrow column on the right. */
const docsTemplate: HtmlLayout = {
  name: 'docs-template',
  voice: { months: 'long' },
  draw: (person, voice) => ({
    css: `.g{display:grid;grid-template-columns:1fr 165px;gap:26px}h1{font:700 30pt Literata}h2{font:700 9.5pt Hanken;color:#1f6fd6;text-transform:uppercase;margin:18px 0 6px}.w{font-size:8pt;color:#666;text-transform:uppercase;margin-bottom:3px}aside p{margin-bottom:6px;overflow-wrap:anywhere}section p.j{margin-top:8px;font-size:12pt}`,
    body: div(
      'g',
      div(
        '',
        tag('h1', esc(person.name)) +
          tag('p', esc(person.headline)) +
          section(
            voice.heading('experience'),
            eachJob(
              person,
              (job) =>
                `<p class="j"><b>${esc(job.company)},</b> ${esc(job.place)} — <i>${esc(job.title)}</i></p><p class="w">${esc(voice.period(job.start, job.end))}</p>${bullets(job.bullets)}`,
            ),
          ) +
          section(
            voice.heading('education'),
            eachStudy(
              person,
              (study) =>
                `<p class="j"><b>${esc(study.school)}</b> — <i>${esc(study.degree)}</i></p><p class="w">${study.start} - ${study.end}</p>`,
            ),
          ) +
          extras(person, voice),
      ),
      tag(
        'aside',
        `<p>${esc(voice.place(person))}</p><p><b>${esc(person.phone)}</b></p><p>${esc(person.email)}</p>` +
          section(
            voice.heading('skills'),
            skillLines(person).map((line) => `<p>${esc(line)}</p>`),
          ) +
          section(voice.heading('languages'), [`<p>${esc(person.languages.join(', '))}</p>`]),
      ),
    ),
  }),
};

/** "CURRICULUM VITAE" as Indian colleges teach it: objective, ruled table of marks, personal details, declaration. */
const collegeVitae: HtmlLayout = {
  name: 'college-vitae',
  adapt: (person) => ({ ...person, name: person.name.toUpperCase() }),
  draw: (person, voice) => ({
    css: `body{font:11pt/1.4 "DejaVu Serif",serif;font-size:10pt}h1{text-align:center;text-decoration:underline;font-size:15pt}h2{background:#d9d9d9;font-size:11pt;padding:2px 6px;margin:12px 0 5px}table{width:100%;border-collapse:collapse}.m td,.m th{border:1px solid #000;padding:3px 6px;text-align:left}.q td{padding:1px 6px;width:50%}.q td:first-child{width:170px}`,
    body:
      tag('h1', 'CURRICULUM VITAE') +
      `<p><b>${esc(person.name)}</b></p><p>Mobile No: ${esc(person.phone)}</p><p>E-mail ID: ${esc(person.email)}</p><p>Address: ${esc(person.address)}</p>` +
      section(`${voice.heading('summary')}:`, [`<p>${esc(person.summary)}</p>`]) +
      section(`${voice.heading('education')}:`, [
        tag(
          'table',
          '<tr><th>Course</th><th>Institution</th><th>Year of Passing</th><th>Percentage</th></tr>' +
            eachStudy(
              person,
              (study) =>
                `<tr><td>${esc(study.degree)}</td><td>${esc(study.school)}</td><td>${study.end}</td><td>${esc(study.result)}</td></tr>`,
            ).join(''),
          'm',
        ),
      ]) +
      section(
        `${voice.heading('experience')}:`,
        eachJob(
          person,
          (job) =>
            `<p><b>${esc(job.company)}</b>, ${esc(job.place)}</p><p>Designation: ${esc(job.title)}</p><p>Duration: ${esc(voice.period(job.start, job.end))}</p>${bullets(job.bullets)}`,
        ),
      ) +
      section(`${voice.heading('skills')}:`, [bullets(skillLines(person))]) +
      section(`${voice.heading('personal')}:`, [
        tag(
          'table',
          [
            ['Father’s Name', person.father],
            ['Date of Birth', person.birth],
            ['Languages Known', person.languages.join(', ')],
            ['Marital Status', 'Single'],
            ['Hobbies', person.hobbies.join(', ')],
          ]
            .map(([label = '', value = '']) => `<tr><td>${label}</td><td>: ${esc(value)}</td></tr>`)
            .join(''),
          'q',
        ),
      ]) +
      section(`${voice.heading('declaration')}:`, [
        `<p>${esc(person.declaration)}</p><p>Place: ${esc(person.city)}</p>`,
        div('row', '<p>Date:</p>', `<p>(${esc(person.name)})</p>`),
      ]),
  }),
};

/** Several roles under one employer, each with its own dates below the employer's. */
const rolesUnderEmployer: HtmlLayout = {
  name: 'roles-under-employer',
  adapt: (person) => {
    const [first, second, ...rest] = person.jobs;
    if (!first || !second) return person;
    return { ...person, jobs: [first, { ...second, company: first.company, place: first.place }, ...rest] };
  },
  draw: (person, voice) => {
    const employers = [...new Set(person.jobs.map((job) => job.company))];
    return {
      css: `h1{font-size:22pt;text-align:center}.c{text-align:center;font-size:9pt}h2{font-size:11pt;text-transform:uppercase;border-top:1px solid #000;margin:12px 0 4px;padding-top:3px}.role{font-style:italic}`,
      body:
        tag('h1', esc(person.name)) +
        tag('p', [person.email, person.phone, voice.place(person)].map(esc).join(' • '), 'c') +
        section(voice.heading('summary'), [`<p>${esc(person.summary)}</p>`]) +
        section(
          voice.heading('experience'),
          employers.map((employer) => {
            const jobs = person.jobs.filter((job) => job.company === employer);
            return (
              div('row', tag('b', esc(employer)), span('', jobs[0]?.place ?? '')) +
              jobs
                .map(
                  (job) =>
                    div('row', span('role', job.title), span('', voice.period(job.start, job.end))) +
                    bullets(job.bullets),
                )
                .join('')
            );
          }),
        ) +
        section(
          voice.heading('education'),
          eachStudy(
            person,
            (study) =>
              div('row', tag('b', esc(study.school)), span('', study.end)) +
              `<p>${esc(study.degree)}; ${esc(study.result)}</p>`,
          ),
        ) +
        section(
          voice.heading('skills'),
          skillLines(person).map((line) => `<p>${esc(line)}</p>`),
        ) +
        extras(person, voice),
    };
  },
};

/** A scholar's pages with a running head, and two referees with addresses of their own at the end. */
const runningHead: HtmlLayout = {
  name: 'running-head',
  draw: (person, voice) => ({
    head: `${esc(person.name)} · Curriculum vitae`,
    css: `body{font:11.5pt/1.65 Literata,serif}h1{font-size:20pt}h2{font-variant:small-caps;font-size:14pt;margin:18px 0 6px}.when{float:right}.x{margin:14px 0}`,
    body:
      tag('h1', esc(person.name)) +
      `<p>${esc(person.address)}<br>Tel. ${esc(person.phone)}<br>${esc(person.email)}</p>` +
      section(voice.heading('summary'), [`<p>${esc(person.summary)}</p>`]) +
      section(
        voice.heading('education'),
        eachStudy(
          person,
          (study) =>
            `<p class="x"><span class="when">${study.start}–${study.end}</span>${esc(study.degree)}, <i>${esc(study.school)}</i>. ${esc(study.result)}.</p>`,
        ),
      ) +
      section(
        voice.heading('experience'),
        eachJob(
          person,
          (job) =>
            `<p class="x"><span class="when">${esc(voice.period(job.start, job.end))}</span><b>${esc(job.title)}</b><br>${esc(job.company)}, ${esc(job.place)}</p>${bullets(job.bullets)}`,
        ),
      ) +
      extras(person, voice) +
      section(voice.heading('skills'), [`<p>${esc(allSkills(person).join('; '))}</p>`]) +
      section(
        voice.heading('references'),
        person.referees.map(
          (referee) =>
            `<p class="x"><b>${esc(referee.name)}</b><br>${esc(referee.role)}<br>${esc(referee.phone)}, ${esc(referee.email)}</p>`,
        ),
      ),
  }),
};

/** For machines: one column, "Title | Employer | Place | dates" on one line, nothing bold but headings. */
const oneLineHeads: HtmlLayout = {
  name: 'one-line-heads',
  adapt: (person) => ({ ...person, name: person.name.toUpperCase() }),
  draw: (person, voice) => {
    const glue = voice.random.pick([' | ', ', ', ' – ', ' • ']);
    return {
      css: `body{font-family:"DejaVu Sans",sans-serif;font-size:9.5pt}h1{font-size:14pt}h2{font-size:10.5pt;text-transform:uppercase;margin:12px 0 3px}`,
      body:
        tag('h1', esc(person.name)) +
        tag('p', [voice.place(person), person.phone, person.email].map(esc).join(' | ')) +
        section(voice.heading('summary'), [`<p>${esc(person.summary)}</p>`]) +
        section(voice.heading('skills'), [`<p>${esc(allSkills(person).join(' | '))}</p>`]) +
        section(
          voice.heading('experience'),
          eachJob(
            person,
            (job) =>
              `<p>${[job.title, job.company, job.place].map(esc).join(glue)} (${esc(voice.period(job.start, job.end))})</p>${bullets(job.bullets)}`,
          ),
        ) +
        section(
          voice.heading('education'),
          eachStudy(
            person,
            (study) => `<p>${[study.degree, study.school, study.end].map(esc).join(glue)}</p>`,
          ),
        ) +
        extras(person, voice),
    };
  },
};

/** Employer first, the title below it, the years on a line of their own below that. */
const yearsBelow: HtmlLayout = {
  name: 'years-below',
  voice: { yearsOnly: true },
  draw: (person, voice) => ({
    css: `body{font:10.5pt/1.4 Anek,sans-serif}h1{font-size:24pt;font-weight:400}h2{font-size:15pt;font-weight:400;color:#0a7d5a;margin:16px 0 4px}h3{font-size:11pt;margin-top:8px}.y{color:#888;font-size:9pt}`,
    body:
      tag('h1', esc(person.name)) +
      tag('p', esc(person.headline)) +
      tag('p', `${esc(person.email)} · ${esc(person.phone)} · ${esc(voice.place(person))}`) +
      section(
        voice.heading('experience'),
        eachJob(
          person,
          (job) =>
            `<h3>${esc(job.company)}</h3><p>${esc(job.title)}</p><p class="y">${esc(voice.period(job.start, job.end))}</p>${bullets(job.bullets)}`,
        ),
      ) +
      section(
        voice.heading('education'),
        eachStudy(
          person,
          (study) =>
            `<h3>${esc(study.school)}</h3><p>${esc(study.degree)}</p><p class="y">${study.start} – ${study.end}</p>`,
        ),
      ) +
      section(voice.heading('skills'), [`<p>${esc(allSkills(person).join(' · '))}</p>`]) +
      extras(person, voice),
  }),
};

export const seenHtml: readonly HtmlLayout[] = [
  hangingDates,
  centredHead,
  colourSidebar,
  labelForm,
  docsTemplate,
  collegeVitae,
  rolesUnderEmployer,
  runningHead,
  oneLineHeads,
  yearsBelow,
];
