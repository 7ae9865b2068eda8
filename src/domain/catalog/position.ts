type Path = readonly PropertyKey[];

export interface JsonPositions {
  /** 1-based line of the value at `path`, or of the closest ancestor that is there. */
  lineOf: (path: Path) => number;
  /** Line at which the text stops being JSON, or null when it is whole. */
  brokenAt: number | null;
}

const STRING = /"(?:[^"\\\p{Cc}]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/uy;
const SCALAR = /(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.+-])/y;
const SPACE = /[ \t\r\n]*/y;

const keyOf = (path: Path): string => path.map(String).join('\u0000');

/** A position reached while reading; thrown where the text stops being JSON. */
class Broken {
  constructor(readonly offset: number) {}
}

const readLines = (text: string, starts: Map<string, number>): void => {
  let offset = 0;
  const take = (pattern: RegExp): string | null => {
    pattern.lastIndex = offset;
    const found = pattern.exec(text)?.[0] ?? null;
    if (found !== null) offset += found.length;
    return found;
  };
  const expect = (pattern: RegExp): string => {
    const found = take(pattern);
    if (found === null) throw new Broken(offset);
    return found;
  };
  const next = (): string | undefined => {
    take(SPACE);
    return text[offset];
  };
  const members = (close: string, member: (index: number) => void): void => {
    offset += 1;
    if (next() === close) {
      offset += 1;
      return;
    }
    for (let index = 0; ; index += 1) {
      next();
      member(index);
      const mark = next();
      if (mark !== ',' && mark !== close) throw new Broken(offset);
      offset += 1;
      if (mark === close) return;
    }
  };
  const value = (path: Path): void => {
    const first = next();
    starts.set(keyOf(path), offset);
    if (first === '{') {
      members('}', () => {
        const key: unknown = JSON.parse(expect(STRING));
        if (next() !== ':') throw new Broken(offset);
        offset += 1;
        value([...path, String(key)]);
      });
    } else if (first === '[') {
      members(']', (index) => value([...path, index]));
    } else if (take(STRING) === null) {
      expect(SCALAR);
    }
  };
  value([]);
  if (next() !== undefined) throw new Broken(offset);
};

/** Finds the lines of a JSON text's values, to say where a wrong one stands. Never throws on bad JSON. */
export function jsonPositions(text: string): JsonPositions {
  const starts = new Map<string, number>();
  const lineAt = (offset: number): number => text.slice(0, offset).split('\n').length;
  let brokenAt: number | null = null;
  try {
    readLines(text, starts);
  } catch (error) {
    if (!(error instanceof Broken)) throw error;
    brokenAt = lineAt(error.offset);
  }
  const lineOf = (path: Path): number => {
    for (let length = path.length; length >= 0; length -= 1) {
      const start = starts.get(keyOf(path.slice(0, length)));
      if (start !== undefined) return lineAt(start);
    }
    return 1;
  };
  return { lineOf, brokenAt };
}
