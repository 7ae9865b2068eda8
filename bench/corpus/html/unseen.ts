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

const reach = (person: CorpusPerson, voice: Voice): string[] => [
  person.email,
  person.phone,
  voice.place(person),
];

/** Two columns of LaTeX (Deedy): links, schooling and skills on the left, jobs on the right, "EMPLOYER | Title" in one line. */
const narrowLeft: HtmlLayout = {
  name: 'narrow-left',
  draw: (person, voice) => ({
    css: `header{text-align:center}h1{font:300 32pt Anek}.g{display:grid;grid-template-columns:33% 1fr;gap:20px}h2{font:400 15pt Anek;text-transform:uppercase;color:#555;margin:12px 0 2px}.b{font:700 11.5pt Anek;text-transform:uppercase}.d{font-size:8.5pt;color:#777;text-transform:uppercase}`,
    body:
      tag('header', tag('h1', esc(person.name)) + tag('p', reach(person, voice).map(esc).join(' | '))) +
      div(
        'g',
        div(
          '',
          section(
            voice.heading('education'),
            eachStudy(
              person,
              (study) =>
                `<p class="b">${esc(study.school)}</p><p>${esc(study.degree)}</p><p class="d">${study.start} – ${study.end}</p><p>${esc(study.result)}</p>`,
            ),
          ) +
            section('Links', [`<p>${esc(person.link)}</p>`]) +
            section(
              voice.heading('skills'),
              skillLines(person).map((line) => `<p>${esc(line)}</p>`),
            ) +
            section(voice.heading('languages'), [`<p>${esc(person.languages.join(' • '))}</p>`]),
        ),
        div(
          '',
          section(
            voice.heading('experience'),
            eachJob(
              person,
              (job) =>
                `<p><span class="b">${esc(job.company)}</span> | ${esc(job.title)}</p><p class="d">${esc(voice.period(job.start, job.end))} | ${esc(job.place)}</p>${bullets(job.bullets)}`,
            ),
          ) + extras(person, voice),
        ),
      ),
  }),
};

/** A line with dots down the page; dates stand left of it. */
const timeline: HtmlLayout = {
  name: 'timeline',
  draw: (person, voice) => {
    const stop = (when: string, inner: string) =>
      div(
        's',
        div('w', when),
        div('o', '<svg width="9" height="9"><circle cx="4.5" cy="4.5" r="4"/></svg>'),
        div('i', inner),
      );
    return {
      css: `.s{display:grid;grid-template-columns:95px 14px 1fr;gap:8px;margin:4px 0}.w{font-size:8.5pt;text-align:right;color:#666}.i{border-left:2px solid #ccc;padding-left:10px}h1{font-size:28pt}h2{font-size:13pt;text-transform:uppercase;letter-spacing:3px;margin:14px 0 6px}header{background:#f2efe9;padding:14px}`,
      body:
        tag(
          'header',
          tag('h1', esc(person.name)) +
            tag('p', esc(person.headline)) +
            tag(
              'p',
              reach(person, voice)
                .map((item) => icon() + esc(item))
                .join('&emsp;'),
            ),
        ) +
        section(voice.heading('summary'), [`<p>${esc(person.summary)}</p>`]) +
        section(
          voice.heading('experience'),
          eachJob(person, (job) =>
            stop(
              `${esc(voice.date(job.start))} –<br>${esc(voice.date(job.end))}`,
              `<p><b>${esc(job.title)}</b></p><p>${esc(job.company)}, ${esc(job.place)}</p>${bullets(job.bullets)}`,
            ),
          ),
        ) +
        section(
          voice.heading('education'),
          eachStudy(person, (study) =>
            stop(
              `${study.start} –<br>${study.end}`,
              `<p><b>${esc(study.degree)}</b></p><p>${esc(study.school)}</p>`,
            ),
          ),
        ) +
        section(voice.heading('skills'), [`<p>${esc(allSkills(person).join(', '))}</p>`]) +
        extras(person, voice),
    };
  },
};

/** Functional: what one can do comes first in groups of bullets, the jobs are a short list at the end. */
const functional: HtmlLayout = {
  name: 'functional',
  draw: (person, voice) => ({
    css: `h1{font-size:20pt}h2{font-size:12pt;border-bottom:2px solid #444;margin:14px 0 5px}h3{font-size:10.5pt;margin-top:6px}`,
    body:
      tag('h1', esc(person.name)) +
      reach(person, voice)
        .map((line) => tag('p', esc(line)))
        .join('') +
      section(voice.heading('summary'), [`<p>${esc(person.summary)}</p>`]) +
      section('Professional Accomplishments', [
        '<h3>Planning and Delivery</h3>',
        bullets(person.jobs[0]?.bullets ?? []),
        '<h3>People</h3>',
        bullets(person.jobs.at(-1)?.bullets.slice(0, 2) ?? []),
      ]) +
      section(voice.heading('skills'), [`<p>${esc(allSkills(person).join(', '))}</p>`]) +
      section(
        voice.heading('experience'),
        eachJob(person, (job) =>
          div(
            'row',
            span('', `${job.title}, ${job.company}, ${job.place}`),
            span('', voice.period(job.start, job.end)),
          ),
        ),
      ) +
      section(
        voice.heading('education'),
        eachStudy(person, (study) =>
          div('row', span('', `${study.degree}, ${study.school}`), span('', study.end)),
        ),
      ) +
      section(
        voice.heading('certificates'),
        certificateLines(person).map((line) => `<p>${esc(line)}</p>`),
      ),
  }),
};

/** What a network for professionals prints of a profile: a dark rail of contact and top skills, durations after the dates. */
const networkProfile: HtmlLayout = {
  name: 'network-profile',
  voice: { months: 'long' },
  adapt: (person) => ({
    ...person,
    skills: person.skills.slice(0, 1).map(({ items }) => ({ group: '', items: items.slice(0, 4) })),
  }),
  draw: (person, voice) => ({
    margin: '0',
    css: `.g{display:grid;grid-template-columns:32% 1fr;min-height:290mm}.side p{overflow-wrap:anywhere}.side{background:#2f3a44;color:#eee;padding:30px 20px;font-size:9.5pt}.main{padding:30px 26px}h1{font-size:24pt;font-weight:400}.side h2{font-size:11.5pt;font-weight:400;margin:14px 0 4px}.main h2{font-size:14pt;font-weight:400;margin:18px 0 6px}.p{color:#777;font-size:9pt}.x{margin-top:10px}`,
    body: div(
      'g',
      div(
        'side',
        section('Contact', [
          `<p>${esc(person.phone)} (Mobile)</p><p>${esc(person.email)}</p><p>${esc(person.link)} (LinkedIn)</p>`,
        ]) +
          section(
            'Top Skills',
            allSkills(person).map((skill) => `<p>${esc(skill)}</p>`),
          ) +
          section(
            'Languages',
            person.languages.map((language) => `<p>${esc(language)} (Full Professional)</p>`),
          ) +
          section(
            'Certifications',
            person.certificates.map(({ name }) => `<p>${esc(name)}</p>`),
          ),
      ),
      div(
        'main',
        tag('h1', esc(person.name)) +
          `<p>${esc(person.headline)} at ${esc(person.jobs[0]?.company ?? '')}</p><p class="p">${esc(voice.place(person))}</p>` +
          section('Summary', [`<p>${esc(person.summary)}</p>`]) +
          section(
            'Experience',
            eachJob(
              person,
              (job) =>
                `<p class="x"><b>${esc(job.company)}</b></p><p>${esc(job.title)}</p><p class="p">${esc(voice.period(job.start, job.end))} (2 years 3 months)</p><p class="p">${esc(job.place)}</p><p>${esc(job.bullets.join('. '))}.</p>`,
            ),
          ) +
          section(
            'Education',
            eachStudy(
              person,
              (study) =>
                `<p class="x"><b>${esc(study.school)}</b></p><p>${esc(study.degree)} · (${study.start} - ${study.end})</p>`,
            ),
          ),
      ),
    ),
  }),
};

/** Two columns of one width: jobs left, everything else right; big coloured dates. */
const equalColumns: HtmlLayout = {
  name: 'equal-columns',
  draw: (person, voice) => ({
    css: `.g{display:grid;grid-template-columns:1fr 1fr;gap:28px}h1{font:700 25pt Anek;text-transform:uppercase}h2{font:700 13pt Anek;text-transform:uppercase;border-bottom:3px solid #111;margin:12px 0 6px}.co{color:#008cff;font-weight:700}.when{font-size:8.5pt;color:#555}ul{font-size:9.5pt}`,
    body:
      tag('h1', esc(person.name)) +
      `<p class="co">${esc(person.headline)}</p>` +
      tag(
        'p',
        reach(person, voice)
          .map((item) => icon() + esc(item))
          .join('&emsp;'),
      ) +
      div(
        'g',
        div(
          '',
          section(
            voice.heading('experience'),
            eachJob(
              person,
              (job) =>
                `<p style="font-size:12pt">${esc(job.title)}</p><p class="co">${esc(job.company)}</p><p class="when">${icon()}${esc(voice.period(job.start, job.end))}&emsp;${icon()}${esc(job.place)}</p>${bullets(job.bullets)}`,
            ),
          ),
        ),
        div(
          '',
          section(voice.heading('summary'), [`<p>${esc(person.summary)}</p>`]) +
            section(
              voice.heading('education'),
              eachStudy(
                person,
                (study) =>
                  `<p style="font-size:12pt">${esc(study.degree)}</p><p class="co">${esc(study.school)}</p><p class="when">${icon()}${study.start} - ${study.end}</p>`,
              ),
            ) +
            section(voice.heading('skills'), [
              div(
                '',
                ...allSkills(person).map(
                  (skill) =>
                    `<span style="display:inline-block;border-bottom:1px solid #999;margin:2px 12px 4px 0">${esc(skill)}</span>`,
                ),
              ),
            ]) +
            extras(person, voice),
        ),
      ),
  }),
};

/** Much white, letters set apart in headings and name, dates on the right edge. */
const spacedLetters: HtmlLayout = {
  name: 'spaced-letters',
  adapt: (person) => ({ ...person, name: person.name.toUpperCase() }),
  draw: (person, voice) => ({
    css: `body{font:9.5pt/1.5 Literata,serif}h1{font-weight:300;font-size:22pt;letter-spacing:7px;text-align:center}h2{font-weight:400;font-size:10pt;letter-spacing:4px;text-transform:uppercase;text-align:center;margin:20px 0 8px}.c{text-align:center;letter-spacing:1px;font-size:8.5pt}`,
    body:
      tag('h1', esc(person.name)) +
      tag('p', reach(person, voice).map(esc).join(' / '), 'c') +
      section(voice.heading('summary'), [`<p>${esc(person.summary)}</p>`]) +
      section(
        voice.heading('experience'),
        eachJob(
          person,
          (job) =>
            div(
              'row',
              `<span><b>${esc(job.title)}</b> — ${esc(job.company)}, ${esc(job.place)}</span>`,
              span('', voice.period(job.start, job.end)),
            ) + bullets(job.bullets),
        ),
      ) +
      section(
        voice.heading('education'),
        eachStudy(person, (study) =>
          div('row', `<span><b>${esc(study.degree)}</b> — ${esc(study.school)}</span>`, span('', study.end)),
        ),
      ) +
      section(voice.heading('skills'), [`<p class="c">${esc(allSkills(person).join(' · '))}</p>`]) +
      extras(person, voice),
  }),
};

/** The name in a band at the top, the ways to reach the person at the foot of the page. */
const footContact: HtmlLayout = {
  name: 'foot-contact',
  draw: (person, voice) => ({
    foot: reach(person, voice).map(esc).join(' &nbsp;·&nbsp; '),
    css: `.band{background:#123;color:#fff;padding:16px 20px}h1{font-size:24pt}h2{color:#123;font-size:12.5pt;margin:14px 0 4px}.when{color:#a33;font-weight:600}`,
    body:
      div('band', tag('h1', esc(person.name)), tag('p', esc(person.headline))) +
      section(voice.heading('summary'), [`<p>${esc(person.summary)}</p>`]) +
      section(
        voice.heading('experience'),
        eachJob(
          person,
          (job) =>
            `<p class="when">${esc(voice.period(job.start, job.end))}</p><p><b>${esc(job.title)}</b>, ${esc(job.company)}</p>${bullets(job.bullets)}`,
        ),
      ) +
      section(
        voice.heading('education'),
        eachStudy(
          person,
          (study) =>
            `<p class="when">${study.start} – ${study.end}</p><p><b>${esc(study.degree)}</b>, ${esc(study.school)}</p>`,
        ),
      ) +
      section(voice.heading('skills'), [bullets(skillLines(person))]) +
      extras(person, voice),
  }),
};

/** A ruled table of employers with serial numbers, another of examinations, personal details below. */
const ruledEmployment: HtmlLayout = {
  name: 'ruled-employment',
  draw: (person, voice) => ({
    css: `body{font-family:"DejaVu Sans",sans-serif;font-size:9pt}h1{font-size:15pt;text-align:center}h2{font-size:10.5pt;text-decoration:underline;margin:12px 0 4px}table{width:100%;border-collapse:collapse}td,th{border:1px solid #333;padding:3px 5px;text-align:left;vertical-align:top}.n td{border:0}.n td:first-child{width:150px}`,
    body:
      tag('h1', 'BIO-DATA') +
      tag(
        'table',
        [
          ['Name', person.name],
          ['Contact No.', person.phone],
          ['Email', person.email],
          ['Present Address', person.address],
        ]
          .map(([label = '', value = '']) => `<tr><td>${label}</td><td>: ${esc(value)}</td></tr>`)
          .join(''),
        'n',
      ) +
      section(voice.heading('summary'), [`<p>${esc(person.summary)}</p>`]) +
      section(voice.heading('experience'), [
        tag(
          'table',
          '<tr><th>S. No.</th><th>Organisation</th><th>Designation</th><th>Period</th></tr>' +
            person.jobs
              .map(
                (job, index) =>
                  `<tr><td>${index + 1}</td><td>${esc(job.company)}</td><td>${esc(job.title)}</td><td>${esc(voice.period(job.start, job.end))}</td></tr>`,
              )
              .join(''),
        ),
      ]) +
      section('Roles and Responsibilities', [bullets(person.jobs.flatMap((job) => job.bullets))]) +
      section(voice.heading('education'), [
        tag(
          'table',
          '<tr><th>Examination</th><th>Board / University</th><th>Passing Year</th><th>% / CGPA</th></tr>' +
            eachStudy(
              person,
              (study) =>
                `<tr><td>${esc(study.degree)}</td><td>${esc(study.school)}</td><td>${study.end}</td><td>${esc(study.result)}</td></tr>`,
            ).join(''),
        ),
      ]) +
      section(voice.heading('skills'), [bullets(allSkills(person))]) +
      section(voice.heading('personal'), [
        tag(
          'table',
          [
            ['Father’s Name', person.father],
            ['Date of Birth', person.birth],
            ['Nationality', 'Indian'],
            ['Languages Known', person.languages.join(', ')],
          ]
            .map(([label = '', value = '']) => `<tr><td>${label}</td><td>: ${esc(value)}</td></tr>`)
            .join(''),
          'n',
        ),
      ]) +
      section(voice.heading('declaration'), [`<p>${esc(person.declaration)}</p><p>${esc(person.name)}</p>`]),
  }),
};

/** As American colleges teach it: employer in capitals with the place on the right, title in italics with the dates. */
const collegeUs: HtmlLayout = {
  name: 'college-us',
  draw: (person, voice) => ({
    css: `body{font:11pt/1.35 "DejaVu Serif",serif;font-size:9.5pt}h1{font-size:16pt;text-align:center}.c{text-align:center}h2{font-size:10.5pt;text-transform:uppercase;border-bottom:1px solid #000;margin:10px 0 3px}.up{text-transform:uppercase;font-weight:700}`,
    body:
      tag('h1', esc(person.name)) +
      tag('p', [voice.place(person), person.phone, person.email].map(esc).join(' | '), 'c') +
      section(
        voice.heading('education'),
        eachStudy(
          person,
          (study) =>
            div('row', `<b>${esc(study.school)}</b>`, span('', study.end)) +
            `<p><i>${esc(study.degree)}</i>, ${esc(study.result)}</p>`,
        ),
      ) +
      section(
        voice.heading('experience'),
        eachJob(
          person,
          (job) =>
            div('row', span('up', job.company), span('', job.place)) +
            div('row', tag('i', esc(job.title)), span('', voice.period(job.start, job.end))) +
            bullets(job.bullets),
        ),
      ) +
      extras(person, voice) +
      section(
        voice.heading('skills'),
        skillLines(person).map((line) => `<p>${esc(line)}</p>`),
      ) +
      section(voice.heading('references'), ['<p>Available on request.</p>']),
  }),
};

/** Entries on the left, dates and place of each in a column on the right, one below the other. */
const rightMeta: HtmlLayout = {
  name: 'right-meta',
  draw: (person, voice) => {
    const entry = (main: string, ...meta: string[]) =>
      div('e', div('', main), div('m', meta.map((line) => tag('p', esc(line))).join('')));
    return {
      css: `.e{display:grid;grid-template-columns:1fr 150px;gap:20px;margin:6px 0}.m{font-size:9pt;color:#555;overflow-wrap:anywhere}h1{font-size:26pt;font-weight:600}h2{font-size:12pt;color:#7a2e1d;margin:14px 0 2px}`,
      body:
        tag('h1', esc(person.name)) +
        entry(
          `<p>${esc(person.headline)}. ${esc(person.summary)}</p>`,
          person.email,
          person.phone,
          voice.place(person),
        ) +
        section(
          voice.heading('experience'),
          eachJob(person, (job) =>
            entry(
              `<p><b>${esc(job.company)}</b></p><p>${esc(job.title)}</p>${bullets(job.bullets)}`,
              voice.period(job.start, job.end),
              job.place,
            ),
          ),
        ) +
        section(
          voice.heading('education'),
          eachStudy(person, (study) =>
            entry(
              `<p><b>${esc(study.school)}</b></p><p>${esc(study.degree)}</p>`,
              `${study.start} – ${study.end}`,
            ),
          ),
        ) +
        section(
          voice.heading('skills'),
          skillLines(person).map((line) => entry(`<p>${esc(line)}</p>`)),
        ) +
        extras(person, voice),
    };
  },
};

export const unseenHtml: readonly HtmlLayout[] = [
  narrowLeft,
  timeline,
  functional,
  networkProfile,
  equalColumns,
  spacedLetters,
  footContact,
  ruledEmployment,
  collegeUs,
  rightMeta,
];
