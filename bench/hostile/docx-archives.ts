import type { Ending, HostileFile } from './hostile-file';
import { contentTypes, docxParts, documentXml, packageLinks, paragraphs, part } from './docx-file';
import { resumeLines } from './resume-lines';
import { zip } from './zip-file';

const document = () => documentXml(paragraphs(resumeLines()));
const parts = () => docxParts(document());
const zeros = (megabytes: number) => Buffer.alloc(megabytes * 2 ** 20, 0x20);

function archive(label: string, make: () => Uint8Array, ends: readonly Ending[]): HostileFile {
  return { label: `docx ${label}`, filename: 'resume.docx', make, ends };
}

const named = (name: string): HostileFile =>
  archive(`entry named ${JSON.stringify(name)}`, () => zip([...parts(), part(name, 'x')]), [
    'archive_unsafe',
  ]);

/** Archives that are more than they seem, or less. */
export const docxArchives = (): HostileFile[] => [
  archive('an entry of 200 MB', () => zip([...parts(), part('word/media/a.bin', zeros(200))]), [
    'archive_unsafe',
  ]),
  archive(
    'twenty entries of 4 MB',
    () =>
      zip([
        ...parts(),
        ...Array.from({ length: 20 }, (_, index) => part(`word/media/${index}.bin`, zeros(4))),
      ]),
    ['archive_unsafe'],
  ),
  archive(
    'document of 49 MB',
    () =>
      zip(
        docxParts(
          documentXml(
            paragraphs(
              Array.from(
                { length: 400_000 },
                (_, index) => `Line ${index} ${(index * 7919) % 10_007} of a document without end`,
              ),
            ),
          ),
        ),
      ),
    ['archive_unsafe', 'not_a_resume'],
  ),
  archive(
    'document larger than it claims',
    () => zip([contentTypes(), packageLinks(), { ...part('word/document.xml', zeros(600)), claims: 1_000 }]),
    ['archive_unsafe', 'damaged'],
  ),
  archive(
    'document smaller than it claims',
    () => zip([contentTypes(), packageLinks(), { ...part('word/document.xml', document()), claims: 90_000 }]),
    ['archive_unsafe', 'damaged', 'parsed'],
  ),
  archive(
    'an entry of 4 GB by its own account',
    () => zip([...parts(), { ...part('word/media/a.bin', 'x'), claims: 0xffffffff }]),
    ['archive_unsafe'],
  ),
  archive(
    '10,000 entries',
    () =>
      zip([...parts(), ...Array.from({ length: 10_000 }, (_, index) => part(`word/media/${index}.txt`, ''))]),
    ['archive_unsafe'],
  ),
  archive('65,535 entries by its own account', () => zip(parts(), { count: 65_535 }), [
    'archive_unsafe',
    'damaged',
  ]),
  archive(
    'entries that overlap',
    () =>
      zip([
        ...parts(),
        part('word/header1.xml', zeros(3)),
        ...Array.from({ length: 12 }, (_, index) => ({
          ...part(`word/header${index + 2}.xml`, zeros(3)),
          sharing: 3,
        })),
      ]),
    ['archive_unsafe', 'damaged'],
  ),
  archive(
    'headers that are the document itself',
    () =>
      zip([
        ...parts(),
        ...Array.from({ length: 40 }, (_, index) => ({
          ...part(`word/header${index}.xml`, document()),
          sharing: 2,
        })),
      ]),
    ['archive_unsafe', 'parsed'],
  ),
  archive(
    'the same part twice',
    () =>
      zip([
        ...parts(),
        part('word/document.xml', documentXml(paragraphs(resumeLines({ name: 'Someone Else' })))),
      ]),
    ['parsed', 'archive_unsafe'],
  ),
  archive(
    'symbolic link as document',
    () =>
      zip([
        contentTypes(),
        packageLinks(),
        { ...part('word/document.xml', '/etc/passwd'), attributes: 0xa1ff0000 },
      ]),
    ['damaged', 'archive_unsafe'],
  ),
  archive(
    'symbolic link beside',
    () => zip([...parts(), { ...part('word/media/link', '/etc/passwd'), attributes: 0xa1ff0000 }]),
    ['archive_unsafe', 'parsed'],
  ),
  ...[
    '../../../etc/cron.d/x',
    '..\\..\\windows\\x',
    '/etc/passwd',
    'C:\\x',
    'word/../../x',
    'word/media/\0x',
    `${'../'.repeat(2_000)}x`,
  ].map(named),
  archive('names of 60,000 letters', () => zip([...parts(), part('n'.repeat(60_000), 'x')]), [
    'parsed',
    'archive_unsafe',
  ]),
  archive(
    'name that is not text',
    () => zip([...parts(), { name: Buffer.from([0xff, 0xfe, 0xc0, 0x80]), data: Buffer.from('x') }]),
    ['parsed', 'archive_unsafe'],
  ),
  archive('prototype as a name', () => zip([...parts(), part('__proto__', 'x'), part('constructor', 'x')]), [
    'parsed',
  ]),
  archive('encrypted entries', () => zip(parts().map((entry) => ({ ...entry, flags: 1 }))), [
    'damaged',
    'encrypted',
    'archive_unsafe',
  ]),
  archive('packed in a way nobody knows', () => zip(parts().map((entry) => ({ ...entry, method: 99 }))), [
    'damaged',
    'archive_unsafe',
  ]),
  archive('no document', () => zip([contentTypes(), packageLinks(), part('word/styles.xml', '<a/>')]), [
    'damaged',
  ]),
  archive('no types', () => zip(parts().slice(1)), ['parsed', 'damaged']),
  archive('nothing inside', () => zip([]), ['unsupported_type', 'damaged']),
  archive('a directory that points nowhere', () => zip(parts(), { directoryAt: 0x7fffffff }), ['damaged']),
  archive('a directory that points at itself', () => zip(parts(), { directoryAt: 0 }), [
    'damaged',
    'archive_unsafe',
  ]),
  ...[0.2, 0.6, 0.97].map((share) =>
    archive(
      `cut off at ${share * 100} %`,
      () => {
        const bytes = zip(parts());
        return bytes.subarray(0, Math.floor(bytes.length * share));
      },
      ['damaged'],
    ),
  ),
  archive('signature only', () => Buffer.from('PK\x03\x04'), ['damaged']),
  archive(
    'five megabytes of directory ends',
    () => Buffer.concat([Buffer.from('PK\x03\x04'), Buffer.alloc(5_000_000, Buffer.from('PK\x05\x06'))]),
    ['damaged', 'archive_unsafe'],
  ),
  archive(
    'macros inside',
    () => zip([...parts(), part('word/vbaProject.bin', 'Attribute VB_Name = "ThisDocument"')]),
    ['parsed', 'archive_unsafe'],
  ),
  {
    label: 'docm with macros',
    filename: 'resume.docm',
    make: () =>
      zip([
        contentTypes('application/vnd.ms-word.document.macroEnabled.main+xml'),
        packageLinks(),
        part('word/document.xml', document()),
        part('word/vbaProject.bin', 'Attribute VB_Name'),
      ]),
    ends: ['unsupported_type'],
  },
  {
    label: 'docm named docx',
    filename: 'resume.docx',
    make: () =>
      zip([
        contentTypes('application/vnd.ms-word.document.macroEnabled.main+xml'),
        packageLinks(),
        part('word/document.xml', document()),
        part('word/vbaProject.bin', 'Attribute VB_Name'),
      ]),
    ends: ['parsed', 'unsupported_type'],
  },
];
