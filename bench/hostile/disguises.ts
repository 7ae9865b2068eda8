import type { Ending, HostileFile } from './hostile-file';
import { docx, documentXml, paragraphs, part } from './docx-file';
import { latin, onePage, pdf, textStream } from './pdf-file';
import { resumeLines } from './resume-lines';
import { zip } from './zip-file';

const text = () => resumeLines().join('\n');
const honestPdf = () => pdf({ objects: onePage({ content: textStream(resumeLines()) }) });
const honestDocx = () => docx(documentXml(paragraphs(resumeLines())));

function disguise(
  label: string,
  filename: string,
  make: () => Uint8Array | string,
  ends: readonly Ending[],
): HostileFile {
  return {
    label,
    filename,
    make: () => {
      const made = make();
      return typeof made === 'string' ? Buffer.from(made) : made;
    },
    ends,
  };
}

const wide = (value: string, mark: readonly number[]) =>
  Buffer.concat([Buffer.from(mark), Buffer.from(value, 'utf16le')]);
const PNG = '\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0';
/** The antivirus industry's test string, in two halves so that this source is none. */
const EICAR = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('');
/** The head of a compound file, as old Word documents have it. */
const COMPOUND = () => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(2_000)]);

/** Files that are not what they are called, two things at once, or a kind nobody reads. */
export const disguises = (): HostileFile[] => [
  disguise('nothing at all', 'resume.pdf', () => '', ['empty']),
  disguise('one byte', 'resume.txt', () => 'a', ['no_text']),
  disguise('50 MB of noise', 'resume.pdf', () => Buffer.alloc(50 * 2 ** 20, 'noise 7'), ['too_large']),
  disguise('5 MB of zeros', 'resume.pdf', () => Buffer.alloc(5 * 2 ** 20), ['type_mismatch']),
  disguise(
    'program named pdf',
    'resume.pdf',
    () => latin(`MZ\x90\0\x03\0\0\0${'\0'.repeat(500)}This program cannot be run in DOS mode.`),
    ['type_mismatch'],
  ),
  disguise('linux program named docx', 'resume.docx', () => latin(`\x7fELF\x02\x01\x01${'\0'.repeat(500)}`), [
    'type_mismatch',
  ]),
  disguise('picture named pdf', 'resume.pdf', () => latin(PNG), ['type_mismatch']),
  disguise('page of the web named pdf', 'resume.pdf', () => '<!doctype html><script>alert(1)</script>', [
    'type_mismatch',
  ]),
  disguise('page of the web named txt', 'resume.txt', () => `<html><body>${text()}</body></html>`, [
    'type_mismatch',
  ]),
  disguise('svg named txt', 'resume.txt', () => '<svg onload="alert(1)">', ['type_mismatch']),
  disguise('shell script named txt', 'resume.txt', () => '#!/bin/sh\nrm -rf /\n', ['type_mismatch']),
  disguise('pdf named docx', 'resume.docx', honestPdf, ['type_mismatch']),
  disguise('docx named pdf', 'resume.pdf', honestDocx, ['type_mismatch']),
  disguise('text named pdf', 'resume.pdf', text, ['type_mismatch']),
  disguise('pdf named exe', 'resume.exe', honestPdf, ['parsed', 'unsupported_type']),
  disguise('pdf of two endings', 'resume.exe.pdf', honestPdf, ['parsed']),
  disguise('pdf without ending', 'resume', honestPdf, ['parsed']),
  disguise(
    'pdf and zip at once',
    'resume.pdf',
    () => zip([part('setup.exe', 'MZ')], { prefix: honestPdf() }),
    ['parsed'],
  ),
  disguise('zip and pdf at once', 'resume.docx', () => zip([part('a.pdf', honestPdf())], {}), [
    'unsupported_type',
    'damaged',
  ]),
  disguise(
    'picture and pdf at once',
    'resume.pdf',
    () => Buffer.concat([latin('GIF89a\x01\0\x01\0\0\0\0;'), honestPdf()]),
    ['parsed', 'damaged', 'type_mismatch'],
  ),
  disguise(
    'page of the web and pdf at once',
    'resume.pdf',
    () => Buffer.concat([latin('<html><script>alert(1)</script>\n'), honestPdf()]),
    ['parsed', 'damaged', 'type_mismatch'],
  ),
  disguise('rich text', 'resume.rtf', () => String.raw`{\rtf1\ansi{\object\objdata 0105}Asha Verma}`, [
    'unsupported_type',
  ]),
  disguise('rich text named docx', 'resume.docx', () => String.raw`{\rtf1\ansi Asha Verma}`, [
    'type_mismatch',
  ]),
  disguise('old word document', 'resume.doc', COMPOUND, ['unsupported_type']),
  disguise('old word document named docx', 'resume.docx', COMPOUND, ['type_mismatch']),
  disguise(
    'docx with a password',
    'resume.docx',
    () => Buffer.concat([COMPOUND(), Buffer.from('EncryptedPackage', 'utf16le')]),
    ['encrypted'],
  ),
  disguise(
    'open document',
    'resume.odt',
    () =>
      zip([
        { ...part('mimetype', 'application/vnd.oasis.opendocument.text'), stored: true },
        part('content.xml', '<office:document-content/>'),
      ]),
    ['unsupported_type'],
  ),
  disguise(
    'spreadsheet named docx',
    'resume.docx',
    () => zip([part('[Content_Types].xml', '<Types/>'), part('xl/workbook.xml', '<workbook/>')]),
    ['damaged', 'unsupported_type'],
  ),
  disguise(
    'spreadsheet',
    'resume.xlsx',
    () => zip([part('[Content_Types].xml', '<Types/>'), part('xl/workbook.xml', '<workbook/>')]),
    ['unsupported_type'],
  ),
  disguise('zip in a zip', 'resume.docx', () => zip([part('a.zip', zip([part('b.zip', 'x')]))]), [
    'unsupported_type',
    'damaged',
  ]),
  disguise('utf-16 text, little end first', 'resume.txt', () => wide(text(), [0xff, 0xfe]), ['parsed']),
  disguise('utf-16 text, big end first', 'resume.txt', () => wide(text(), [0xff, 0xfe]).swap16(), ['parsed']),
  disguise(
    'utf-16 of half characters',
    'resume.txt',
    () => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.alloc(200_001, 0xd8)]),
    ['no_text'],
  ),
  disguise(
    'bytes of every kind',
    'resume.txt',
    () => Buffer.from(Array.from({ length: 9_000 }, (_, index) => index & 255)),
    ['type_mismatch'],
  ),
  disguise(
    'text with controls far in',
    'resume.txt',
    () => `${text()}\n${'padding line\n'.repeat(500)}\0\x1b[2J\x07\x08\0`,
    ['parsed'],
  ),
  disguise('antivirus test string', 'resume.txt', () => EICAR, ['not_a_resume', 'no_text']),
  disguise('antivirus test string in a résumé', 'resume.txt', () => `${text()}\n${EICAR}`, ['parsed']),
];
