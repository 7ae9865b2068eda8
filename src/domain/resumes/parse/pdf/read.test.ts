import PdfDocument from 'pdfkit';
import { describe, expect, it } from 'vitest';
import { partedText } from '../line';
import { pdfLines } from './read';

type Pdf = InstanceType<typeof PdfDocument>;

/** Draws a page with the given words at the given points (from the top) and returns the file. */
async function draw(paint: (pdf: Pdf) => void): Promise<Uint8Array> {
  const pdf = new PdfDocument({ size: 'A4', margin: 0 });
  const parts: Buffer[] = [];
  const ended = new Promise<void>((resolve) => {
    pdf.on('end', resolve);
  });
  pdf.on('data', (part: Buffer) => parts.push(part));
  paint(pdf);
  pdf.end();
  await ended;
  return new Uint8Array(Buffer.concat(parts));
}

const at = (pdf: Pdf, text: string, x: number, y: number, size = 10) =>
  pdf.fontSize(size).text(text, x, y, { lineBreak: false });

async function texts(paint: (pdf: Pdf) => void): Promise<string[]> {
  const read = await pdfLines(await draw(paint));
  return read.ok ? read.lines.map((line) => line.text) : [read.reason];
}

describe('pdfLines', () => {
  it('reads a sidebar through before the column beside it', async () => {
    const side = ['SKILLS', 'Tally', 'GST', 'Payroll', 'Excel', 'LANGUAGES', 'English', 'Hindi'];
    const main = [
      'EXPERIENCE',
      'Payroll Lead, Mulberry Components, Pune',
      'Ran monthly payroll for four hundred people in two plants.',
      'Closed the books within four days of every month end.',
      'EDUCATION',
      'B.Com., Shivaji University, with a medal in accountancy',
    ];
    const lines = await texts((pdf) => {
      at(pdf, 'Asha Rao', 40, 40, 24);
      side.forEach((text, row) => at(pdf, text, 40, 100 + row * 17));
      main.forEach((text, row) => at(pdf, text, 200, 103 + row * 21));
    });
    expect(lines).toEqual(['Asha Rao', ...side, ...main]);
  });

  it('keeps the labels of a form, set flush right, beside what they label', async () => {
    const rows = [
      ['EDUCATION', ''],
      ['Dates', 'Nov 2010 - May 2012'],
      ['Title of qualification awarded', 'Training and Development'],
      ['EXPERIENCE', ''],
      ['Dates', 'Nov 2022 - Present'],
      ['Occupation or position held', 'Payroll Lead for two plants'],
      ['Name and address of employer', 'Mulberry Components of the Western Hills'],
      ['Dates', 'Feb 2018 - Oct 2022'],
      ['Occupation or position held', 'Accounts Clerk for payables'],
      ['Name and address of employer', 'Harbour Foods and Cold Stores'],
    ];
    const lines = await texts((pdf) => {
      rows.forEach(([label = '', value = ''], row) => {
        at(pdf, label, 240 - pdf.widthOfString(label), 100 + row * 18);
        at(pdf, value, 270, 100 + row * 18);
      });
    });
    expect(lines).toEqual(rows.map((row) => row.filter(Boolean).join('\t')));
  });

  it('reads a sidebar whose lines are set flush right after the column beside it', async () => {
    const main = [
      'EXPERIENCE',
      'Payroll Lead, Mulberry Components, Pune',
      'Ran monthly payroll for four hundred people.',
      'Closed the books within four days.',
      'Accounts Clerk, Harbour Foods, Chennai',
      'Posted the bills of two hundred vendors.',
    ];
    const side = ['SKILLS', 'Tally Prime', 'GST', 'Payroll in Excel', 'EDUCATION', 'Ridge College', 'B.Com.'];
    const lines = await texts((pdf) => {
      at(pdf, 'Asha Rao', 40, 40, 24);
      main.forEach((text, row) => at(pdf, text, 40, 100 + row * 20));
      side.forEach((text, row) => at(pdf, text, 550 - pdf.widthOfString(text), 103 + row * 17));
    });
    expect(lines).toEqual(['Asha Rao', ...main, ...side]);
  });

  it('reads a row of contact details across, before the two columns below it', async () => {
    const left = [
      'EXPERIENCE',
      'Payroll Lead, Mulberry Components',
      'Ran monthly payroll for two plants',
      'Closed the books',
    ];
    const right = [
      'SKILLS',
      'Tally Prime and advanced Excel sheets',
      'EDUCATION',
      'B.Com., Ridge College of Commerce',
    ];
    const lines = await texts((pdf) => {
      at(pdf, 'Asha Rao', 40, 40, 24);
      at(pdf, 'asha@example.in', 40, 80);
      at(pdf, '+91 98220 11122', 160, 80);
      at(pdf, 'Pune, India', 310, 80);
      left.forEach((text, row) => at(pdf, text, 40, 110 + row * 18));
      right.forEach((text, row) => at(pdf, text, 310, 110 + row * 18));
    });
    expect(lines).toEqual(['Asha Rao', 'asha@example.in\t+91 98220 11122\tPune, India', ...left, ...right]);
  });

  it('tells the items of an evenly spaced row from stretched words', async () => {
    const read = await pdfLines(
      await draw((pdf) => {
        at(pdf, 'Asha Rao', 40, 40, 20);
        const items = ['asha@example.in', '+91 98220 11122', 'Pune, India'];
        let x = 40;
        for (const item of items) {
          at(pdf, item, x, 80);
          x += pdf.widthOfString(item) + 17;
        }
      }),
    );
    const row = read.ok ? read.lines[1] : undefined;
    expect(row && partedText(row)).toBe('asha@example.in\t+91 98220 11122\tPune, India');
  });

  it('keeps dates at the right margin on the row of their entry', async () => {
    const lines = await texts((pdf) => {
      at(pdf, 'EXPERIENCE', 40, 60, 12);
      for (let row = 0; row < 5; row += 1) {
        at(pdf, `Clerk number ${row}`, 40, 90 + row * 40);
        at(pdf, `Jan 201${row} - Dec 201${row}`, 430, 90 + row * 40);
        at(pdf, 'Posted bills and answered the telephone of the whole branch', 50, 104 + row * 40);
      }
    });
    expect(lines[1]).toBe('Clerk number 0\tJan 2010 - Dec 2010');
  });

  it('raises the labels of a rail to the top of what they label', async () => {
    const body = (pdf: Pdf, y: number, lines: string[]) =>
      lines.forEach((text, row) => at(pdf, text, 200, y + row * 14));
    const lines = await texts((pdf) => {
      at(pdf, 'EXPERIENCE', 40, 105, 12);
      at(pdf, '2019 - 2022', 40, 120, 8);
      body(pdf, 100, ['Payroll Lead at Mulberry Components', 'Ran monthly payroll for four hundred people']);
      at(pdf, '2016 - 2019', 40, 167, 8);
      body(pdf, 160, ['Accounts Clerk at Harbour Foods', 'Posted vendor bills for three plants and a depot']);
      at(pdf, 'EDUCATION', 40, 225, 12);
      at(pdf, '2012 - 2015', 40, 240, 8);
      body(pdf, 220, ['Ridge College of Commerce', 'B.Com., with a medal in accountancy']);
    });
    expect(lines).toEqual([
      'EXPERIENCE',
      '2019 - 2022\tPayroll Lead at Mulberry Components',
      'Ran monthly payroll for four hundred people',
      '2016 - 2019\tAccounts Clerk at Harbour Foods',
      'Posted vendor bills for three plants and a depot',
      'EDUCATION',
      '2012 - 2015\tRidge College of Commerce',
      'B.Com., with a medal in accountancy',
    ]);
  });

  it('reads a rail of headings row by row, however little stands beside them', async () => {
    const lines = await texts((pdf) => {
      const row = (y: number, label: string, text: string, size = 12) => {
        if (label !== '') at(pdf, label, 40, y, size);
        if (text !== '') at(pdf, text, 200, y);
      };
      row(60, 'PROFILE', 'Payroll and accounts');
      row(90, 'EMPLOYMENT', 'Payroll Lead at Acme');
      row(104, 'HISTORY', 'Ran monthly payroll');
      row(118, 'Nov 2022 - Present', 'Closed the books', 8);
      row(145, 'Feb 2018 - Oct 2022', 'Accounts Clerk at Harbour', 8);
      row(159, '', 'Posted bills');
      row(190, 'EDUCATION', 'Ridge College');
      row(204, '', 'B.Com.');
      row(235, 'SKILLS', 'Tally and Excel');
      row(265, 'LANGUAGES', 'Marathi');
    });
    expect(lines).toEqual([
      'PROFILE',
      'Payroll and accounts',
      'EMPLOYMENT HISTORY',
      'Nov 2022 - Present\tPayroll Lead at Acme',
      'Ran monthly payroll',
      'Closed the books',
      'Feb 2018 - Oct 2022\tAccounts Clerk at Harbour',
      'Posted bills',
      'EDUCATION',
      'Ridge College',
      'B.Com.',
      'SKILLS',
      'Tally and Excel',
      'LANGUAGES',
      'Marathi',
    ]);
  });

  it('keeps contact details beside their labels where a heading in a rail stands in front', async () => {
    const lines = await texts((pdf) => {
      const rows = [
        ['', 'Website', 'asha.example.in'],
        ['CONTACT', 'Email', 'asha@example.in'],
        ['', 'Phone', '+91 98220 11122'],
        ['', 'Address', '12 Hill Road'],
        ['LOCATION', 'Postal Code & City', '411004 Pune'],
        ['', 'Region', 'Maharashtra'],
      ];
      rows.forEach(([heading = '', label = '', value = ''], row) => {
        if (heading !== '') at(pdf, heading, 40, 60 + row * 16, 12);
        at(pdf, label, 180, 60 + row * 16);
        at(pdf, value, 300, 60 + row * 16);
      });
      at(pdf, 'EXPERIENCE', 40, 160, 12);
      at(pdf, 'Payroll Lead at Mulberry Components, with the books of four plants', 180, 160);
    });
    expect(lines).toContain('Phone\t+91 98220 11122');
    expect(lines).toContain('Region\tMaharashtra');
    expect(lines.join('\n')).toContain('Postal Code & City\t411004 Pune');
  });

  it('does not join two headings that stand close in a rail, one of them empty', async () => {
    const lines = await texts((pdf) => {
      at(pdf, 'SKILLS', 40, 60, 12);
      at(pdf, 'Tally, Excel and the payroll of four plants', 200, 60);
      at(pdf, 'SUMMARY', 40, 76, 12);
      at(pdf, 'EXPERIENCE', 40, 110, 12);
      at(pdf, 'Payroll Lead at Mulberry Components', 200, 110);
      at(pdf, 'Ran monthly payroll for four hundred people', 200, 124);
      at(pdf, '2019 - 2022', 40, 124, 8);
      at(pdf, 'Closed the books within four days', 200, 138);
      at(pdf, 'Posted the bills of two hundred vendors', 200, 152);
    });
    expect(lines.slice(0, 4)).toEqual([
      'SKILLS',
      'Tally, Excel and the payroll of four plants',
      'SUMMARY',
      'EXPERIENCE',
    ]);
  });

  it('reads cells that are set in the middle of their row', async () => {
    const lines = await texts((pdf) => {
      at(pdf, 'Course', 40, 107);
      at(pdf, 'Institution', 180, 107);
      at(pdf, 'Year of', 340, 100);
      at(pdf, 'Passing', 340, 114);
      at(pdf, 'MBA in Business', 40, 140);
      at(pdf, 'Administration', 40, 154);
      at(pdf, 'Government College', 180, 147);
      at(pdf, '2018', 340, 147);
    });
    expect(lines).toEqual([
      'Course\tInstitution\tYear of Passing',
      'MBA in Business Administration\tGovernment College\t2018',
    ]);
  });

  it('puts letter-spaced words together', async () => {
    const lines = await texts((pdf) =>
      pdf.fontSize(14).text('WORK HISTORY', 40, 40, { characterSpacing: 4, lineBreak: false }),
    );
    expect(lines).toEqual(['WORK HISTORY']);
  });

  it('tells bold type from plain', async () => {
    const read = await pdfLines(
      await draw((pdf) => {
        pdf.font('Helvetica-Bold');
        at(pdf, 'Education', 40, 40);
        pdf.font('Helvetica');
        at(pdf, 'B.Com., Pune', 40, 60);
      }),
    );
    expect(read.ok && read.lines.map((line) => line.bold)).toEqual([true, false]);
  });

  it('drops page numbers, keeps dates at the foot of a page', async () => {
    const lines = await texts((pdf) => {
      at(pdf, 'Clerk at Acme Ltd', 40, 40);
      at(pdf, 'Page 1 of 2', 260, 810);
      pdf.addPage({ size: 'A4', margin: 0 });
      at(pdf, 'Jan 2019 - Feb 2020', 40, 40);
      at(pdf, 'Page 2 of 2', 260, 810);
    });
    expect(lines).toEqual(['Clerk at Acme Ltd', 'Jan 2019 - Feb 2020']);
  });

  it('says what is wrong with a file that is none', async () => {
    expect(await pdfLines(new TextEncoder().encode('%PDF-1.7\nnothing'))).toEqual({
      ok: false,
      reason: 'damaged',
    });
    const locked = new PdfDocument({ userPassword: 'secret' });
    const parts: Buffer[] = [];
    const ended = new Promise<void>((resolve) => {
      locked.on('end', resolve);
    });
    locked.on('data', (part: Buffer) => parts.push(part));
    locked.text('Asha Rao').end();
    await ended;
    expect(await pdfLines(new Uint8Array(Buffer.concat(parts)))).toEqual({ ok: false, reason: 'encrypted' });
  });
});
