import { isSeam, seams, withSeamsOpen } from '../glued';
import { MAX_CHARACTERS, MAX_LINES } from '../limits';
import type { StyleRun } from '../line';
import { isOn, type StyleSheet } from './styles';
import { walkXml } from './xml';

/** A paragraph's text as it is shown: tabs kept, soft line breaks as \n. */
export interface Paragraph {
  type: 'paragraph';
  text: string;
  styles: StyleRun[];
  size: number;
  heading: number;
  list: boolean;
  /** Left indent in points. */
  indent: number;
  /** Space before it in points. */
  before: number;
}

export interface Table {
  type: 'table';
  rows: Block[][][];
}

export type Block = Paragraph | Table;

interface Run {
  bold: boolean;
  italic: boolean;
  capitals: boolean;
  hidden: boolean;
  size: number | null;
  /** All that its properties say; runs of one look are one item. */
  look: string;
}

interface OpenParagraph extends Paragraph {
  style: string | null;
  run: Run | null;
  /** Look of the run that wrote last. */
  look: string;
  /** Text boxes anchored here: their blocks follow the paragraph. */
  boxes: Block[];
}

/** Parts of the file that hold no text of the page. */
const SKIPPED = new Set([
  'Fallback',
  'instrText',
  'delText',
  'del',
  'moveFrom',
  'fldData',
  'pPrChange',
  'rPrChange',
  'tblPrChange',
  'sectPrChange',
]);
/** Paragraphs of one part, empty ones too. */
const MAX_PARAGRAPHS = 4 * MAX_LINES;
/** Changes of look inside one paragraph. */
const MAX_RUNS = 2_000;
/** Word itself stops at this many columns. */
const MAX_CELLS = 63;
/** Properties of a run that nobody sees. */
const UNSEEN = new Set(['lang', 'noProof', 'rFonts', 'szCs', 'bCs', 'iCs', 'rtl', 'cs', 'webHidden', 'kern']);
const BULLET_FONTS = /symbol|wingding|webding/i;

/** A paragraph whose glued dates have a tab beside them. */
function openSeams<T extends Pick<Paragraph, 'text' | 'styles'>>(paragraph: T): T {
  const cuts = seams(paragraph.text);
  if (cuts.length === 0) return paragraph;
  const moved = (offset: number) => offset + cuts.filter((at) => at <= offset).length;
  const styles = paragraph.styles.map((run) => ({
    ...run,
    start: moved(run.start),
    end: moved(run.end - 1) + 1,
  }));
  return { ...paragraph, text: withSeamsOpen(paragraph.text), styles };
}

/**
 * Reads the blocks of a document, header or footer part in order. Text boxes come after the paragraph that anchors them,
 * once (their fallback copy is skipped); deleted text, field codes and hidden text are left out.
 */
export function readBody(xml: Uint8Array, sheet: StyleSheet): Block[] {
  const root: Block[] = [];
  const containers: Block[][] = [root];
  const tables: Table[] = [];
  const paragraphs: OpenParagraph[] = [];
  const boxed: Block[][] = [];
  let characters = 0;
  let begun = 0;
  let skipping = 0;
  let inText = false;
  let inRunProperties = false;
  let inParagraphProperties = false;

  const target = () => containers.at(-1) ?? root;
  const put = (whole: string) => {
    const paragraph = paragraphs.at(-1);
    if (!paragraph || paragraph.run?.hidden || characters >= MAX_CHARACTERS) return;
    const text = whole.slice(0, MAX_CHARACTERS - characters);
    characters += text.length;
    const style = sheet.styleOf(paragraph.style);
    const run = paragraph.run;
    const shown = run?.capitals || style.capitals ? text.toUpperCase() : text;
    const look = run?.look ?? '';
    if (look !== paragraph.look && isSeam(paragraph.text, shown)) paragraph.text += '\t';
    paragraph.look = look;
    const start = paragraph.text.length;
    paragraph.text += shown;
    const bold = run?.bold ?? style.bold ?? false;
    const italic = run?.italic ?? style.italic ?? false;
    const last = paragraph.styles.at(-1);
    const same = last && last.bold === bold && last.italic === italic;
    if (last && (same || paragraph.styles.length >= MAX_RUNS)) last.end = paragraph.text.length;
    else paragraph.styles.push({ start, end: paragraph.text.length, bold, italic });
    if (text.trim() !== '') paragraph.size = Math.max(paragraph.size, run?.size ?? style.size ?? sheet.size);
  };

  const openRun = () => {
    const paragraph = paragraphs.at(-1);
    if (!paragraph) return;
    const style = sheet.styleOf(paragraph.style);
    paragraph.run = {
      bold: style.bold ?? false,
      italic: style.italic ?? false,
      capitals: style.capitals,
      hidden: false,
      size: null,
      look: '',
    };
  };

  const runProperty = (name: string, attributes: Readonly<Record<string, string>>) => {
    const run = paragraphs.at(-1)?.run;
    if (!run) return;
    if (!UNSEEN.has(name)) run.look += `${name}=${attributes['val'] ?? ''};`;
    if (name === 'b') run.bold = isOn(attributes);
    else if (name === 'i') run.italic = isOn(attributes);
    else if (name === 'caps') run.capitals = isOn(attributes);
    else if (name === 'vanish') run.hidden = isOn(attributes);
    else if (name === 'sz') run.size = Number(attributes['val']) / 2 || null;
  };

  const paragraphProperty = (name: string, attributes: Readonly<Record<string, string>>) => {
    const paragraph = paragraphs.at(-1);
    if (!paragraph) return;
    if (name === 'pStyle') {
      paragraph.style = attributes['val'] ?? null;
      const style = sheet.styleOf(paragraph.style);
      paragraph.heading = style.heading;
      paragraph.list = style.list;
    } else if (name === 'numId') paragraph.list = attributes['val'] !== '0';
    else if (name === 'outlineLvl' && Number(attributes['val']) < 6)
      paragraph.heading ||= Number(attributes['val']) + 1;
    else if (name === 'ind')
      paragraph.indent = Number(attributes['left'] ?? attributes['start'] ?? 0) / 20 || 0;
    else if (name === 'spacing') paragraph.before = Number(attributes['before'] ?? 0) / 20 || 0;
  };

  const inline = (name: string, attributes: Readonly<Record<string, string>>): boolean => {
    if (name === 't') inText = true;
    else if (name === 'tab' || name === 'ptab') put('\t');
    else if (name === 'br' || name === 'cr') put('\n');
    else if (name === 'noBreakHyphen') put('-');
    else if (name === 'sym') put(BULLET_FONTS.test(attributes['font'] ?? '') ? '•' : ' ');
    else return false;
    return true;
  };

  walkXml(xml, {
    open: (name, attributes) => {
      if (skipping > 0 || SKIPPED.has(name)) {
        skipping += 1;
        return;
      }
      if (inParagraphProperties) paragraphProperty(name, attributes);
      if (inRunProperties) return runProperty(name, attributes);
      if (name === 'p') {
        begun += 1;
        paragraphs.push({
          type: 'paragraph',
          text: '',
          styles: [],
          size: 0,
          heading: 0,
          list: false,
          indent: 0,
          before: 0,
          style: null,
          run: null,
          look: '',
          boxes: [],
        });
      } else if (name === 'pPr') inParagraphProperties = true;
      else if (name === 'rPr' && !inParagraphProperties) inRunProperties = true;
      else if (name === 'r') openRun();
      else if (name === 'txbxContent') {
        const box: Block[] = [];
        boxed.push(box);
        containers.push(box);
      } else if (name === 'tbl') {
        const table: Table = { type: 'table', rows: [] };
        tables.push(table);
        target().push(table);
      } else if (name === 'tr') tables.at(-1)?.rows.push([]);
      else if (name === 'tc') {
        const cell: Block[] = [];
        const row = tables.at(-1)?.rows.at(-1);
        if (row && row.length < MAX_CELLS) row.push(cell);
        containers.push(cell);
      } else if (!inParagraphProperties) inline(name, attributes);
    },
    close: (name) => {
      if (skipping > 0) {
        skipping -= 1;
        return;
      }
      if (name === 't') inText = false;
      else if (name === 'rPr') inRunProperties = false;
      else if (name === 'pPr') inParagraphProperties = false;
      else if (name === 'r') {
        const paragraph = paragraphs.at(-1);
        if (paragraph) paragraph.run = null;
      } else if (name === 'txbxContent') {
        containers.pop();
        const box = boxed.pop();
        if (box) paragraphs.at(-1)?.boxes.push(...box);
      } else if (name === 'p') {
        const paragraph = paragraphs.pop();
        if (!paragraph) return;
        const { boxes, run: _run, style: _style, look: _look, ...block } = paragraph;
        if (begun > MAX_PARAGRAPHS) return;
        target().push({ ...openSeams(block), size: block.size || sheet.size }, ...boxes);
      } else if (name === 'tbl') tables.pop();
      else if (name === 'tc') containers.pop();
    },
    text: (text) => {
      if (inText && skipping === 0) put(text);
    },
  });
  return root;
}
