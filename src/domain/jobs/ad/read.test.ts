import { describe, expect, it } from 'vitest';
import { loadCatalog } from '@/domain/catalog/load';
import { rangesFromGrid } from '@/domain/scoring/week-grid';
import { AD_QUESTIONS } from '../schema/ad';
import { readAd } from './read';

const catalog = loadCatalog();
const read = (text: string) => readAd(text, { catalog, today: '2026-11-27', timeZone: 'Asia/Kolkata' });
const answer = (text: string) => read(`Accountant\n${text}`).answers;

const INDIAN = `Urgent Hiring: Senior Accountant (Part-time, Remote)
Location: Pune / WFH
Experience: 2-5 yrs
Salary: ₹4-6 LPA

About us
A 40-person software company founded 12 years ago, with $5M in funding. Our office is in Berlin.

Responsibilities:
- Monthly closing, bank reconciliation and GST filing

Requirements
- Expert in Tally Prime and TDS
- Basic knowledge of Zoho Books
- Fluent in English

Nice to have
- QuickBooks

Timings: Mon–Fri 9–1 IST, 4 hrs/day
Join within 15 days. 6 months contract, extendable.`;

const BRITISH = `Marketing Manager - Acme Ltd
London, UK | Hybrid (2 days in office) | £45k-£55k per annum
We're looking for an experienced Marketing Manager to lead our brand. You'll have at least five years' experience in B2B marketing and SEO. 37.5 hours per week. Start date: 1 March.`;

describe('an Indian ad', () => {
  const { answers, found, missing } = read(INDIAN);
  it('fills the form', () => {
    expect(answers).toMatchObject({
      title: 'Senior Accountant',
      role: 'accountant',
      minimum_years: 2,
      engagement: ['part_time', 'project'],
      hours: { min: 20, max: 20, gate: false },
      work_mode: { mode: 'remote', place: null },
      duration: { months: 6, extensionLikely: true },
      latest_start: '2026-12-12',
      pay: { minMinor: 3_333_300, maxMinor: 5_000_000, currency: 'INR', per: 'month' },
      languages: [{ code: 'en', level: 'C1' }],
    });
    expect(answers.must_have_skills).toEqual(
      expect.arrayContaining([
        { skillId: 'tally', level: 4, knockOut: false },
        { skillId: 'zoho-books', level: 2, knockOut: false },
      ]),
    );
    expect(answers.nice_to_have_skills).toContainEqual({ skillId: 'quickbooks', level: 3 });
  });
  it('marks the week of the hours', () => {
    const core = answers.core_hours as { grid: string; timeZone: string; overlapMinutes: number };
    expect(core).toMatchObject({ timeZone: 'Asia/Kolkata', overlapMinutes: 1_200 });
    expect(rangesFromGrid(core.grid)).toEqual([0, 1, 2, 3, 4].map((day) => ({ day, from: 540, to: 780 })));
  });
  it('tells where each answer stands and what is missing', () => {
    for (const { spans, quote } of found) {
      for (const { start, end } of spans) expect(INDIAN.slice(start, end).trim()).not.toBe('');
      expect(quote).not.toBe('');
    }
    expect(found.find(({ questionId }) => questionId === 'minimum_years')?.quote).toBe('Experience: 2-5 yrs');
    expect(missing).toEqual(['domains']);
    expect([...found.map(({ questionId }) => questionId), ...missing].toSorted()).toEqual(
      [...AD_QUESTIONS].toSorted(),
    );
  });
});

it('a British ad fills the form', () => {
  expect(read(BRITISH).answers).toMatchObject({
    title: 'Marketing Manager',
    role: 'marketing-manager',
    minimum_years: 5,
    hours: { min: 38, max: 38 },
    work_mode: { mode: 'hybrid', daysOnSite: 2, place: { name: 'London', country: 'GB' } },
    latest_start: '2027-03-01',
    pay: { minMinor: 375_000, maxMinor: 458_300, currency: 'GBP', per: 'month' },
  });
});

const NURSE = `**URGENT HIRING!!** 🏥🏥
Sahyadri Children's Clinic - Kothrud, Pune
We're looking 4 a caring STAFF NURSE (GNM / BSc Nursing)  - part time evng shift

- 5pm to 9pm, Mon to Sat   (24hrs /wk)
- min. 2 yrs exp in paediatrics or NICU preferred
- IV cannulation, vaccination, medication administration, BLS certified
- Marathi + Hindi must, English ok
Salary 18k - 22k pm depending on exp. + PF
On-site only.
joining : immediate. Contract 1 yr, extendable`;

it('a messy ad out of a chat fills the form', () => {
  const { answers, found, missing } = read(NURSE);
  expect(answers).toMatchObject({
    title: 'STAFF NURSE',
    role: 'nurse',
    minimum_years: 2,
    engagement: ['part_time'],
    hours: { min: 24, max: 24 },
    work_mode: { mode: 'onsite', place: { name: 'Pune' } },
    duration: { months: 12, extensionLikely: true },
    latest_start: '2026-11-27',
    pay: { minMinor: 1_800_000, maxMinor: 2_200_000, currency: 'INR', per: 'month' },
    languages: [{ code: 'mr' }, { code: 'hi' }, { code: 'en' }],
  });
  expect(JSON.stringify([answers.must_have_skills, answers.nice_to_have_skills])).not.toContain(
    'provident-fund',
  );
  expect(found.find(({ questionId }) => questionId === 'title')?.quote).toBe('STAFF NURSE');
  expect(missing).toEqual(['domains']);
});

it('a British shift is read in its town’s time, with its pay to the penny', () => {
  const { answers } = read(`Warehouse Shift Supervisor - Weekend
Location: Milton Keynes MK9, United Kingdom
Hours:20 hours p/w, Sat & Sun 6am-4pm
Rate   £14.50 - £16.20 per hour
What you'll do: lead 12 pickers; run cycle counts; plan rotas`);
  expect(answers).toMatchObject({
    title: 'Warehouse Shift Supervisor',
    hours: { min: 20, max: 20 },
    work_mode: { mode: 'onsite', place: { name: 'Milton Keynes', country: 'GB' } },
    core_hours: { timeZone: 'Europe/London', overlapMinutes: 1_200 },
    pay: { minMinor: 1_450, maxMinor: 1_620, currency: 'GBP', per: 'hour' },
  });
  expect(answers.must_have_skills).toContainEqual({ skillId: 'cycle-counting', level: 3, knockOut: false });
});

it.each([
  ['Starts 15 Jan.', '2027-01-15'],
  ['Starting on 3rd of March 2027', '2027-03-03'],
  ['Immediate joiners only', '2026-11-27'],
])('“%s” says when to begin', (text, day) => expect(answer(text).latest_start).toBe(day));

it.each(['need someone for books, few hrs. dm me', 'Hi all, we want a person for 3 evenings in the shop'])(
  '“%s” names no title',
  (text) => expect(read(text).answers.title).toBeUndefined(),
);

const TELECALLER = `*URGENT HIRING* 🔥🔥
Need *Female/Male Telecaller* part time
Work from home 🏠
Timing 10am to 2pm (Mon-Sat)
Salary 8k-10k pm`;

it('a chat message names what is needed, not where it is done', () => {
  expect(read(TELECALLER).answers).toMatchObject({
    title: 'Telecaller',
    engagement: ['part_time'],
    work_mode: { mode: 'remote' },
    pay: { minMinor: 800_000, maxMinor: 1_000_000 },
  });
});

it('a job board’s page is read with its role, town and pay in lakhs, and its headings name no skill', () => {
  const { answers } = read(`Senior Accountant - Pune

Job Description
- Day to day accounting in Tally ERP 9
Required Candidate profile
4 - 8 years of experience
Perks and Benefits
3,50,000 - 5,00,000 P.A.
Role: Accountant`);
  expect(answers).toMatchObject({
    title: 'Senior Accountant',
    work_mode: { mode: 'onsite', place: { name: 'Pune' } },
    pay: { minMinor: 2_916_700, maxMinor: 4_166_700, currency: 'INR', per: 'month' },
  });
  expect(JSON.stringify([answers.must_have_skills, answers.nice_to_have_skills])).not.toContain(
    'job-description-writing',
  );
});

describe('pay', () => {
  it.each([
    ['Salary: ₹15000 fixed + incentives up to 10000', 1_500_000, 1_500_000, 'INR', 'month'],
    ['Salary: 25k to 30k in hand', 2_500_000, 3_000_000, 'INR', 'month'],
    ['3,50,000 - 5,00,000 P.A.', 2_916_700, 4_166_700, 'INR', 'month'],
    ['Budget ₹1.5 lakh fixed', 15_000_000, 15_000_000, 'INR', 'project'],
    ['Salary: ₹25,000 - ₹35,000 per month', 2_500_000, 3_500_000, 'INR', 'month'],
    ['CTC 6 to 8 lakhs per annum', 5_000_000, 6_666_700, 'INR', 'month'],
    ['Rs. 500/hour', 50_000, 50_000, 'INR', 'hour'],
    ['Salary: Rs.35,000/- per month', 3_500_000, 3_500_000, 'INR', 'month'],
    ['Rate: $45-60/hr', 4_500, 6_000, 'USD', 'hour'],
    ['Salary £36,000', 300_000, 300_000, 'GBP', 'month'],
    ['Budget: €4,000 per project', 400_000, 400_000, 'EUR', 'project'],
    ['Compensation of $90k–$120k annually', 750_000, 1_000_000, 'USD', 'month'],
    ['Location: Leeds, UK\nSalary 24k-27k per year', 200_000, 225_000, 'GBP', 'month'],
  ])('%s', (text, minMinor, maxMinor, currency, per) => {
    expect(answer(text).pay).toEqual({ minMinor, maxMinor, currency, per, published: true });
  });
  it.each([
    'We raised $5M in funding.',
    'Manage a portfolio of £2 million',
    'Grow revenue to ₹40 crore per year',
    '5-7 people',
    'Fee 2 per project',
  ])('“%s” is nobody’s pay', (text) => {
    expect(answer(text).pay).toBeUndefined();
  });
});

describe('hours', () => {
  it.each([
    ['20-25 hours per week', 20, 25],
    ['Up to 30 hrs/week', 25, 30],
    ['12h/week', 12, 12],
    ['4 hrs/day, 4 days a week', 16, 16],
    ['40 hours a month', 9, 9],
    ['15 hrs a week', 15, 15],
    ['twenty minutes, 3 hours daily', 15, 15],
    ['22.5 hours pw', 23, 23],
    ['Mon to Thu, 9am to 1pm', 16, 16],
    ['Night shift 8 PM to 8 AM, 3 nights per week', 36, 36],
    ['Timing 9 to 6', 45, 45],
  ])('%s', (text, min, max) => {
    expect(answer(text).hours).toEqual({ min, max, gate: false });
  });
});

describe('years', () => {
  it.each([
    ['3+ years of experience in payroll', 3],
    ['Minimum of three years experience', 3],
    ['2 to 4 yrs exp', 2],
    ['Experience: 1.5-3 years', 1.5],
    ['Freshers can apply', 0],
    ['12th pass, freshers ok', 0],
    ['1-3 years in SaaS support', 1],
    ['CA, 5–8 yrs post-qualification', 5],
    ['Min 3 years’ end-to-end recruitment', 3],
  ])('%s', (text, years) => {
    expect(answer(text).minimum_years).toBe(years);
  });
  it.each([
    'You are 18 years old or above',
    'About us\nFor 25 years we have made tea',
    'A bond of 2 years contract',
  ])('“%s” asks for none', (text) => {
    expect(answer(text).minimum_years).toBeUndefined();
  });
});

describe('core hours', () => {
  it.each([
    ['Monday to Friday, 9am-5pm GMT', 'Europe/London', 0, 540, 1_020, 5],
    ['Shift 6:30 PM – 11 PM IST', 'Asia/Kolkata', 0, 1_110, 1_380, 5],
    ['Tue and Thu 2-6 pm EST', 'America/New_York', 1, 840, 1_080, 2],
    ['Mon-Sat 10.30 to 2', 'Asia/Kolkata', 0, 630, 840, 6],
  ])('%s', (text, timeZone, day, from, to, days) => {
    const core = answer(text).core_hours as { grid: string; timeZone: string };
    const ranges = rangesFromGrid(core.grid);
    expect(core.timeZone).toBe(timeZone);
    expect(ranges[0]).toEqual({ day, from, to });
    expect(ranges).toHaveLength(days);
  });
  it.each(['2-5 years', '10-12 people', 'Call 9-1-1', '5 hrs/day, flexible between 9 AM - 7 PM'])(
    '“%s” asks for no time of day',
    (text) => {
      expect(answer(text).core_hours).toBeUndefined();
    },
  );
});

describe('where', () => {
  it.each([
    ['Hyderabad (near Salem Street), Secunderabad', 'onsite', 'Hyderabad'],
    ['You work at our Pune office.', 'onsite', 'Pune'],
    ['Hybrid, at Salt Lake, Kolkata', 'hybrid', 'Kolkata'],
    ['Work from home', 'remote', null],
    ['Location: Anywhere in India', 'remote', null],
    ['Chennai - Velachery, Adyar', 'onsite', 'Chennai'],
    ['This is not a remote role. Location: Pune', 'onsite', 'Pune'],
    ['Based in Bengaluru, 3 days in office, hybrid', 'hybrid', 'Bengaluru'],
    ['On-site in our shop', 'onsite', null],
  ])('%s', (text, mode, place) => {
    const asked = answer(text).work_mode as { mode: string; place: { name: string } | null };
    expect([asked.mode, asked.place?.name ?? null]).toEqual([mode, place]);
  });
});

it.each([
  'Mon, Wed, Fri 5pm to 7pm',
  'Delhi Darbar Restaurant',
  'Reports in Excel, Tally',
  'Bengaluru / Chennai',
])('“%s” tells no one town', (text) => {
  const asked = answer(text).work_mode as { place: unknown } | undefined;
  expect(asked?.place ?? null).toBeNull();
});

describe('how long', () => {
  it.each([
    ['3 months, may extend', 3, true],
    ['about 6 weeks', 1.5, false],
    ['6-month paid returnship', 6, false],
  ])('%s', (text, months, extensionLikely) => {
    expect(answer(text).duration).toEqual({ months, extensionLikely });
  });
  it.each(['about 6 months of experience', 'around 2 months notice'])('“%s” is no term', (text) => {
    expect(answer(text).duration).toBeUndefined();
  });
});

describe('the title', () => {
  it.each([
    ['• React + TypeScript dev (contract, 20 hrs/wk)\n• £35-45/hr', 'React + TypeScript dev'],
    ['Yoga teacher wanted, weekends, Indiranagar Bangalore', 'Yoga teacher'],
    ['Sales Managers, New Business\nText', 'Sales Managers, New Business'],
    ['Data Analyst (Contract - 6 months, extendable)', 'Data Analyst'],
    ['Bookkeeper, 16 hours per week (term-time), Bristol BS6', 'Bookkeeper'],
    ['Job Title: Payroll Executive\nCompany: Acme', 'Payroll Executive'],
    ['We are hiring a Part-Time Content Writer to join our team.\nRemote.', 'Content Writer'],
    ['Acme Foods Pvt Ltd\nWe are looking for an experienced Executive Chef for our hotel.', 'Executive Chef'],
    ['HIRING\nWarehouse Supervisor needed for our Bhiwandi godown. Must know Excel.', 'Warehouse Supervisor'],
    ['We are seeking a part time (0.5 FTE) School Nurse, term time only.', 'School Nurse'],
    ['Need a part time bookkeeper, QuickBooks, 15 hours a week, $20/hr', 'bookkeeper'],
    ["Hi all, my friend's startup needs a content writer, 20 hrs/week. You need a laptop.", 'content writer'],
    ['**Customer Success Manager** | Remote | 25 hrs/week\nText', 'Customer Success Manager'],
  ])('of %j', (text, title) => {
    expect(read(text).answers.title).toBe(title);
  });
  it('gives way to what the ad is about when it names no role', () => {
    const { answers } = read(
      'Team Member, Green Fork\nCook and plate meals, bake bread, keep the kitchen clean and count dishes and ingredients.',
    );
    expect(catalog.roles.byId.get(answers.role as string)?.family).toBe('culinary');
  });
});

describe('skills', () => {
  const skillsOf = (text: string) => {
    const { must_have_skills: must = [], nice_to_have_skills: nice = [] } = answer(text);
    const ids = (list: unknown) => (list as { skillId: string }[]).map(({ skillId }) => skillId);
    return { must: ids(must), nice: ids(nice) };
  };
  it('are none of what the employer gives or says of itself', () => {
    const { must, nice } = skillsOf(
      'We are a growing company that values customer service. You will do bank reconciliation. We offer health insurance and training.',
    );
    expect([must, nice]).toEqual([['bank-reconciliation'], []]);
  });
  it('are must or welcome as the words beside them say', () => {
    expect(skillsOf('Figma is a must, motion graphics a plus')).toEqual({
      must: ['figma'],
      nice: ['motion-graphics'],
    });
    expect(skillsOf('must: React, TypeScript; nice: GraphQL')).toEqual({
      must: ['react', 'typescript'],
      nice: ['graphql'],
    });
  });
  it('have the level that is told of them, not of the one before', () => {
    expect(answer('Must have: SQL (advanced), Python').must_have_skills).toEqual(
      expect.arrayContaining([
        { skillId: 'sql', level: 4, knockOut: false },
        { skillId: 'python', level: 3, knockOut: false },
      ]),
    );
  });
  it('general ones are nice to have at most', () => {
    const { must, nice } = skillsOf(
      'Communication skills and Microsoft Office. You close the ledger in Tally.',
    );
    expect(must).toContain('tally');
    expect(must).not.toContain('communication');
    expect(nice).toContain('communication');
    expect(skillsOf('Communication skills and time management are a must.').must).toEqual([]);
  });
  it('that the ad demands are must-haves beside one in its title', () => {
    const { answers } = read(
      'Senior React Developer\nReact, TypeScript, Node.js and GraphQL\nYou must know Figma, ideally Docker.',
    );
    const ids = (list: unknown) => (list as { skillId: string }[]).map(({ skillId }) => skillId);
    expect(ids(answers.must_have_skills)).toEqual(['react', 'typescript', 'node-js', 'graphql', 'figma']);
    expect(ids(answers.nice_to_have_skills)).toEqual(['docker']);
  });
  it('are asked for below a line of pay, too', () => {
    const { answers } = read(
      'Accountant\nCTC: 6 LPA\n4 to 6 years experience in accounting.\nYou close the ledger in Tally.',
    );
    expect(answers.minimum_years).toBe(4);
    expect(answers.must_have_skills).toContainEqual({ skillId: 'tally', level: 3, knockOut: false });
  });
});

describe('words of messages and bullets', () => {
  it.each([
    ['Sal 12k-15k pm + incentives', 12_000, 15_000],
    ['20 hrs/week, remote, 25-30k per month', 25_000, 30_000],
    ['4,80,000 per annum', 40_000, 40_000],
    ['CTC - upto 12 LPA (0.8 L joining bonus)', 100_000, 100_000],
  ])('pay of %j', (text, min, max) => {
    expect(answer(text).pay).toMatchObject({
      minMinor: min * 100,
      maxMinor: max * 100,
      currency: 'INR',
      per: 'month',
    });
  });
  it.each(['We handle 5k orders per month', 'Our blog has 50k visitors a month', 'A bonus of 20k per year'])(
    'no pay of %j',
    (text) => {
      expect(answer(text).pay).toBeUndefined();
    },
  );
  it.each(['• Bangalore (hybrid, 2 days in office)', 'For our Bangalore office. Work from office.'])(
    'the town of %j',
    (text) => {
      expect(answer(text).work_mode).toMatchObject({ place: { name: 'Bengaluru' } });
    },
  );
  it('years, a term and a contract that stand by themselves', () => {
    expect(answer('• 5+ yrs\n• 6 months, extendable\nType: Contract')).toMatchObject({
      minimum_years: 5,
      duration: { months: 6, extensionLikely: true },
      engagement: ['project'],
    });
  });
});

describe('an ad pasted as HTML', () => {
  const text =
    '<style>p{color:red}</style><div><h1>Payroll &amp; Accounts Executive</h1><p><strong>Location:</strong> Pune, Maharashtra&nbsp;(On-site)</p><p>Salary: &#8377;25,000 &ndash; &#x20B9;32,000 per month</p><ul><li>3+ years&rsquo; experience</li><li>Tally</li></ul></div>';
  const { answers, found } = read(text);
  it('is read by its words', () => {
    expect(answers).toMatchObject({
      title: 'Payroll & Accounts Executive',
      minimum_years: 3,
      work_mode: { mode: 'onsite', place: { name: 'Pune' } },
      pay: { minMinor: 2_500_000, maxMinor: 3_200_000, currency: 'INR', per: 'month' },
    });
    expect(answers.description).toBe(
      'Payroll & Accounts Executive\nLocation: Pune, Maharashtra (On-site)\nSalary: ₹25,000 – ₹32,000 per month\n• 3+ years’ experience\n• Tally',
    );
  });
  it('marks the words where they stand in what was pasted', () => {
    const pay = found.find(({ questionId }) => questionId === 'pay');
    expect(pay?.spans.map(({ start, end }) => text.slice(start, end))).toEqual([
      '&#8377;25,000 &ndash; &#x20B9;32,000 per month',
    ]);
    expect(pay?.quote).toBe('₹25,000 – ₹32,000 per month');
  });
});
