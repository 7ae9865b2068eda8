import PdfDocument from 'pdfkit';
import { describe, expect, it } from 'vitest';
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
