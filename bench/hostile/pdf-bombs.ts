import { deflateSync } from 'node:zlib';
import type { Ending, HostileFile } from './hostile-file';
import {
  flate,
  FONTS,
  latin,
  literal,
  onePage,
  pdf,
  stream,
  textContent,
  textStream,
  type PdfObject,
} from './pdf-file';
import { resumeLines } from './resume-lines';

function bomb(label: string, make: () => Uint8Array, ends: readonly Ending[]): HostileFile {
  return { label: `pdf ${label}`, filename: 'resume.pdf', make, ends };
}

/** Deflated zeros, and those deflated again: `size` bytes once unpacked. */
function nested(size: number, layers: number): Buffer {
  let data: Buffer = Buffer.alloc(size, 0x20);
  for (let layer = 0; layer < layers; layer += 1) data = deflateSync(data, { level: 9 });
  return stream(data, `/Filter [${'/FlateDecode '.repeat(layers)}]`);
}

/** Runs of 128 equal bytes in two (ISO 32000-1, 7.4.5). */
const runLengths = (runs: number): Buffer => Buffer.alloc(runs * 2, Buffer.from([129, 0x20]));

const manyPages = (count: number): Buffer => {
  const objects = onePage({ content: textStream(resumeLines()) });
  const kids = Array.from({ length: count }, (_, index) => index + 10);
  objects.set(2, `<< /Type /Pages /Count ${count} /Kids [${kids.map((kid) => `${kid} 0 R`).join(' ')}] >>`);
  const page = String(objects.get(3));
  for (const kid of kids) objects.set(kid, page);
  return pdf({ objects });
};

const content = (text: string): Buffer => pdf({ objects: onePage({ content: flate(latin(text)) }) });

function withForms(forms: readonly (readonly [number, string])[]): Buffer {
  const resources = `/XObject << ${forms.map(([number]) => `/X${number} ${number} 0 R`).join(' ')} >>`;
  const objects = forms.map(([number, body]): readonly [number, PdfObject] => [
    number,
    stream(
      latin(body),
      `/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << ${resources} /Font ${FONTS} >>`,
    ),
  ]);
  const first = forms[0]?.[0] ?? 0;
  return pdf({
    objects: onePage({
      content: stream(latin(`${textContent(resumeLines())} /X${first} Do`)),
      resources,
      more: objects,
    }),
  });
}

const TOO_MUCH: readonly Ending[] = ['archive_unsafe', 'too_much_memory', 'took_too_long'];

/** Small files that ask for much memory or time. */
export const pdfBombs = (): HostileFile[] => [
  bomb('flate bomb, 1 GB', () => pdf({ objects: onePage({ content: nested(2 ** 30 - 1, 1) }) }), TOO_MUCH),
  bomb(
    'nested flate, 300 MB',
    () => pdf({ objects: onePage({ content: nested(300 * 2 ** 20, 2) }) }),
    TOO_MUCH,
  ),
  bomb('ten filters deep', () => pdf({ objects: onePage({ content: nested(100 * 2 ** 20, 10) }) }), TOO_MUCH),
  bomb(
    'run lengths deflated, 400 MB',
    () => {
      const data = deflateSync(runLengths(3 * 2 ** 20), { level: 9 });
      return pdf({ objects: onePage({ content: stream(data, '/Filter [/FlateDecode /RunLengthDecode]') }) });
    },
    TOO_MUCH,
  ),
  bomb(
    'many flate bombs, 40 MB each',
    () => {
      const one = deflateSync(Buffer.alloc(40 * 2 ** 20, 0x20), { level: 9 });
      const more = Array.from({ length: 60 }, (_, index): readonly [number, PdfObject] => [
        index + 10,
        stream(one, '/Filter /FlateDecode'),
      ]);
      return pdf({
        objects: onePage({
          content: textStream(resumeLines()),
          page: `/Contents [4 0 R ${more.map(([number]) => `${number} 0 R`).join(' ')}]`,
          more,
        }),
      });
    },
    TOO_MUCH,
  ),
  bomb(
    'object stream bomb',
    () => {
      const data = deflateSync(Buffer.concat([latin('1 0 '), Buffer.alloc(500 * 2 ** 20, 0x20)]), {
        level: 9,
      });
      const packed = stream(data, '/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode');
      const header = '%PDF-1.5\n';
      const at = header.length + 8 + packed.length + 8;
      const row = (type: number, a: number, b: number) => [type, a >> 16, (a >> 8) & 255, a & 255, b];
      const table = Buffer.from([
        ...row(0, 0, 255),
        ...row(2, 5, 0),
        ...row(0, 0, 0),
        ...row(0, 0, 0),
        ...row(0, 0, 0),
        ...row(1, header.length, 0),
      ]);
      return Buffer.concat([
        latin(`${header}5 0 obj\n`),
        packed,
        latin('\nendobj\n6 0 obj\n'),
        stream(table, '/Type /XRef /Size 6 /W [1 3 1] /Root 1 0 R'),
        latin(`\nendobj\nstartxref\n${at}\n%%EOF\n`),
      ]);
    },
    [...TOO_MUCH, 'damaged'],
  ),
  bomb(
    'predictor of a million columns',
    () =>
      pdf({
        objects: onePage({
          content: flate(
            Buffer.alloc(2_000, 1),
            '/DecodeParms << /Predictor 15 /Columns 100000000 /Colors 32 /BitsPerComponent 16 >>',
          ),
        }),
      }),
    [...TOO_MUCH, 'no_text', 'damaged'],
  ),
  bomb(
    'a page as large as a country',
    () =>
      pdf({ objects: onePage({ content: textStream(resumeLines()), mediaBox: '[-1e30 -1e30 1e30 1e30]' }) }),
    ['parsed', 'no_text', 'not_a_resume'],
  ),
  bomb('10,000 pages', () => manyPages(10_000), ['parsed', ...TOO_MUCH]),
  bomb(
    'arrays 100,000 deep',
    () =>
      pdf({
        objects: onePage({
          content: textStream(resumeLines()),
          page: `/Deep ${'['.repeat(100_000)}${']'.repeat(100_000)}`,
        }),
      }),
    ['damaged', 'no_text'],
  ),
  bomb(
    'dictionaries 50,000 deep',
    () =>
      pdf({
        objects: onePage({
          content: textStream(resumeLines()),
          page: `/Deep ${'<< /A '.repeat(50_000)}1${' >>'.repeat(50_000)}`,
        }),
      }),
    ['damaged', 'no_text'],
  ),
  bomb('operands 100,000 deep', () => content(`BT ${'['.repeat(100_000)} ${']'.repeat(100_000)} TJ ET`), [
    'no_text',
    'damaged',
  ]),
  bomb(
    'graphics states 200,000 deep',
    () => content(`${'q '.repeat(200_000)} ${textContent(resumeLines())}`),
    ['parsed', ...TOO_MUCH],
  ),
  bomb(
    'a run of two million letters',
    () => content(`BT /F1 10 Tf 10 700 Td ${literal('abcdefghij'.repeat(200_000))} Tj ET`),
    ['not_a_resume', 'no_text', ...TOO_MUCH],
  ),
  bomb(
    'a run of fifteen million letters',
    () => content(`BT /F1 10 Tf 10 700 Td ${literal('abcdefghij'.repeat(1_500_000))} Tj ET`),
    ['not_a_resume', ...TOO_MUCH],
  ),
  bomb('a million moves', () => content(`BT /F1 10 Tf ${'1 1 Td (a) Tj '.repeat(400_000)} ET`), [
    'not_a_resume',
    'no_text',
    ...TOO_MUCH,
  ]),
  bomb(
    'each letter a column',
    () =>
      content(
        `BT /F1 4 Tf ${Array.from({ length: 40_000 }, (_, index) => `1 0 0 1 ${(index * 37) % 590} ${842 - (index % 800)} Tm (w) Tj`).join('\n')} ET`,
      ),
    ['not_a_resume', 'no_text', ...TOO_MUCH],
  ),
  bomb(
    'sixty thousand letters on one row',
    () =>
      content(
        `BT /F1 4 Tf ${Array.from({ length: 60_000 }, (_, index) => `1 0 0 1 ${index * 40} 400 Tm (w) Tj`).join('\n')} ET`,
      ),
    ['not_a_resume', 'no_text', ...TOO_MUCH],
  ),
  bomb(
    'a letter on each of sixty thousand rows',
    () =>
      content(
        `BT /F1 1 Tf ${Array.from({ length: 60_000 }, (_, index) => `1 0 0 1 60 ${60_000 - index * 9} Tm (w) Tj`).join('\n')} ET`,
      ),
    ['not_a_resume', 'no_text', ...TOO_MUCH],
  ),
  bomb('form that draws itself', () => withForms([[10, '/X10 Do']]), ['parsed', ...TOO_MUCH]),
  bomb(
    'forms that draw each other tenfold, ten deep',
    () =>
      withForms(
        Array.from({ length: 10 }, (_, index) => [index + 10, `/X${index + 11} Do `.repeat(10)] as const),
      ),
    ['parsed', 'damaged', ...TOO_MUCH],
  ),
  bomb(
    'picture of four billion points',
    () =>
      pdf({
        objects: onePage({
          content: stream(latin(`${textContent(resumeLines())} /X1 Do`)),
          resources: '/XObject << /X1 10 0 R >>',
          more: [
            [
              10,
              flate(
                Buffer.alloc(50 * 2 ** 20),
                '/Type /XObject /Subtype /Image /Width 65535 /Height 65535 /ColorSpace /DeviceRGB /BitsPerComponent 16',
              ),
            ],
          ],
        }),
      }),
    ['parsed', ...TOO_MUCH],
  ),
  bomb(
    'inline picture without end',
    () =>
      content(
        `${textContent(resumeLines())} BI /W 60000 /H 60000 /BPC 8 /CS /RGB ID ${'\x80'.repeat(200_000)}`,
      ),
    ['parsed', 'no_text', 'damaged', ...TOO_MUCH],
  ),
  bomb(
    'calculator function that runs on',
    () =>
      pdf({
        objects: onePage({
          content: stream(latin(`${textContent(resumeLines())} /P1 sh`)),
          resources: `/Shading << /P1 << /ShadingType 1 /ColorSpace /DeviceGray /Domain [0 1 0 1] /Function 10 0 R >> >>`,
          more: [
            [
              10,
              stream(
                latin(`{ ${'{ dup mul '.repeat(3_000)} ${'} if '.repeat(3_000)} }`),
                '/FunctionType 4 /Domain [0 1 0 1] /Range [0 1]',
              ),
            ],
          ],
        }),
      }),
    ['parsed', 'damaged', 'no_text'],
  ),
  bomb(
    'sampled function of a trillion samples',
    () =>
      pdf({
        objects: onePage({
          content: stream(latin(`${textContent(resumeLines())} /P1 sh`)),
          resources: `/Shading << /P1 << /ShadingType 1 /ColorSpace /DeviceGray /Domain [0 1 0 1] /Function 10 0 R >> >>`,
          more: [
            [
              10,
              stream(
                latin('x'),
                '/FunctionType 0 /Domain [0 1 0 1] /Range [0 1] /Size [1000000 1000000] /BitsPerSample 32',
              ),
            ],
          ],
        }),
      }),
    ['parsed', 'damaged', 'no_text', ...TOO_MUCH],
  ),
  bomb(
    'a hundred thousand links',
    () =>
      pdf({
        objects: onePage({
          content: textStream(resumeLines()),
          page: `/Annots [${'<< /Type /Annot /Subtype /Link /Rect [0 0 1 1] /A << /S /URI /URI (mailto:a@b.example) >> >> '.repeat(40_000)}]`,
        }),
      }),
    ['parsed', ...TOO_MUCH],
  ),
  bomb(
    'outline in a ring',
    () =>
      pdf({
        objects: onePage({
          content: textStream(resumeLines()),
          catalog: '/Outlines 10 0 R /PageLabels 12 0 R /StructTreeRoot 12 0 R',
          more: [
            [10, '<< /First 11 0 R /Last 11 0 R >>'],
            [11, '<< /Title (a) /Next 11 0 R /Parent 10 0 R /First 10 0 R >>'],
            [12, '<< /Kids [12 0 R] /K 12 0 R /Nums [0 12 0 R] >>'],
          ],
        }),
      }),
    ['parsed'],
  ),
  bomb('five megabytes of object heads', () => latin(`%PDF-1.4\n${'1 0 obj\n<<\n'.repeat(460_000)}`), [
    'damaged',
    ...TOO_MUCH,
  ]),
  bomb(
    'five megabytes of trailers',
    () => latin(`%PDF-1.4\n${'trailer\n<< /Root 1 0 R /Prev 9 >>\nstartxref\n9\n'.repeat(100_000)}`),
    ['damaged', ...TOO_MUCH],
  ),
  bomb('five megabytes of brackets', () => latin(`%PDF-1.4\n1 0 obj\n${'('.repeat(5_000_000)}`), [
    'damaged',
    ...TOO_MUCH,
  ]),
  bomb(
    'a name of a million letters',
    () =>
      pdf({ objects: onePage({ content: textStream(resumeLines()), page: `/${'N'.repeat(1_000_000)} 1` }) }),
    ['parsed', 'no_text', 'damaged'],
  ),
  bomb(
    'type 3 font that shows itself',
    () =>
      pdf({
        objects: onePage({
          content: stream(latin(`${textContent(resumeLines())} BT /F9 12 Tf 50 50 Td (aaaa) Tj ET`)),
          resources: `/Font << ${FONTS.slice(2, -2)} /F9 10 0 R >>`,
          more: [
            [
              10,
              '<< /Type /Font /Subtype /Type3 /FontBBox [0 0 9 9] /FontMatrix [1 0 0 1 0 0] /FirstChar 97 /LastChar 97 /Widths [9] /Encoding << /Type /Encoding /Differences [97 /a] >> /CharProcs << /a 11 0 R >> /Resources << /Font << /F9 10 0 R >> >> >>',
            ],
            [11, stream(latin('9 0 d0 BT /F9 1 Tf (aaaaaaaa) Tj ET'))],
          ],
        }),
      }),
    ['parsed', ...TOO_MUCH],
  ),
];
