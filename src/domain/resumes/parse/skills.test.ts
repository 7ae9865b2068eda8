import { describe, expect, it } from 'vitest';
import { readExperience } from './experience/read';
import { plainLine } from './line';
import { textLines } from './plain';
import { skillItems } from './skill-items';
import { readLevel, readMonths } from './skill-levels';
import { readSkills } from './skills';
import { SMALL_CATALOG } from './small-catalog';
import { readingOf } from './text';

const TEXT_HEAD = 'Asha Rao\n\nSKILLS\n';
function skills(text: string) {
  const reading = readingOf(textLines(text));
  return readSkills(reading, readExperience(reading.sections, SMALL_CATALOG), SMALL_CATALOG);
}
const mentions = (body: string) => skills(TEXT_HEAD + body);
const listed = (body: string) => mentions(body).map((skill) => skill.surface);

describe('labels and marks', () => {
  it('takes short lines that take turns with lists for labels', () => {
    const text =
      'Ledgers\nTally, GST, Payroll\nMachines\nExcel, Python, SQL, Docker, Kafka, Node.js, Leadership';
    expect(listed(text).slice(0, 4)).toEqual(['Tally', 'GST', 'Payroll', 'Excel']);
  });

  it('goes on with a list beside its label under the list, not under the label', () => {
    const rows = [
      plainLine('SKILLS', { bold: true, gap: 9 }),
      plainLine('Other skills\tTally, Payroll, Copy', {
        x: 40,
        cellX: [40, 150],
        cellRight: [100, 300],
        gap: 0.3,
      }),
      plainLine('editing, SQL', { x: 150, gap: 0.3 }),
    ];
    const found = readSkills(readingOf(rows), [], SMALL_CATALOG).map((skill) => skill.surface);
    expect(found).toEqual(['Tally', 'Payroll', 'Copy editing', 'SQL']);
  });

  it('takes lines that are set flush right for items, not for labels above indented ones', () => {
    const lines = ['SKILLS', 'Node.js and Docker', 'Python', 'Payroll ledgers', 'SQL'].map((text, index) =>
      plainLine(text, {
        x: 300 - text.length * 5,
        right: 300,
        bold: index === 0,
        gap: index === 0 ? 9 : 0.3,
      }),
    );
    const reading = readingOf(lines);
    const found = readSkills(reading, [], SMALL_CATALOG).map((skill) => skill.surface);
    expect(found).toContain('Payroll ledgers');
  });

  it('lists neither page numbers nor the names of tables', () => {
    expect(listed('Tally, GST\nMother tongue\nPage 1/1 | © Some Form')).toEqual(['Tally', 'GST']);
  });
});

describe('skillItems', () => {
  it.each([
    ['Databases: MySQL, Oracle; Redis', ['MySQL', 'Oracle', 'Redis']],
    ['Databases — MySQL, Oracle', ['MySQL', 'Oracle']],
    ['SQL - Advanced, Tally - Basic', ['SQL', 'Tally']],
    ['• Microsoft Office (Word, Excel)', ['Microsoft Office', 'Word', 'Excel']],
    ['Python (3 years) | SQL - Advanced', ['Python', 'SQL']],
    ['Good knowledge of GST', ['GST']],
    ['1. Financial analysis', ['Financial analysis']],
    ['o Stock taking', ['Stock taking']],
    ['Build tools\tMaven, Gradle', ['Maven', 'Gradle']],
    ['E-learning, Node.js, C++', ['E-learning', 'Node.js', 'C++']],
    ['Python ●●●○', ['Python']],
    ['Machine learning, React Native, SQL advanced', ['Machine learning', 'React Native', 'SQL']],
  ])('%s', (line, items) => {
    expect(skillItems(line).map((item) => item.text)).toEqual(items);
  });

  it.each([
    ['Python (5 years)', '5 years'],
    ['Excel – advanced', 'advanced'],
    ['Illustrator ●●●○', '●●●○'],
    ['5+ years of Python', '5+ years of'],
    ['Proficient in: Python', 'Proficient in'],
    ['Expert: Python', 'Expert'],
    ['Python: Django', null],
  ])('the level in “%s”', (line, level) => {
    expect(skillItems(line)[0]?.level).toBe(level);
  });
});

describe('readLevel', () => {
  it.each([
    ['Expert', 4],
    ['Advanced', 3],
    ['3 years', 3],
    ['Basic', 2],
    ['40%', 2],
    ['7/10', 3],
    ['●●●○', 3],
    ['●○○○○', 1],
    ['★★★', null],
    [null, null],
  ])('%s', (text, level) => {
    expect(readLevel(text)).toBe(level);
  });

  it.each([
    ['5 years', 60],
    ['2.5+ yrs', 30],
    ['18 months', 18],
    ['0 months', undefined],
    ['Expert', undefined],
  ])('months in “%s”', (text, months) => {
    expect(readMonths(text)).toBe(months);
  });
});

describe('readSkills', () => {
  it('keeps what the taxonomy lacks, without an id, and its place in the text', () => {
    const [python, loom] = skills('SKILLS\nPython, Handloom weaving');
    expect(python).toMatchObject({ skillId: 'python', source: 'listed', job: null });
    expect(loom).toMatchObject({ skillId: null, surface: 'Handloom weaving', span: { start: 15, end: 31 } });
  });

  it('cuts names joined by a slash or “and” unless the taxonomy knows the whole', () => {
    expect(listed('CI/CD, Python/SQL')).toEqual(['CI/CD', 'Python', 'SQL']);
    expect(listed('Python and SQL, GST & SQL')).toEqual(['Python', 'SQL', 'GST']);
    expect(listed('Food and beverage')).toEqual(['Food and beverage']);
  });

  it('keeps an unknown item whole, and the known skill inside it', () => {
    expect(mentions('Tally & Stock Ledgers, Python')).toMatchObject([
      { skillId: null, surface: 'Tally & Stock Ledgers' },
      { skillId: 'tally', surface: 'Tally' },
      { skillId: 'python' },
    ]);
  });

  it('reads level and years, and shows the words that say so', () => {
    const [python, sql] = mentions('Python (5 years), SQL - Basic');
    expect(python).toMatchObject({ skillId: 'python', level: 3, months: 60 });
    expect(python?.span).toEqual({
      start: TEXT_HEAD.length,
      end: TEXT_HEAD.length + 'Python (5 years'.length + 1,
    });
    expect(sql).toMatchObject({ skillId: 'sql', level: 2 });
    expect(sql).not.toHaveProperty('months');
  });

  it('reads a table with years and levels', () => {
    expect(mentions('Skill\tYears\tLevel\nPython\t6\tExpert\nSQL\t2\tBasic')).toMatchObject([
      { skillId: 'python', months: 72, level: 4 },
      { skillId: 'sql', months: 24, level: 2 },
    ]);
    expect(mentions('Skill\tExperience (years)\tLast used\nPython\t1\t2021')).toMatchObject([
      { skillId: 'python', months: 12, level: 2 },
    ]);
  });

  it('joins a name that a narrow column broke', () => {
    expect(mentions('Copy\nediting\nPython')).toMatchObject([
      { skillId: 'copy-editing', surface: 'Copy editing' },
      { skillId: 'python' },
    ]);
    expect(listed('Python\nSQL')).toEqual(['Python', 'SQL']);
    expect(listed('Tally, GST, Copy\nediting, Payroll')).toEqual(['Tally', 'GST', 'Copy editing', 'Payroll']);
  });

  it('reads “basic SQL” as the skill at that level, and leaves names alone', () => {
    expect(mentions('basic SQL, Good Clinical Practice, Expert Witness')).toMatchObject([
      { skillId: 'sql', surface: 'SQL', level: 2 },
      { surface: 'Good Clinical Practice', level: null },
      { surface: 'Expert Witness', level: null },
    ]);
  });

  it('keeps an item that elsewhere heads a section', () => {
    expect(listed('Python\nLeadership\nPayroll')).toEqual(['Python', 'Leadership', 'Payroll']);
    expect(listed('Python\nTechnical skills\nSQL')).toEqual(['Python', 'SQL']);
  });

  it('takes a label that is a skill for one, and parts lists that were run together', () => {
    expect(listed('Python: Flask, Django')).toEqual(['Python', 'Flask', 'Django']);
    expect(listed('Data: Python, SQL Tools : Docker, Kafka')).toEqual(['Python', 'SQL', 'Docker', 'Kafka']);
  });

  it('takes only what is named from a sentence', () => {
    expect(listed('Steady on capacity, latency, and on-call health with Docker.')).toEqual(['Docker']);
    expect(listed('Knowledge of Python and SQL.')).toEqual(['Python', 'SQL']);
  });

  it('leaves out labels of groups, levels and spoken languages', () => {
    expect(listed('Back office\n  Tally, GST, Payroll\nLanguages: English, Hindi')).toEqual([
      'Tally',
      'GST',
      'Payroll',
    ]);
    expect(listed('Python\nAdvanced\nSQL\nBasic')).toEqual(['Python', 'SQL']);
    expect(listed('Python, SQL\nLanguage: Fluent in Spanish')).toEqual(['Python', 'SQL']);
  });

  it('finds names set side by side', () => {
    expect(listed('Python Docker Kafka')).toEqual(['Python', 'Docker', 'Kafka']);
  });

  it('ties a skill of a job to that job', () => {
    const found = skills(
      'EXPERIENCE\nClerk, Acme Ltd\n2019 - 2021\n• Posted GST returns in Tally.\nSKILLS\nExcel',
    );
    const ofJob = found.filter((skill) => skill.source === 'job');
    expect(ofJob.map(({ skillId, job }) => [skillId, job])).toEqual([
      ['gst', 0],
      ['tally', 0],
    ]);
    expect(found.find((skill) => skill.source === 'listed')?.surface).toBe('Excel');
  });

  it('reads the level that a sentence tells, also of a skill that is listed', () => {
    const found = skills(
      'PROFILE\nOver 6 years of experience in Python and SQL. Expert in Docker, less so in Kafka.\n\nSKILLS\nPython, Kafka',
    );
    const told = found.filter((skill) => skill.level !== null);
    expect(told.map(({ skillId, level, months }) => [skillId, level, months])).toEqual([
      ['python', 4, 72],
      ['sql', 4, 72],
      ['docker', 4, undefined],
    ]);
    expect(found.filter((skill) => skill.skillId === 'python')).toHaveLength(2);
  });

  it('reads a list under a heading it does not know', () => {
    expect(skills('TOOLBOX\nPython, Docker, Kafka').map((skill) => skill.skillId)).toContain('kafka');
  });
});
