import { createCipheriv, createHash } from 'node:crypto';
import type { HostileFile } from './hostile-file';
import { latin, onePage, pdf, stream, textContent } from './pdf-file';
import { resumeLines } from './resume-lines';

const md5 = (...parts: Uint8Array[]): Buffer => createHash('md5').update(Buffer.concat(parts)).digest();
const sha256 = (...parts: Uint8Array[]): Buffer => createHash('sha256').update(Buffer.concat(parts)).digest();

/** RC4, which the crypto library no longer offers. */
function rc4(key: Uint8Array, data: Uint8Array): Buffer {
  const box = Uint8Array.from({ length: 256 }, (_, index) => index);
  const swap = (a: number, b: number) => {
    const kept = box[a] ?? 0;
    box[a] = box[b] ?? 0;
    box[b] = kept;
  };
  for (let i = 0, j = 0; i < 256; i += 1) {
    j = (j + (box[i] ?? 0) + (key[i % key.length] ?? 0)) & 255;
    swap(i, j);
  }
  let i = 0;
  let j = 0;
  return Buffer.from(
    data.map((byte) => {
      i = (i + 1) & 255;
      j = (j + (box[i] ?? 0)) & 255;
      swap(i, j);
      return byte ^ (box[((box[i] ?? 0) + (box[j] ?? 0)) & 255] ?? 0);
    }),
  );
}

const PADDING = Buffer.from('28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a', 'hex');
const ID = md5(latin('a fixed file id'));
const PERMISSIONS = -3904;
const padded = (password: string) => Buffer.concat([latin(password), PADDING]).subarray(0, 32);
const hex = (bytes: Uint8Array) => `<${Buffer.from(bytes).toString('hex')}>`;
const permissionBytes = () => {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32LE(PERMISSIONS);
  return bytes;
};

interface Passwords {
  user: string;
  owner: string;
}

/** ISO 32000-1, 7.6.3: algorithms 2 to 5, for 40 bits (revision 2) and 128 bits (revisions 3 and 4). */
function standardKey({ user, owner }: Passwords, revision: 2 | 3 | 4) {
  const length = revision === 2 ? 5 : 16;
  const rounds = (bytes: Buffer, times: number) => {
    let out = bytes;
    for (let round = 0; round < times; round += 1) out = md5(out.subarray(0, length));
    return out.subarray(0, length);
  };
  const cascade = (key: Uint8Array, data: Buffer) => {
    let out = rc4(key, data);
    for (let round = 1; round < (revision === 2 ? 1 : 20); round += 1)
      out = rc4(
        key.map((byte) => byte ^ round),
        out,
      );
    return out;
  };
  const ownerKey = rounds(md5(padded(owner)), revision === 2 ? 0 : 50);
  const o = cascade(ownerKey, padded(user));
  const key = rounds(md5(padded(user), o, permissionBytes(), ID), revision === 2 ? 0 : 50);
  const u =
    revision === 2 ? rc4(key, PADDING) : Buffer.concat([cascade(key, md5(PADDING, ID)), Buffer.alloc(16)]);
  return { key, o, u };
}

const objectKey = (key: Uint8Array, number: number, aes: boolean) =>
  md5(key, Buffer.from([number, 0, 0, 0, 0]), aes ? latin('sAlT') : Buffer.alloc(0)).subarray(
    0,
    Math.min(16, key.length + 5),
  );

function aes(key: Uint8Array, data: Uint8Array): Buffer {
  const iv = Buffer.alloc(16, 7);
  const cipher = createCipheriv(`aes-${key.length * 8}-cbc`, key, iv);
  return Buffer.concat([iv, cipher.update(data), cipher.final()]);
}

const content = () => latin(textContent(resumeLines()));

function withRc4(passwords: Passwords, revision: 2 | 3): Buffer {
  const { key, o, u } = standardKey(passwords, revision);
  const objects = onePage({ content: stream(rc4(objectKey(key, 4, false), content())) });
  const length = key.length * 8;
  const trailer = `/ID [${hex(ID)} ${hex(ID)}] /Encrypt << /Filter /Standard /V ${revision - 1} /R ${revision} /Length ${length} /P ${PERMISSIONS} /O ${hex(o)} /U ${hex(u)} >>`;
  return pdf({ objects, trailer });
}

function withAes128(passwords: Passwords): Buffer {
  const { key, o, u } = standardKey(passwords, 4);
  const objects = onePage({ content: stream(aes(objectKey(key, 4, true), content())) });
  const trailer = `/ID [${hex(ID)} ${hex(ID)}] /Encrypt << /Filter /Standard /V 4 /R 4 /Length 128 /P ${PERMISSIONS} /O ${hex(o)} /U ${hex(u)} /CF << /StdCF << /CFM /AESV2 /AuthEvent /DocOpen /Length 16 >> >> /StmF /StdCF /StrF /StdCF >>`;
  return pdf({ objects, trailer });
}

/** Adobe supplement to ISO 32000, extension level 3: 256 bits, revision 5. */
function withAes256({ user, owner }: Passwords): Buffer {
  const fileKey = sha256(latin('a fixed file key'));
  const salts = Buffer.from('validate--key---validOwn-keyOwn-');
  const salt = (index: number) => salts.subarray(index * 8, index * 8 + 8);
  const wrap = (key: Buffer) => {
    const cipher = createCipheriv('aes-256-cbc', key, Buffer.alloc(16)).setAutoPadding(false);
    return Buffer.concat([cipher.update(fileKey), cipher.final()]);
  };
  const u = Buffer.concat([sha256(latin(user), salt(0)), salt(0), salt(1)]);
  const ue = wrap(sha256(latin(user), salt(1)));
  const o = Buffer.concat([sha256(latin(owner), salt(2), u), salt(2), salt(3)]);
  const oe = wrap(sha256(latin(owner), salt(3), u));
  const block = Buffer.concat([permissionBytes(), Buffer.from([255, 255, 255, 255]), latin('Tadbnone')]);
  const ecb = createCipheriv('aes-256-ecb', fileKey, null).setAutoPadding(false);
  const perms = Buffer.concat([ecb.update(block), ecb.final()]);
  const objects = onePage({ content: stream(aes(fileKey, content())) });
  const trailer = `/ID [${hex(ID)} ${hex(ID)}] /Encrypt << /Filter /Standard /V 5 /R 5 /Length 256 /P ${PERMISSIONS} /O ${hex(o)} /U ${hex(u)} /OE ${hex(oe)} /UE ${hex(ue)} /Perms ${hex(perms)} /CF << /StdCF << /CFM /AESV3 /AuthEvent /DocOpen /Length 32 >> >> /StmF /StdCF /StrF /StdCF >>`;
  return pdf({ objects, trailer });
}

const CIPHERS: readonly (readonly [string, (passwords: Passwords) => Buffer])[] = [
  ['RC4 40', (passwords) => withRc4(passwords, 2)],
  ['RC4 128', (passwords) => withRc4(passwords, 3)],
  ['AES 128', withAes128],
  ['AES 256', withAes256],
];

/** Each cipher with a password to open it, and with one that only guards printing. */
export const encryptedPdfs = (): HostileFile[] => [
  ...CIPHERS.flatMap(([cipher, make]): HostileFile[] => [
    {
      label: `pdf ${cipher} user password`,
      filename: 'resume.pdf',
      make: () => make({ user: 'open', owner: 'own' }),
      ends: ['encrypted'],
    },
    {
      label: `pdf ${cipher} owner password only`,
      filename: 'resume.pdf',
      make: () => make({ user: '', owner: 'own' }),
      ends: ['parsed'],
    },
  ]),
  {
    label: 'pdf unknown security handler',
    filename: 'resume.pdf',
    make: () =>
      pdf({
        objects: onePage({ content: stream(content()) }),
        trailer: `/ID [${hex(ID)} ${hex(ID)}] /Encrypt << /Filter /Acme.Custom /V 9 >>`,
      }),
    ends: ['encrypted', 'damaged'],
  },
];
