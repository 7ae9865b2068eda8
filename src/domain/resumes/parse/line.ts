/** A stretch of one look inside a line, as offsets into its text. */
export interface StyleRun {
  start: number;
  end: number;
  bold: boolean;
  italic: boolean;
}

/** One line of the page (or paragraph of a document) in reading order. Lengths are points. */
export interface Line {
  /** Clean text; a tab stands between cells of one row. */
  text: string;
  page: number;
  /** Left and right edge of the ink. */
  x: number;
  right: number;
  size: number;
  bold: boolean;
  italic: boolean;
  styles: StyleRun[];
  /** Blank space above, in lines; 0 = set solid, 9 = start of a column or page. */
  gap: number;
  /** Opened by a bullet; the bullet stays in the text. */
  bullet: boolean;
  /** Level of the file's own heading style, 0 = none. */
  heading: number;
  /** Left and right edge of each cell; empty where cells have no measured place. */
  cellX: number[];
  cellRight: number[];
  /** Offsets of spaces wide enough to part items that stand side by side. */
  breaks: number[];
  /** Blank space between the text and the right edge of its column; Infinity where lines do not wrap. */
  room: number;
}

/** A line with nothing known of its looks; what plain text gives. */
export function plainLine(text: string, over: Partial<Line> = {}): Line {
  return {
    text,
    page: 1,
    x: 0,
    right: text.length * 5,
    size: 10,
    bold: false,
    italic: false,
    styles: [],
    gap: 0,
    bullet: false,
    heading: 0,
    cellX: [],
    cellRight: [],
    breaks: [],
    room: Infinity,
    ...over,
  };
}

/** The text with a tab wherever a wide space parts two items; offsets stay. */
export function partedText(line: Line): string {
  if (line.breaks.length === 0) return line.text;
  return line.text
    .split('')
    .map((character, at) => (character === ' ' && line.breaks.includes(at) ? '\t' : character))
    .join('');
}

export function cells(line: Line): string[] {
  return line.text.split('\t');
}
