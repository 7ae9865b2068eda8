import { afterEach, expect, test, vi } from 'vitest';
import { SHARE_IMAGE, shareImage } from './share-image';

afterEach(() => vi.unstubAllGlobals());

/** Width and height as the PNG's header tells them. */
const sizeOf = (png: Buffer) => ({ width: png.readUInt32BE(16), height: png.readUInt32BE(20) });

const latin = Array.from({ length: 0x17f - 0xa0 }, (_, at) => String.fromCodePoint(0xa0 + at)).join('');
test.each([
  ['an Indian job', 'Finance controller, London team', ['20–25 h a week', '₹1,60,000–2,20,000 a month']],
  ['letters that no local font has', 'वित्त नियंत्रक 财务 🙂 Finance', ['€40', 'Ищем 🐝']],
  ['no letter that a local font has', '财务', []],
  ['every accented Latin letter', latin, []],
])('draws %s without asking anybody', async (_name, title, facts) => {
  const asked: string[] = [];
  const { fetch } = globalThis;
  vi.stubGlobal('fetch', (input: RequestInfo | URL, init?: RequestInit) => {
    const url = String(input instanceof Request ? input.url : input);
    if (!url.startsWith('file:') && !url.startsWith('data:')) asked.push(url);
    return fetch(input, init);
  });
  const response = await shareImage({ title, organizationName: 'Kestrel Foods', facts });
  const png = Buffer.from(await response.arrayBuffer());
  expect(sizeOf(png)).toEqual(SHARE_IMAGE);
  expect(asked).toEqual([]);
});
