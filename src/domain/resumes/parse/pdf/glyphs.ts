import { spellCork } from '../characters';

/** One inked glyph on the page: points, y upwards from the page's foot. */
export interface Glyph {
  text: string;
  x: number;
  right: number;
  y: number;
  size: number;
  bold: boolean;
  italic: boolean;
  /** A space was written before it. */
  spaced: boolean;
}

export interface FontLook {
  bold: boolean;
  italic: boolean;
  /** What its glyphs stand for: text, list bullets, or pictures without words. */
  ink: 'text' | 'bullet' | 'none';
  /** Width of one unit of the font's own grid in text space. */
  scale: number;
  vertical: boolean;
}

/** What the walk needs of a page: the drawing operations of pdf.js and their code numbers. */
export interface Operations {
  fnArray: number[];
  argsArray: unknown[];
}

export type OperationCodes = Readonly<Record<string, number>>;

export type Matrix = [number, number, number, number, number, number];

interface State {
  matrix: Matrix;
  textMatrix: Matrix;
  lineX: number;
  lineY: number;
  x: number;
  y: number;
  font: FontLook | null;
  size: number;
  characterSpacing: number;
  wordSpacing: number;
  horizontalScale: number;
  leading: number;
  rise: number;
}

const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];
/** A hostile page can draw for ever; a résumé page has a few thousand glyphs. */
const MAX_GLYPHS_PER_PAGE = 20_000;
/** Longest text of one glyph; a ligature has a few letters. */
const MAX_GLYPH_TEXT = 24;

export function multiply(a: Matrix, b: Matrix): Matrix {
  return [
    a[0] * b[0] + a[2] * b[1],
    a[1] * b[0] + a[3] * b[1],
    a[0] * b[2] + a[2] * b[3],
    a[1] * b[2] + a[3] * b[3],
    a[0] * b[4] + a[2] * b[5] + a[4],
    a[1] * b[4] + a[3] * b[5] + a[5],
  ];
}

export function asMatrix(value: unknown): Matrix {
  const numbers = value === null || typeof value !== 'object' ? [] : Array.from(value as ArrayLike<number>);
  const at = (index: number, otherwise: number) => {
    const found = numbers[index];
    return typeof found === 'number' && Number.isFinite(found) ? found : otherwise;
  };
  return [at(0, 1), at(1, 0), at(2, 0), at(3, 1), at(4, 0), at(5, 0)];
}

const asNumber = (value: unknown): number =>
  typeof value === 'number' && Number.isFinite(value) ? value : 0;

/** Writes the glyphs of one show-text operation at the state's position, and moves the position on. */
function show(state: State, shown: readonly unknown[], into: Glyph[]): void {
  const { font } = state;
  if (!font || font.vertical) return;
  const full = multiply(state.matrix, state.textMatrix);
  const upright = Math.abs(full[1]) < Math.abs(full[0]) * 0.2 && full[0] > 0;
  const size = Math.abs(state.size) * Math.hypot(full[2], full[3]);
  let advance = 0;
  let spaced = false;
  for (const item of shown) {
    if (typeof item === 'number') {
      advance -= (item * state.size) / 1000;
      continue;
    }
    if (item === null || typeof item !== 'object') continue;
    const { unicode, width, isSpace } = item as { unicode?: unknown; width?: unknown; isSpace?: unknown };
    const text =
      typeof unicode !== 'string' || font.ink === 'none'
        ? ''
        : font.ink === 'bullet'
          ? '•'
          : spellCork(unicode.slice(0, MAX_GLYPH_TEXT));
    const wide = asNumber(width) * font.scale * state.size;
    if (text.trim() === '') spaced = true;
    else if (upright && into.length < MAX_GLYPHS_PER_PAGE) {
      const left = state.x + advance * state.horizontalScale;
      const right = left + wide * state.horizontalScale;
      const base = state.y + state.rise;
      into.push({
        text,
        x: full[0] * left + full[2] * base + full[4],
        right: full[0] * right + full[2] * base + full[4],
        y: full[1] * left + full[3] * base + full[5],
        size,
        bold: font.bold,
        italic: font.italic,
        spaced,
      });
      spaced = false;
    }
    advance += wide + state.characterSpacing + (isSpace === true ? state.wordSpacing : 0);
  }
  state.x += advance * state.horizontalScale;
}

/**
 * Walks a page's operations and returns its upright glyphs in painting order.
 * `lookOf` answers for the font of a name; `page` maps user space to the upright page. Text state as in ISO 32000-1, 9.3–9.4.
 */
export function readGlyphs(
  operations: Operations,
  codes: OperationCodes,
  lookOf: (font: string) => FontLook | null,
  page: Matrix = IDENTITY,
): Glyph[] {
  const glyphs: Glyph[] = [];
  let state: State = {
    matrix: page,
    textMatrix: IDENTITY,
    lineX: 0,
    lineY: 0,
    x: 0,
    y: 0,
    font: null,
    size: 0,
    characterSpacing: 0,
    wordSpacing: 0,
    horizontalScale: 1,
    leading: 0,
    rise: 0,
  };
  const stack: State[] = [];
  const move = (dx: number, dy: number) => {
    state.lineX += dx;
    state.lineY += dy;
    state.x = state.lineX;
    state.y = state.lineY;
  };
  const push = () => {
    if (stack.length < 512) stack.push({ ...state });
  };
  const pop = () => {
    state = stack.pop() ?? state;
  };
  const place = (matrix: unknown) => {
    state.textMatrix = asMatrix(matrix);
    state.lineX = state.lineY = state.x = state.y = 0;
  };
  const actions = new Map<number | undefined, (args: readonly unknown[]) => void>([
    [codes['save'], push],
    [codes['restore'], pop],
    [codes['transform'], (args) => (state.matrix = multiply(state.matrix, asMatrix(args)))],
    [
      codes['paintFormXObjectBegin'],
      (args) => {
        push();
        state.matrix = multiply(state.matrix, asMatrix(args[0]));
      },
    ],
    [codes['paintFormXObjectEnd'], pop],
    [codes['beginText'], () => place(IDENTITY)],
    [codes['setTextMatrix'], (args) => place(args.length === 1 ? args[0] : args)],
    [codes['moveText'], (args) => move(asNumber(args[0]), asNumber(args[1]))],
    [
      codes['setLeadingMoveText'],
      (args) => {
        state.leading = asNumber(args[1]);
        move(asNumber(args[0]), asNumber(args[1]));
      },
    ],
    [codes['nextLine'], () => move(0, state.leading)],
    [codes['setLeading'], (args) => (state.leading = -asNumber(args[0]))],
    [codes['setCharSpacing'], (args) => (state.characterSpacing = asNumber(args[0]))],
    [codes['setWordSpacing'], (args) => (state.wordSpacing = asNumber(args[0]))],
    [codes['setHScale'], (args) => (state.horizontalScale = asNumber(args[0]) / 100)],
    [codes['setTextRise'], (args) => (state.rise = asNumber(args[0]))],
    [
      codes['setFont'],
      (args) => {
        state.font = typeof args[0] === 'string' ? lookOf(args[0]) : null;
        state.size = asNumber(args[1]);
      },
    ],
    [codes['showText'], (args) => Array.isArray(args[0]) && show(state, args[0], glyphs)],
  ]);
  actions.delete(undefined);
  operations.fnArray.forEach((code, index) => {
    const args = operations.argsArray[index];
    actions.get(code)?.(
      Array.isArray(args) || ArrayBuffer.isView(args) ? Array.from(args as ArrayLike<unknown>) : [],
    );
  });
  return glyphs;
}
