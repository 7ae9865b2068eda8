import { eachJob, eachStudy, esc, bullets, div, skillLines, span, tag, type HtmlLayout } from './page';

/** A theme of the web: the headings hang in a rail on the left, level with their text, and the dates of the entries below them. */
const railOfHeadings: HtmlLayout = {
  name: 'rail-of-headings',
  draw: (person, voice) => {
    const group = (heading: string, ...entries: readonly (readonly [aside: string, text: string])[]) =>
      entries
        .map(([aside, text], index) =>
          div(
            'g',
            div('l', (index === 0 ? tag('h2', esc(heading)) : '') + (aside === '' ? '' : span('d', aside))),
            div('', text),
          ),
        )
        .join('');
    return {
      css: `body{font:9.5pt/1.4 Hanken,sans-serif}header{text-align:center;margin-bottom:24px}h1{font:400 17pt Literata}h2{font:600 12pt/1.2 Hanken;text-transform:uppercase}.d{font-size:7.5pt;text-transform:uppercase}
.g{display:grid;grid-template-columns:165px 1fr;gap:18px;margin-bottom:12px}.v{display:grid;grid-template-columns:120px 1fr}`,
      body:
        tag('header', tag('h1', esc(person.name)) + tag('p', esc(person.headline))) +
        group(voice.heading('contact'), [
          '',
          [
            ['Email', person.email],
            ['Phone', person.phone],
            ['Address', person.address],
            ['City', voice.place(person)],
          ]
            .map(([label = '', value = '']) => div('v', tag('p', label), tag('p', esc(value))))
            .join(''),
        ]) +
        group(voice.heading('summary'), ['', tag('p', esc(person.summary))]) +
        group(voice.heading('skills'), [
          '',
          skillLines(person)
            .map((line) => tag('p', esc(line)))
            .join(''),
        ]) +
        group(
          voice.heading('experience'),
          ...person.jobs.map(
            (job) =>
              [
                voice.period(job.start, job.end),
                `<p><b>${esc(job.title)}</b> at <b>${esc(job.company)}</b></p>${bullets(job.bullets)}`,
              ] as const,
          ),
        ) +
        group(
          voice.heading('education'),
          ...person.studies.map(
            (study) =>
              [
                `${study.start} – ${study.end}`,
                `<p><b>${esc(study.school)}</b></p><p>${esc(study.degree)}</p>`,
              ] as const,
          ),
        ) +
        group(voice.heading('languages'), ['', tag('p', esc(person.languages.join(', ')))]),
    };
  },
};

/** Headings alone in the rail, dates at the right margin: a short page whose text is little longer than its headings. */
const railAndMargin: HtmlLayout = {
  name: 'rail-and-margin',
  draw: (person, voice) => {
    const group = (heading: string, inner: readonly string[]) =>
      div('g', tag('h2', esc(heading)), div('', ...inner));
    return {
      css: `body{font:10pt/1.45 Literata,serif}h1{font:700 22pt Hanken}h2{font:700 10pt/1.45 Hanken;color:#4661a8}.g{display:grid;grid-template-columns:130px 1fr;gap:20px;border-top:1px solid #ccc;padding:8px 0}`,
      body:
        tag('h1', esc(person.name)) +
        `<p>${[person.email, person.phone, voice.place(person)].map(esc).join(' · ')}</p>` +
        group(voice.heading('summary'), [tag('p', esc(person.headline))]) +
        group(
          voice.heading('experience'),
          eachJob(
            person,
            (job) =>
              div('row', tag('b', esc(job.title)), span('', voice.period(job.start, job.end))) +
              tag('p', esc(job.company)),
          ),
        ) +
        group(
          voice.heading('education'),
          eachStudy(
            person,
            (study) =>
              div('row', tag('b', esc(study.degree)), span('', `${study.start} – ${study.end}`)) +
              tag('p', esc(study.school)),
          ),
        ) +
        group(
          voice.heading('skills'),
          skillLines(person).map((line) => tag('p', esc(line))),
        ) +
        group(voice.heading('languages'), [tag('p', esc(person.languages.join(', ')))]),
    };
  },
};

export const seenRails: readonly HtmlLayout[] = [railOfHeadings, railAndMargin];
