import { describe, expect, it } from 'vitest';
import { plainLine } from '../line';
import { textLines } from '../plain';
import { SMALL_CATALOG } from '../small-catalog';
import { readingOf } from '../text';
import { readExperience } from './read';

const read = (text: string) => readExperience(readingOf(textLines(text)).sections, SMALL_CATALOG);
const short = (text: string) =>
  read(text).map(({ title, company, start, end }) => [title, company, start, end]);

const PAYROLL = ['Payroll Lead', 'Mulberry Components', '2022-11', 'present'];
const CLERK = ['Accounts Clerk', 'Harbour Foods', '2018-02', '2022-10'];

describe('readExperience', () => {
  it('reads the older Europass form, whose employer comes last', () => {
    const form = (dates: string, title: string, company: string) =>
      `Dates: ${dates}\nOccupation or position held: ${title}\nMain activities and responsibilities: Ran payroll\nName and address of employer: ${company}`;
    const text = [
      form('Nov 2022 - Present', 'Payroll Lead', 'Mulberry Components, Pune'),
      form('Feb 2018 - Oct 2022', 'Accounts Clerk', 'Harbour Foods, Chennai'),
    ].join('\n\n');
    expect(short(`Asha Rao\n\nEXPERIENCE\n${text}`)).toEqual([PAYROLL, CLERK]);
  });

  it('reads dots between title, employer and dates, also where the title begins like a verb', () => {
    const text = `EXPERIENCE
Engineering Manager • Mulberry Components • Nov 2022 - Present
- Ran the rota of two plants.
Accounts Clerk • Harbour Foods • Feb 2018 - Oct 2022
- Posted vendor bills.`;
    expect(short(text)).toEqual([
      ['Engineering Manager', 'Mulberry Components', '2022-11', 'present'],
      CLERK,
    ]);
  });

  it('follows the habit of lines that hold both, where a title is unknown', () => {
    const text = `EXPERIENCE
Payroll Lead, Mulberry Components (Nov 2022 - Present)
- Ran monthly payroll.
Quillwright, Harbour Foods (Feb 2018 - Oct 2022)
- Posted vendor bills.
Clerk, Orchid Textiles (Feb 2016 - Oct 2017)
- Posted vendor bills.`;
    expect(short(text)[1]).toEqual(['Quillwright', 'Harbour Foods', '2018-02', '2022-10']);
  });

  it('takes a town for the employer where the other entries name one', () => {
    const text = `EXPERIENCE
Payroll Lead | Pune | Nov 2022 - Present
- Ran monthly payroll.
Clerk | Harbour Foods | Feb 2018 - Oct 2022
- Posted vendor bills.
Trainee, Austin, Lisbon (Feb 2016 - Oct 2017)
- Filed papers.
Intern | Mulberry Components | Feb 2014 - Oct 2015
- Filed papers.`;
    expect(short(text)).toEqual([
      ['Payroll Lead', 'Pune', '2022-11', 'present'],
      ['Clerk', 'Harbour Foods', '2018-02', '2022-10'],
      ['Trainee', 'Austin', '2016-02', '2017-10'],
      ['Intern', 'Mulberry Components', '2014-02', '2015-10'],
    ]);
  });

  it('reads jobs told in sentences', () => {
    const text = `EXPERIENCE
- Worked as Payroll Lead in Mulberry Components, Pune from Nov 2022 to Present.
- Worked as Accounts Clerk in Harbour Foods, Chennai from Feb 2018 to Oct 2022.`;
    expect(short(text)).toEqual([PAYROLL, CLERK]);
  });

  it('takes deeds for the body, though they end like titles', () => {
    const text = `EXPERIENCE
Art Director
Harbour Foods
Nov 2022 - Present
Managed two illustrators and a motion designer
Designer
Mulberry Components
Feb 2018 - Oct 2022
Drew the packaging of a range of teas`;
    expect(short(text)).toEqual([
      ['Art Director', 'Harbour Foods', '2022-11', 'present'],
      ['Designer', 'Mulberry Components', '2018-02', '2022-10'],
    ]);
  });

  it('takes a town for the employer where the place is said as well', () => {
    const text = `EXPERIENCE
Payroll Lead
Pune
Nov 2022 - Present
Chennai
- Ran monthly payroll.`;
    expect(short(text)).toEqual([['Payroll Lead', 'Pune', '2022-11', 'present']]);
  });

  it.each([
    [
      'title, then company, then dates',
      `Payroll Lead
Mulberry Components, Pune
Nov 2022 - Present
- Ran monthly payroll for 400 people.
Accounts Clerk
Harbour Foods, Chennai
Feb 2018 - Oct 2022
- Posted vendor bills.`,
    ],
    [
      'company, then title, dates at the right',
      `Mulberry Components          Nov 2022 – Present
Payroll Lead
• Ran monthly payroll for 400 people.
Harbour Foods          Feb 2018 – Oct 2022
Accounts Clerk
• Posted vendor bills.`,
    ],
    [
      'title, company and place in one line',
      `Payroll Lead, Mulberry Components, Pune (Nov 2022 - Present)
• Ran monthly payroll for 400 people.
Accounts Clerk, Harbour Foods, Chennai (Feb 2018 - Oct 2022)
• Posted vendor bills.`,
    ],
    [
      'dates first',
      `11/2022 - till date
Payroll Lead
Mulberry Components
• Ran monthly payroll for 400 people.
02/2018 - 10/2022
Accounts Clerk
Harbour Foods
• Posted vendor bills.`,
    ],
    [
      'dashes and bars',
      `Payroll Lead — Mulberry Components | Nov 2022 – Current
• Ran monthly payroll for 400 people.
Accounts Clerk — Harbour Foods | Feb 2018 – Oct 2022
• Posted vendor bills.`,
    ],
    [
      'title at company',
      `Payroll Lead at Mulberry Components
Nov’22 – Present
• Ran monthly payroll for 400 people.
Accounts Clerk at Harbour Foods
Feb’18 – Oct’22
• Posted vendor bills.`,
    ],
    [
      'labels',
      `Company: Mulberry Components
Designation: Payroll Lead
Duration: Nov 2022 to till date
Responsibilities:
• Ran monthly payroll for 400 people.
Company: Harbour Foods
Designation: Accounts Clerk
Duration: Feb 2018 to Oct 2022
• Posted vendor bills.`,
    ],
    [
      'a ruled table',
      `Organization    Designation    Duration
Mulberry Components    Payroll Lead    Nov 2022 - Present
Harbour Foods    Accounts Clerk    Feb 2018 - Oct 2022`,
    ],
  ])('reads %s', (_, body) => {
    expect(short(`Asha Rao\n\nWORK EXPERIENCE\n${body}\n`)).toEqual([PAYROLL, CLERK]);
  });

  it('gives the employer named once to each of the roles below it', () => {
    const text = `EXPERIENCE
Harbour Foods
Store Manager          Jan 2021 - Present
• Led nine people.
Cashier          Mar 2018 - Dec 2020
• Balanced the till.`;
    expect(short(text)).toEqual([
      ['Store Manager', 'Harbour Foods', '2021-01', 'present'],
      ['Cashier', 'Harbour Foods', '2018-03', '2020-12'],
    ]);
  });

  it('keeps career breaks out of the jobs', () => {
    const text = `EXPERIENCE
Payroll Lead, Mulberry Components
Nov 2022 - Present
• Ran payroll.
Career break
Jan 2020 - Oct 2022
Accounts Clerk, Harbour Foods
Feb 2018 - Dec 2019
• Posted bills.`;
    expect(short(text).map(([title]) => title)).toEqual(['Payroll Lead', 'Accounts Clerk']);
  });

  it('finds dated titles where no heading announces them', () => {
    const text = `Asha Rao
HIGHLIGHTS
Eight years of testing.
QA Engineer, Contoso Labs, Pune (Mar 2021 - Present) Leads the guild.
• Cut regression time.`;
    expect(short(text)).toEqual([['QA Engineer', 'Contoso Labs', '2021-03', 'present']]);
  });

  it('takes a lone start above finished jobs for the job held now', () => {
    const text = `EXPERIENCE
Payroll Lead, Mulberry Components, Nov 2022
• Ran payroll.
Accounts Clerk, Harbour Foods, Feb 2018 - Oct 2022
• Posted bills.`;
    expect(short(text)[0]?.[3]).toBe('present');
  });

  it('takes a town before another town for the employer, also where a label says so', () => {
    const plain = `EXPERIENCE
Payroll Lead
Acme Ltd, Pune
Nov 2022 - Present
• Ran payroll
Accounts Clerk
Lisbon, Chennai
Feb 2018 - Oct 2022
• Posted bills`;
    expect(short(plain).map(([, company]) => company)).toEqual(['Acme Ltd', 'Lisbon']);
    const form = 'EXPERIENCE\nDesignation: Clerk\nCompany: Lisbon, Chennai\nDuration: 2018 - 2022';
    expect(short(form).map(([, company]) => company)).toEqual(['Lisbon']);
  });

  it('parts a title from the employer that is glued to it', () => {
    const text = `EXPERIENCE
Accounts ClerkHarbour Foods · Chennai
Feb 2018 - Oct 2022
Team LeaderBoardwalk Toys · Pune
2015 - 2017`;
    expect(short(text).map(([title, company]) => [title, company])).toEqual([
      ['Accounts Clerk', 'Harbour Foods'],
      ['Team Leader', 'Boardwalk Toys'],
    ]);
    const [camel] = short('EXPERIENCE\nPayroll Lead, Orchid MedServe\n2012 - 2015');
    expect(camel?.slice(0, 2)).toEqual(['Payroll Lead', 'Orchid MedServe']);
  });

  it('reads a list of jobs whose items stand above their dates', () => {
    const text = `EXPERIENCE
   • Payroll Lead, Mulberry Components
Nov, 2022 - Present
Ran payroll for two plants
   • Accounts Clerk, Harbour Foods
Feb, 2018 - Oct, 2022 ⇥ 4 years 8 months
• Posted vendor bills`.replace(' ⇥ ', '   ');
    expect(short(text)).toEqual([PAYROLL, CLERK]);
  });

  it('takes a town for the employer where the other lines name theirs in its place', () => {
    const text = `EXPERIENCE
Payroll Lead, Acme Ltd
Nov 2022 - Present
• Ran payroll
Accounts Clerk, Pune
Feb 2018 - Oct 2022
• Posted bills`;
    expect(short(text).map(([, company]) => company)).toEqual(['Acme Ltd', 'Pune']);
  });

  it('spans the whole entry', () => {
    const reading = readingOf(
      textLines('EXPERIENCE\nPayroll Lead, Acme Ltd\n2020 - 2022\n• Ran payroll.\nEDUCATION\nB.Com., 2012'),
    );
    const [entry] = readExperience(reading.sections, SMALL_CATALOG);
    expect(reading.text.slice(entry!.span.start, entry!.span.end)).toBe(
      'Payroll Lead, Acme Ltd\n2020 - 2022\n• Ran payroll.',
    );
  });

  it('tells a bold employer from a plain title by the look of a line', () => {
    const bold = (text: string, at: number) => [
      { start: 0, end: at, bold: true, italic: false },
      { start: at, end: text.length, bold: false, italic: false },
    ];
    const line = 'Marigold, Cashier';
    const lines = [
      plainLine('EXPERIENCE', { bold: true, gap: 9 }),
      plainLine(line, { styles: bold(line, 8), bold: false }),
      plainLine('2019 - 2021'),
    ];
    expect(readExperience(readingOf(lines).sections, SMALL_CATALOG)).toMatchObject([
      { title: 'Cashier', company: 'Marigold' },
    ]);
  });
});
