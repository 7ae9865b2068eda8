import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Browser } from '@playwright/test';
import { pack } from './docx/parts';
import { seenDocx } from './docx/seen';
import { seenDates } from './docx/seen-dates';
import { seenPasted } from './docx/seen-pasted';
import { unseenDocx } from './docx/unseen';
import { unseenDates } from './docx/unseen-dates';
import { unseenPasted } from './docx/unseen-pasted';
import { htmlOf, type HtmlLayout } from './html/page';
import { seenHtml } from './html/seen';
import { seenColumns } from './html/seen-columns';
import { seenRails } from './html/seen-rails';
import { unseenHtml } from './html/unseen';
import { unseenColumns } from './html/unseen-columns';
import { unseenRails } from './html/unseen-rails';
import { corpusPerson, type CorpusPerson } from './person';
import type { Pool } from './pool';
import { seenPool } from './pools/seen';
import { unseenPool } from './pools/unseen';
import { seenText } from './text/seen';
import { unseenText } from './text/unseen';
import { truthOf } from './truth';
import { voiceOf, type Voice, type VoiceOptions } from './voice';

/** People drawn in each layout, by the kind of file. */
const EACH = { pdf: 6, docx: 8, txt: 5 } as const;
type Ending = keyof typeof EACH;

interface AnyLayout {
  name: string;
  ending: Ending;
  voice: VoiceOptions | undefined;
  adapt: ((person: CorpusPerson) => CorpusPerson) | undefined;
  render: (person: CorpusPerson, voice: Voice, browser: Browser) => Promise<Buffer> | Buffer;
}

async function printHtml(
  layout: HtmlLayout,
  person: CorpusPerson,
  voice: Voice,
  browser: Browser,
): Promise<Buffer> {
  const sheet = layout.draw(person, voice);
  const page = await browser.newPage();
  try {
    await page.setContent(htmlOf(sheet), { waitUntil: 'load' });
    // Text whose typeface is not there yet is printed as nothing.
    await page.evaluate('document.fonts.ready.then(() => null)');
    const edge = sheet.margin ?? '14mm';
    const running = (inner: string | undefined) =>
      `<div style="font:8pt sans-serif;width:100%;text-align:center">${inner ?? ''}</div>`;
    const framed = sheet.head !== undefined || sheet.foot !== undefined;
    return await page.pdf({
      format: voice.random.chance(0.7) ? 'A4' : 'Letter',
      printBackground: true,
      margin: { top: edge, bottom: edge, left: edge, right: edge },
      ...(framed && {
        displayHeaderFooter: true,
        headerTemplate: running(sheet.head),
        footerTemplate: running(
          sheet.foot ?? 'Page <span class="pageNumber"></span> of <span class="totalPages"></span>',
        ),
      }),
    });
  } finally {
    await page.close();
  }
}

const HALVES = {
  seen: {
    pool: seenPool,
    html: [...seenHtml, ...seenColumns, ...seenRails],
    docx: [...seenDocx, ...seenPasted, ...seenDates],
    text: seenText,
  },
  unseen: {
    pool: unseenPool,
    html: [...unseenHtml, ...unseenColumns, ...unseenRails],
    docx: [...unseenDocx, ...unseenPasted, ...unseenDates],
    text: unseenText,
  },
} as const;
export type Half = keyof typeof HALVES;

function layoutsOf(half: Half): AnyLayout[] {
  const { html, docx, text } = HALVES[half];
  return [
    ...html.map((layout): AnyLayout => ({
      name: layout.name,
      ending: 'pdf',
      voice: layout.voice,
      adapt: layout.adapt,
      render: (person, voice, browser) => printHtml(layout, person, voice, browser),
    })),
    ...docx.map((layout): AnyLayout => ({
      name: layout.name,
      ending: 'docx',
      voice: layout.voice,
      adapt: layout.adapt,
      render: (person, voice) => pack(layout.draw(person, voice)),
    })),
    ...text.map((layout): AnyLayout => ({
      name: layout.name,
      ending: 'txt',
      voice: layout.voice,
      adapt: layout.adapt,
      render: (person, voice) => Buffer.from(`${layout.draw(person, voice).join('\n')}\n`),
    })),
  ];
}

async function writeHalf(half: Half, folder: string, seed: string, browser: Browser): Promise<number> {
  const { pool }: { pool: Pool } = HALVES[half];
  const [files, truths] = [join(folder, half, 'files'), join(folder, half, 'truth')];
  for (const path of [files, truths]) mkdirSync(path, { recursive: true });
  let number = 0;
  for (const layout of layoutsOf(half)) {
    for (let turn = 0; turn < EACH[layout.ending]; turn += 1) {
      number += 1;
      const made = corpusPerson(pool, `${seed}-${half}`, number);
      const person = layout.adapt?.(made) ?? made;
      const voice = voiceOf(pool, person, layout.name, layout.voice);
      const file = `${layout.name}-${turn + 1}.${layout.ending}`;
      writeFileSync(join(files, file), await layout.render(person, voice, browser));
      writeFileSync(
        join(truths, `${file}.json`),
        JSON.stringify(truthOf(person, file, layout.name, voice.yearsOnly), null, 1),
      );
    }
  }
  return number;
}

/** What the corpus is made from, in one hash: another one means that it has to be drawn again. */
function stampOf(seed: string): string {
  const hash = createHash('sha256').update(seed);
  for (const file of globSync('bench/corpus/**/*.ts').sort()) hash.update(readFileSync(file));
  return hash.digest('hex');
}

/**
 * Draws both halves of the corpus into `folder` as `seen|unseen/{files,truth}`, unless what stands there is the same
 * already. PDFs come from the Chromium that `findBrowser` names, Word and text files from here. The same seed gives the same people,
 * words and layouts. Returns whether anything was drawn.
 */
export async function drawCorpus(
  folder: string,
  seed: string,
  findBrowser: () => Promise<string | undefined>,
): Promise<boolean> {
  const stamp = join(folder, 'stamp');
  const wanted = stampOf(seed);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return false;
  rmSync(folder, { recursive: true, force: true });
  const executable = await findBrowser();
  const browser = await chromium.launch({
    ...(executable && { executablePath: executable }),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
    ],
  });
  try {
    for (const half of ['seen', 'unseen'] as const) await writeHalf(half, folder, seed, browser);
  } finally {
    await browser.close();
  }
  writeFileSync(stamp, wanted);
  return true;
}
