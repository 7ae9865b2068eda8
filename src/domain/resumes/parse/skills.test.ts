import { describe, expect, it } from 'vitest';
import { readExperience } from './experience/read';
import { textLines } from './plain';
import { skillItems } from './skill-items';
import { readLevel, readSkills } from './skills';
import { SMALL_CATALOG } from './small-catalog';
import { readingOf } from './text';

function skills(text: string) {
  const reading = readingOf(textLines(text));
  return readSkills(reading, readExperience(reading.sections, SMALL_CATALOG), SMALL_CATALOG);
}
const listed = (body: string) => skills(`Asha Rao\n\nSKILLS\n${body}`).map((skill) => skill.surface);

describe('skillItems', () => {
  it.each([
    ['Databases: MySQL, Oracle; Redis', ['MySQL', 'Oracle', 'Redis']],
    ['• Microsoft Office (Word, Excel)', ['Microsoft Office', 'Word', 'Excel']],
    ['Python (3 years) | SQL - Advanced', ['Python', 'SQL']],
    ['Good knowledge of GST', ['GST']],
    ['E-learning, Node.js, C++', ['E-learning', 'Node.js', 'C++']],
  ])('%s', (line, items) => {
    expect(skillItems(line).map((item) => item.text)).toEqual(items);
  });
});

describe('readLevel', () => {
  it.each([
    ['Expert', 4],
    ['Advanced', 3],
    ['3 years', 3],
    ['Basic', 2],
    ['40%', 2],
    [null, null],
  ])('%s', (text, level) => {
    expect(readLevel(text)).toBe(level);
  });
});

describe('readSkills', () => {
  it('keeps what the taxonomy lacks, without an id, and its place in the text', () => {
    const [python, loom] = skills('SKILLS\nPython, Handloom weaving');
    expect(python).toMatchObject({ skillId: 'python', source: 'listed', job: null });
    expect(loom).toMatchObject({ skillId: null, surface: 'Handloom weaving', span: { start: 15, end: 31 } });
  });

  it('cuts names joined by a slash unless the taxonomy knows the whole', () => {
    expect(listed('CI/CD, Python/SQL')).toEqual(['CI/CD', 'Python', 'SQL']);
  });

  it('leaves out labels of groups, levels and spoken languages', () => {
    expect(listed('Back office\n  Tally, GST, Payroll\nLanguages: English, Hindi')).toEqual([
      'Tally',
      'GST',
      'Payroll',
    ]);
    expect(listed('Python\nAdvanced\nSQL\nBasic')).toEqual(['Python', 'SQL']);
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

  it('reads a list under a heading it does not know', () => {
    expect(skills('TOOLBOX\nPython, Docker, Kafka').map((skill) => skill.skillId)).toContain('kafka');
  });
});
