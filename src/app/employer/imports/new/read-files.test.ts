import { zipSync, strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { zip, type ZipEntry } from '../../../../../bench/hostile/zip-file';
import { readChosen } from './read-files';

const text = strToU8('Asha Verma, accountant');
const archive = (entries: readonly ZipEntry[], name = 'people.zip') =>
  new File([new Uint8Array(zip(entries))], name);
const named = (count: number): ZipEntry[] =>
  Array.from({ length: count }, (_, index) => ({ name: `cv${index}.txt`, data: text }));

async function told(file: File): Promise<string> {
  const { files, problems } = await readChosen([file, new File(['x'], 'other.txt')]);
  // Whatever is wrong with the archive, the file chosen beside it stays.
  expect(files.at(-1)?.name).toBe('other.txt');
  return problems.map(({ words }) => words).join(' ');
}

describe('readChosen', () => {
  it('unpacks what another program packed, by base name, without folders and shadow files', async () => {
    const bytes = zipSync({
      'people/asha.txt': text,
      'people/meera.txt': [text, { level: 0 }],
      '__MACOSX/._asha.txt': text,
      'people/.DS_Store': text,
    });
    const { files, problems } = await readChosen([new File([new Uint8Array(bytes)], 'people.ZIP')]);
    expect(problems).toEqual([]);
    expect(files.map(({ name, size }) => [name, size])).toEqual([
      ['asha.txt', text.length],
      ['meera.txt', text.length],
    ]);
    expect(await Promise.all(files.map(({ file }) => file.text()))).toEqual(
      Array(2).fill('Asha Verma, accountant'),
    );
  });

  it('cleans names, of the files and inside', async () => {
    const { files } = await readChosen([
      new File(['x'], 'cv\u202Efdp.exe'),
      archive([{ name: `folder/${'x'.repeat(400)}\u001b.pdf`, data: text }]),
    ]);
    expect(files.map(({ name }) => name)).toEqual(['cvfdp.exe', `${'x'.repeat(251)}.pdf`]);
  });

  it.each<[string, ZipEntry[], string]>([
    ['more files than an import takes', named(501), 'more than 500 files'],
    ['ten thousand entries', named(10_000), 'more than 2000 files'],
    [
      'a file that is far too dense',
      [{ name: 'a.pdf', data: new Uint8Array(4_000_000) }],
      'far more than its size',
    ],
    [
      'more than it may become',
      Array.from({ length: 60 }, (_, index) => ({
        name: `${index}.pdf`,
        data: text,
        claims: 1024 * 1024,
        claimsPacked: 20_000,
      })),
      'more than 50 MB',
    ],
    ['a name that leads out of it', [{ name: '../../evil.pdf', data: text }], 'unsafe name'],
    ['a link', [{ name: 'cv.pdf', data: text, attributes: 0xa1ff0000 }], 'a link'],
    [
      'bytes that two files share',
      [
        { name: 'a.pdf', data: text },
        { name: 'b.pdf', data: text, sharing: 0 },
      ],
      'over each other',
    ],
    ['folders only', [{ name: 'folder/', data: new Uint8Array() }], 'No file was found'],
  ])('refuses an archive of %s, and keeps what was chosen with it', async (_, entries, words) => {
    const said = await told(archive(entries));
    expect(said).toContain('This archive could not be opened.');
    expect(said).toContain(words);
  });

  it.each([
    ['noise', strToU8('PK nothing')],
    ['a cut-off archive', zip(named(3)).subarray(0, 120)],
  ])('calls %s damaged', async (_, bytes) => {
    expect(await told(new File([new Uint8Array(bytes)], 'people.zip'))).toContain('It is damaged.');
  });

  it('names a damaged or protected file inside, and takes the others', async () => {
    const { files, problems } = await readChosen([
      archive([
        { name: 'good.txt', data: text },
        { name: 'larger.txt', data: new Uint8Array(90_000), claims: 10 },
        { name: 'smaller.txt', data: text, claims: 9_000 },
        { name: 'locked.txt', data: text, flags: 1 },
        { name: 'odd.txt', data: text, method: 99 },
      ]),
    ]);
    expect(files.map(({ name }) => name)).toEqual(['good.txt']);
    expect(problems.map(({ name }) => name)).toEqual(['larger.txt', 'smaller.txt', 'locked.txt', 'odd.txt']);
  });

  it('keeps the size of a file that is too large, not its bytes', async () => {
    const data = new Uint8Array(5 * 1024 * 1024 + 1).map((_, index) => (index * 7919) % 251);
    const { files } = await readChosen([archive([{ name: 'big.pdf', data, stored: true }])]);
    expect(files.map(({ size, file }) => [size, file.size])).toEqual([[data.length, 0]]);
  });
});
