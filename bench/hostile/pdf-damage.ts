import { deflateSync } from 'node:zlib';
import type { Ending, HostileFile } from './hostile-file';
import { FONTS, latin, onePage, pdf, stream, textContent, textStream, type PdfObject } from './pdf-file';
import { resumeLines } from './resume-lines';

const resume = () => textStream(resumeLines());
const whole = () => pdf({ objects: onePage({ content: resume() }) });

function damaged(label: string, make: () => Uint8Array, ends: readonly Ending[]): HostileFile {
  return { label: `pdf ${label}`, filename: 'resume.pdf', make, ends };
}

function changed(from: string | RegExp, to: string): Buffer {
  return latin(whole().toString('latin1').replace(from, to));
}

function withObjects(given: Iterable<readonly [number, PdfObject]>): Buffer {
  return pdf({ objects: new Map([...onePage({ content: resume() }), ...given]) });
}

/** A file whose cross-reference is a stream, its objects in an object stream; `extends` and `previous` may loop. */
function withStreams(given: { extending?: string; previous?: (at: number) => number }): Buffer {
  const inside = [
    [1, '<< /Type /Catalog /Pages 2 0 R >>'],
    [2, '<< /Type /Pages /Kids [3 0 R] /Count 1 >>'],
    [
      3,
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font ${FONTS} >> >>`,
    ],
  ] as const;
  let heads = '';
  let bodies = '';
  for (const [number, body] of inside) {
    heads += `${number} ${bodies.length} `;
    bodies += `${body} `;
  }
  const header = '%PDF-1.5\n';
  const content = `4 0 obj\n${resume().toString('latin1')}\nendobj\n`;
  const packed = stream(
    deflateSync(latin(heads + bodies)),
    `/Type /ObjStm /N ${inside.length} /First ${heads.length} /Filter /FlateDecode ${given.extending ?? ''}`,
  ).toString('latin1');
  const objects = `5 0 obj\n${packed}\nendobj\n`;
  const at = header.length + content.length + objects.length;
  const row = (type: number, a: number, b: number) => [type, a >> 16, (a >> 8) & 255, a & 255, b];
  const table = Buffer.from([
    ...row(0, 0, 255),
    ...inside.flatMap((_, index) => row(2, 5, index)),
    ...row(1, header.length, 0),
    ...row(1, header.length + content.length, 0),
    ...row(1, at, 0),
  ]);
  const previous = given.previous ? `/Prev ${given.previous(at)}` : '';
  const xref = stream(table, `/Type /XRef /Size 7 /W [1 3 1] /Root 1 0 R ${previous}`).toString('latin1');
  return latin(`${header}${content}${objects}6 0 obj\n${xref}\nendobj\nstartxref\n${at}\n%%EOF\n`);
}

const cut = (share: number): HostileFile =>
  damaged(
    `cut off at ${share * 100} %`,
    () => {
      const bytes = whole();
      return bytes.subarray(0, Math.floor(bytes.length * share));
    },
    ['parsed', 'damaged', 'no_text', 'not_a_resume'],
  );

/** Loops, and structures that do not hold what they promise. */
export const damagedPdfs = (): HostileFile[] => [
  damaged(
    'page tree holds itself',
    () => withObjects([[2, '<< /Type /Pages /Kids [2 0 R 3 0 R] /Count 2 >>']]),
    ['damaged', 'parsed'],
  ),
  damaged(
    'page tree in a ring',
    () =>
      withObjects([
        [2, '<< /Type /Pages /Kids [10 0 R] /Count 9 >>'],
        [10, '<< /Type /Pages /Kids [11 0 R] /Count 9 /Parent 2 0 R >>'],
        [11, '<< /Type /Pages /Kids [2 0 R] /Count 9 /Parent 10 0 R >>'],
      ]),
    ['damaged'],
  ),
  damaged(
    'page is its own parent and inherits',
    () => withObjects([[3, '<< /Type /Page /Parent 3 0 R /Contents 4 0 R >>']]),
    ['damaged', 'no_text', 'parsed'],
  ),
  damaged('cross-reference loops', () => changed('/Root 1 0 R', `/Root 1 0 R /Prev ${xrefOf(whole())}`), [
    'parsed',
  ]),
  damaged('cross-reference stream loops', () => withStreams({ previous: (at) => at }), ['parsed']),
  damaged('object stream extends itself', () => withStreams({ extending: '/Extends 5 0 R' }), ['parsed']),
  damaged('object that is a reference to itself', () => withObjects([[4, '4 0 R']]), ['no_text', 'damaged']),
  damaged('length that refers to its own stream', () => changed(/\/Length \d+/, '/Length 4 0 R'), [
    'parsed',
    'damaged',
    'no_text',
  ]),
  damaged('cross-reference of noise', () => changed(/xref\n0[\s\S]*trailer/, 'xref\nnonsense\ntrailer'), [
    'parsed',
  ]),
  damaged('startxref beyond the end', () => changed(/startxref\n\d+/, 'startxref\n99999999999999'), [
    'parsed',
  ]),
  damaged('no trailer', () => changed(/xref\n0[\s\S]*$/, ''), ['parsed', 'damaged']),
  damaged('no pages', () => withObjects([[1, '<< /Type /Catalog >>']]), ['damaged']),
  damaged('no catalog', () => withObjects([[1, 'null']]), ['damaged']),
  damaged('length too short', () => changed(/\/Length \d+/, '/Length 3'), ['parsed', 'no_text']),
  damaged('length too long', () => changed(/\/Length \d+/, '/Length 99999999'), ['parsed', 'no_text']),
  damaged('negative length', () => changed(/\/Length \d+/, '/Length -1'), ['parsed', 'no_text']),
  damaged(
    'a million pages promised',
    () => withObjects([[2, '<< /Type /Pages /Kids [3 0 R] /Count 1000000 >>']]),
    ['parsed', 'damaged'],
  ),
  damaged('page count below zero', () => withObjects([[2, '<< /Type /Pages /Kids [3 0 R] /Count -5 >>']]), [
    'no_text',
    'damaged',
  ]),
  damaged('header only', () => latin('%PDF-1.7\n'), ['damaged']),
  damaged(
    'stream that is not deflated',
    () => withObjects([[4, stream(Buffer.alloc(9_000, 0x41), '/Filter /FlateDecode')]]),
    ['no_text', 'damaged'],
  ),
  damaged(
    'unknown filters',
    () => withObjects([[4, stream(latin('x'.repeat(900)), '/Filter [/Nope /JBIG2Decode /JPXDecode]')]]),
    ['no_text', 'damaged'],
  ),
  damaged(
    'operators of noise',
    () => withObjects([[4, stream(latin(`BT ((((( ${'\x00\xff<<[[>> '.repeat(5_000)} ET`))]]),
    ['no_text', 'damaged', 'not_a_resume'],
  ),
  ...[0.05, 0.25, 0.5, 0.75, 0.95, 0.999].map(cut),
  damaged(
    'a picture without text',
    () => {
      const picture = stream(
        Buffer.alloc(300 * 400, 0xee),
        '/Type /XObject /Subtype /Image /Width 300 /Height 400 /ColorSpace /DeviceGray /BitsPerComponent 8',
      );
      const content = stream(latin('q 595 0 0 842 0 0 cm /X1 Do Q'));
      return pdf({
        objects: onePage({ content, resources: '/XObject << /X1 10 0 R >>', more: [[10, picture]] }),
      });
    },
    ['no_text'],
  ),
  ...characterMaps(),
];

const xrefOf = (bytes: Buffer): string => /startxref\n(\d+)/.exec(bytes.toString('latin1'))?.[1] ?? '0';

/** Fonts whose table from codes to characters is broken or does not end. */
function characterMaps(): HostileFile[] {
  const maps: readonly (readonly [string, string])[] = [
    ['noise', 'begincmap \xff\xfe [[<<(( 1 beginbfchar <zz> endcmap'],
    [
      'a range of four billion',
      '1 begincodespacerange <00> <ff> endcodespacerange 1 beginbfrange <00000000> <ffffffff> <0041> endbfrange',
    ],
    ['a range to long strings', `1 beginbfrange <00> <ff> <${'0041'.repeat(60_000)}> endbfrange`],
    ['a map of itself', '/Self usecmap 1 beginbfchar <41> <0041> endbfchar'],
    [
      'controls and overrides',
      '1 beginbfrange <20> <7e> <202e> endbfrange 2 beginbfchar <41> <0000> <42> <d800> endbfchar',
    ],
  ];
  return maps.map(([label, map]) =>
    damaged(
      `character map: ${label}`,
      () =>
        pdf({
          objects: onePage({
            content: stream(latin(textContent(resumeLines()).replaceAll('/F1', '/F9'))),
            resources: `/Font << ${FONTS.slice(2, -2)} /F9 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 10 0 R >> >>`,
            more: [[10, stream(latin(map), '/Type /CMap /CMapName /Self')]],
          }),
        }),
      ['parsed', 'no_text', 'not_a_resume', 'damaged', 'too_much_memory', 'took_too_long'],
    ),
  );
}
