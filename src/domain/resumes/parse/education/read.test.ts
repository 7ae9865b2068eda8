import { describe, expect, it } from 'vitest';
import { plainLine } from '../line';
import { textLines } from '../plain';
import { SMALL_CATALOG } from '../small-catalog';
import { readingOf } from '../text';
import { readEducation } from './read';

const read = (body: string) =>
  readEducation(readingOf(textLines(`Asha Rao\n\nEDUCATION\n${body}`)).sections, SMALL_CATALOG).map(
    ({ degree, school, end }) => [degree, school, end],
  );

describe('readEducation', () => {
  it('reads a table whose heading row has two lines', () => {
    const at = (text: string, cellX: number[], gap: number) =>
      plainLine(text, { x: cellX[0] ?? 0, cellX, gap });
    const four = [60, 200, 390, 470];
    const lines = [
      plainLine('EDUCATION', { bold: true, gap: 1 }),
      at('Qualification\tInstitute / Board\tYear of\tPercenta', four, 0.8),
      at('Passing\tge', [390, 470], 0.2),
      at('B.Com.\tRidge Commerce Classes\t2014\t61%', four, 0.7),
    ];
    expect(readEducation(readingOf(lines).sections, SMALL_CATALOG)).toMatchObject([
      { degree: 'B.Com.', school: 'Ridge Commerce Classes', end: '2014' },
    ]);
  });

  it('reads forms by their labels', () => {
    expect(
      read(
        'Title of qualification awarded: Licence Lettres\nInstitution: Saint-Rémy Est\nDates: 2012 - 2015',
      ),
    ).toEqual([['Licence Lettres', 'Saint-Rémy Est', '2015']]);
  });

  it('knows schools by the words of other countries', () => {
    expect(read('Politecnico del Reno          2010 - 2014')).toEqual([
      [null, 'Politecnico del Reno', '2014'],
    ]);
  });

  it('looks under other headings when the page parted its own from the entries', () => {
    const text = 'Asha Rao\n\nEDUCATION\n\nSKILLS\nRidge College\nB.Com.\n2014';
    const found = readEducation(readingOf(textLines(text)).sections, SMALL_CATALOG);
    expect(found).toMatchObject([{ school: 'Ridge College', degree: 'B.Com.' }]);
  });

  it.each([
    ['B.Com., Shivaji University, 66%, 2012', [['B.Com.', 'Shivaji University', '2012']]],
    [
      'Bachelor of Science in Computer Science — Ridge College (2016)',
      [['Bachelor of Science in Computer Science', 'Ridge College', '2016']],
    ],
    [
      'Master of Arts, English, University of Leeds, 2014',
      [['Master of Arts, English', 'University of Leeds', '2014']],
    ],
    [
      'Ridge College          Aug 2012 - May 2016\nB.E. Electronics',
      [['B.E. Electronics', 'Ridge College', '2016-05']],
    ],
    [
      'MBA (Finance)\nIIM Indore\n2018\nB.Tech. Civil\nNIT Surat\n2014',
      [
        ['MBA (Finance)', 'IIM Indore', '2018'],
        ['B.Tech. Civil', 'NIT Surat', '2014'],
      ],
    ],
    [
      'State University, Pune          2020\nBS Physics\nBA History',
      [
        ['BS Physics', 'State University', '2020'],
        ['BA History', 'State University', null],
      ],
    ],
    [
      'BMM (Advertising)\nUniversity of Mumbai, 2019',
      [['BMM (Advertising)', 'University of Mumbai', '2019']],
    ],
    [
      'University of Texas at Austin, 2011\nPhD, Economics',
      [['PhD, Economics', 'University of Texas at Austin', '2011']],
    ],
  ])('reads %j', (body, expected) => {
    expect(read(body)).toEqual(expected);
  });

  it('reads a table by its columns, stages of school included', () => {
    expect(
      read(`Qualification    Institute    Board / University    Year of Passing    Percentage
B.C.A.    Ridge College    Nagpur University    2016    71%
H.S.C.    Modern School    Maharashtra Board    2013    64%`),
    ).toEqual([
      ['B.C.A.', 'Ridge College', '2016'],
      ['H.S.C.', 'Modern School', '2013'],
    ]);
  });

  it('leaves courses and marks out', () => {
    expect(read('Ridge College, 2016\nB.Sc. Physics, CGPA 8.2\nCoursework: Optics, Waves')).toEqual([
      ['B.Sc. Physics', 'Ridge College', '2016'],
    ]);
  });
});
