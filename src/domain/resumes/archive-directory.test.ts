import { zipSync, strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { zip, type ZipEntry } from '../../../bench/hostile/zip-file';
import { checkDirectory, dataStart, readDirectory, UnsafeArchive } from './archive-directory';

const text = strToU8('Asha Verma');
const limits = { entries: 10, total: 1024 * 1024 };
const check = (entries: readonly ZipEntry[]) => {
  const bytes = zip(entries);
  checkDirectory(readDirectory(bytes, bytes.length, 100), limits);
};

describe('readDirectory', () => {
  it('lists what another library packed, and where its bytes stand', () => {
    const bytes = zipSync({ 'a/one.txt': text, 'two.txt': [text, { level: 0 }] }, { comment: 'PK' });
    const [one, two] = readDirectory(bytes, bytes.length, 10);
    expect(one).toMatchObject({ name: 'a/one.txt', size: text.length, encrypted: false, symlink: false });
    if (!two) throw new Error('The second entry is missing.');
    const start = dataStart(two, bytes.subarray(two.offset, two.offset + 30));
    expect(bytes.subarray(start, start + two.packed)).toEqual(text);
  });

  it('reads a directory from the end of the archive alone', () => {
    const bytes = zip([{ name: 'a.txt', data: new Uint8Array(9_000), stored: true }]);
    const tail = bytes.subarray(-200);
    expect(readDirectory(tail, bytes.length, 10).map(({ name }) => name)).toEqual(['a.txt']);
    expect(() => readDirectory(bytes.subarray(-30), bytes.length, 10)).toThrow('damaged');
  });

  it.each([
    ['no end', strToU8('PK\u0003\u0004 and nothing more')],
    ['a directory elsewhere', zip([{ name: 'a', data: text }], { directoryAt: 7 })],
    ['fewer entries than claimed', zip([{ name: 'a', data: text }], { count: 9 })],
  ])('calls an archive with %s damaged', (_, bytes) => {
    expect(() => readDirectory(bytes, bytes.length, 10)).toThrow('It is damaged.');
  });

  it('reads no more entries than it may', () => {
    const bytes = zip([{ name: 'a', data: text }], { count: 11 });
    expect(() => readDirectory(bytes, bytes.length, 10)).toThrow(UnsafeArchive);
  });
});

describe('checkDirectory', () => {
  it.each<[string, ZipEntry[], string]>([
    ['more than fits', [{ name: 'a', data: text, claims: 2 ** 20 + 1 }], 'more than 1 MB'],
    ['too dense', [{ name: 'a', data: new Uint8Array(500_000) }], 'far more'],
    ['a link', [{ name: 'a', data: text, attributes: 0xa1ff0000 }], 'a link'],
    ['a way up', [{ name: 'a/../../b', data: text }], 'unsafe name'],
    ['a way up in the other direction', [{ name: String.raw`..\b`, data: text }], 'unsafe name'],
    ['a path from the root', [{ name: '/b', data: text }], 'unsafe name'],
    ['a drive', [{ name: 'c:b', data: text }], 'unsafe name'],
    ['an ended name', [{ name: 'a\0.pdf', data: text }], 'unsafe name'],
    [
      'shared bytes',
      [
        { name: 'a', data: text },
        { name: 'b', data: text, sharing: 0 },
      ],
      'over each other',
    ],
  ])('refuses %s', (_, entries, words) => {
    expect(() => check(entries)).toThrow(words);
    expect(() => check(entries)).toThrow(UnsafeArchive);
  });

  it('lets an honest archive pass', () => {
    expect(() =>
      check([
        { name: 'Asha..Verma.pdf', data: text },
        { name: 'folder/', data: new Uint8Array() },
        { name: 'folder/b.docx', data: new Uint8Array(200_000) },
      ]),
    ).not.toThrow();
  });
});
