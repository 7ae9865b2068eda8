import type { Ending, HostileFile } from './hostile-file';
import { docx, documentXml, paragraphs } from './docx-file';
import { latin, onePage, pdf, textStream } from './pdf-file';
import { resumeLines } from './resume-lines';

/** Names that want to be markup, a formula, a command, or another name. */
export const BAD_NAMES: readonly (readonly [label: string, name: string])[] = [
  ['script', '<script>alert(1)</script>'],
  ['image that fails', '"><img src=x onerror=alert(1)>'],
  ['formula', '=HYPERLINK("http://evil.example","Asha Verma")'],
  ['formula after a plus', '+cmd|calc!A0'],
  ['right to left override', 'Asha \u202Efdp.exe\u202C Verma'],
  ['bidirectional isolates', '\u2067Asha\u2069 \u2066Verma\u2069'],
  ['terminal escapes', 'Asha \u001b[31mVerma\u001b[0m\u001b]0;owned\u0007'],
  ['line feeds', 'Asha\r\n{"level":50,"msg":"forged"}'],
  ['nul', 'Asha\0Verma'],
  ['half a pair', 'Asha \ud800 Verma'],
  ['400 letters', 'Asha '.repeat(80)],
  ['marks upon marks', `A${'\u0301\u0489\u20dd'.repeat(120)}sha Verma`],
  ['pictures', '👩‍👩‍👧‍👦🏳️‍🌈'.repeat(60)],
  ['template', '{{constructor.constructor("alert(1)")()}} ${7*7} #{7*7}'],
  ['query', "Robert'); DROP TABLE candidates;--"],
  ['path', '../../../../etc/passwd'],
  ['prototype', '__proto__'],
];

const ANY: readonly Ending[] = ['parsed', 'not_a_resume'];

/** The same names as the uploaded file's name, and as the person's in each kind of file. */
export const hostileNames = (): HostileFile[] =>
  BAD_NAMES.flatMap(([label, name]): HostileFile[] => {
    const lines = resumeLines({ name });
    return [
      {
        label: `file name: ${label}`,
        filename: `${name}.pdf`,
        make: () => pdf({ objects: onePage({ content: textStream(resumeLines()) }) }),
        ends: ['parsed'],
      },
      {
        label: `name in text: ${label}`,
        filename: 'resume.txt',
        make: () => Buffer.from(lines.join('\n')),
        ends: [...ANY, 'type_mismatch'],
      },
      {
        label: `name in docx: ${label}`,
        filename: 'resume.docx',
        make: () => docx(documentXml(paragraphs(lines))),
        ends: [...ANY, 'damaged'],
      },
      {
        label: `name in pdf: ${label}`,
        filename: 'resume.pdf',
        make: () =>
          pdf({
            objects: onePage({ content: textStream(lines), catalog: '/Lang (x)' }),
            trailer: `/Info << /Title (${latin(name)
              .toString('latin1')
              .replace(/[\\()]/g, '_')}) >>`,
          }),
        ends: ANY,
      },
    ];
  });
