import { expect, it } from 'vitest';
import { asAttachment, cleanFileName } from './clean-file-name';
import { createImportSchema } from './schema';

it.each([
  ['Asha Verma résumé (2).pdf', 'Asha Verma résumé (2).pdf'],
  ['आशा वर्मा.docx', 'आशा वर्मा.docx'],
  ['ക്‍ഷ.pdf', 'ക്‍ഷ.pdf'],
  ['سيرة ذاتية.pdf', 'سيرة ذاتية.pdf'],
  ['cv\u202Efdp.exe', 'cvfdp.exe'],
  ['cv\u2067\u200b.pdf', 'cv.pdf'],
  ['a\0b\u001b[31m\r\nc.txt', 'ab[31mc.txt'],
  ['half \ud83c.pdf', 'half \uFFFD.pdf'],
  ['../../etc/cv.pdf', 'cv.pdf'],
  [String.raw`C:\Users\a\cv.pdf`, 'cv.pdf'],
  ['<img src=x>.pdf', '<img src=x>.pdf'],
  [`${'x'.repeat(400)}.pdf`, `${'x'.repeat(251)}.pdf`],
  ['\u202E', 'file'],
])('%j is kept as %j', (name, kept) => {
  expect(cleanFileName(name)).toBe(kept);
});

it('lets no name of one file refuse an import, and stores none as it came', () => {
  const names = ['cv\u202Efdp.exe', `${'x'.repeat(400)}.pdf`, '=HYPERLINK("x").pdf'];
  const { files } = createImportSchema.parse({
    jobId: null,
    lawfulBasis: 'consent',
    files: names.map((name) => ({ name, size: 1 })),
  });
  expect(files.map(({ name }) => name)).toEqual(names.map(cleanFileName));
});

it('writes a name into a header so that nothing of it ends the header or the name', () => {
  expect(asAttachment('résumé "1";\r\nx: y.pdf')).toBe(
    `attachment; filename*=UTF-8''r%C3%A9sum%C3%A9%20%221%22%3Bx%3A%20y.pdf`,
  );
  expect(asAttachment("a'(b)*.pdf")).toBe("attachment; filename*=UTF-8''a%27%28b%29%2A.pdf");
});
