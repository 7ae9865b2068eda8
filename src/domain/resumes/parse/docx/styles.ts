import { walkXml } from './xml';

/** What a paragraph style says of its text. */
export interface ParagraphStyle {
  /** Level of a heading style, 0 = none; a title counts as 9. */
  heading: number;
  bold: boolean | null;
  italic: boolean | null;
  capitals: boolean;
  /** Points. */
  size: number | null;
  list: boolean;
  basedOn: string | null;
}

export interface StyleSheet {
  size: number;
  styleOf: (id: string | null) => ParagraphStyle;
}

const NONE: ParagraphStyle = {
  heading: 0,
  bold: null,
  italic: null,
  capitals: false,
  size: null,
  list: false,
  basedOn: null,
};

/** A switch of WordprocessingML is on when it is there, unless its value says otherwise. */
export function isOn(attributes: Readonly<Record<string, string>>): boolean {
  return !['0', 'false', 'none', 'off'].includes(attributes['val'] ?? 'true');
}

function headingLevel(name: string): number {
  if (/^(?:title|titel|titre)$/i.test(name)) return 9;
  const level = /^heading\s*(\d)/i.exec(name)?.[1];
  if (level !== undefined) return Number(level);
  return /section|heading/i.test(name) && !/sub|job|company|position|char/i.test(name) ? 2 : 0;
}

/** Reads `styles.xml`; what it leaves open comes from the style it is based on. */
export function readStyles(xml: Uint8Array | undefined): StyleSheet {
  const styles = new Map<string, ParagraphStyle>();
  let size = 11;
  let current: ParagraphStyle | null = null;
  let inDefaults = false;
  if (xml) {
    walkXml(xml, {
      open: (name, attributes) => {
        if (name === 'docDefaults') inDefaults = true;
        else if (name === 'style') {
          current = { ...NONE };
          styles.set(attributes['styleId'] ?? '', current);
        } else if (name === 'sz') {
          const points = Number(attributes['val']) / 2;
          if (current) current.size = points;
          else if (inDefaults && points > 0) size = points;
        } else if (!current) return;
        else if (name === 'name') {
          const value = attributes['val'] ?? '';
          current.heading = headingLevel(value);
          current.list = /^list|bullet/i.test(value);
        } else if (name === 'basedOn') current.basedOn = attributes['val'] ?? null;
        else if (name === 'b') current.bold = isOn(attributes);
        else if (name === 'i') current.italic = isOn(attributes);
        else if (name === 'caps') current.capitals = isOn(attributes);
        else if (name === 'numPr') current.list = true;
        else if (name === 'outlineLvl' && current.heading === 0) {
          const level = Number(attributes['val']);
          if (level >= 0 && level < 6) current.heading = level + 1;
        }
      },
      close: (name) => {
        if (name === 'docDefaults') inDefaults = false;
        else if (name === 'style') current = null;
      },
    });
  }
  const resolve = (id: string | null, depth: number): ParagraphStyle => {
    const own = id === null ? undefined : styles.get(id);
    if (!own) return NONE;
    if (own.basedOn === null || depth > 8) return own;
    const base = resolve(own.basedOn, depth + 1);
    return {
      ...own,
      heading: own.heading || base.heading,
      bold: own.bold ?? base.bold,
      italic: own.italic ?? base.italic,
      capitals: own.capitals || base.capitals,
      size: own.size ?? base.size,
      list: own.list || base.list,
    };
  };
  const resolved = new Map<string | null, ParagraphStyle>();
  return {
    size,
    styleOf: (id) => {
      const known = resolved.get(id);
      if (known) return known;
      const style = resolve(id, 0);
      resolved.set(id, style);
      return style;
    },
  };
}
