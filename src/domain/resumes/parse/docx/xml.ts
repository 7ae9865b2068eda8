import { SaxesParser } from 'saxes';
import { UnsafeArchive } from '../../archive-directory';

export interface XmlEvents {
  /** Local name and attributes by local name. */
  open: (name: string, attributes: Readonly<Record<string, string>>) => void;
  close: (name: string) => void;
  text?: (text: string) => void;
}

const MAX_DEPTH = 400;
/** Bytes decoded and walked at a time. */
const STEP = 256 * 1024;

const localName = (name: string) => name.slice(name.indexOf(':') + 1);

/**
 * Walks an XML part. Entities beyond the five of XML itself are never expanded, nothing is fetched; a document type
 * declaration, which no OOXML part has, throws UnsafeArchive, as does nesting without end. Broken XML throws.
 */
export function walkXml(xml: Uint8Array, events: XmlEvents): void {
  const parser = new SaxesParser({ xmlns: false, position: false });
  let depth = 0;
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('doctype', () => {
    throw new UnsafeArchive('document type');
  });
  parser.on('opentag', (tag) => {
    depth += 1;
    if (depth > MAX_DEPTH) throw new UnsafeArchive('too deep');
    const attributes: Record<string, string> = {};
    for (const [name, value] of Object.entries(tag.attributes)) {
      if (typeof value === 'string') attributes[localName(name)] = value;
    }
    events.open(localName(tag.name), attributes);
  });
  parser.on('closetag', (tag) => {
    depth -= 1;
    events.close(localName(tag.name));
  });
  parser.on('text', (text) => events.text?.(text));
  const decoder = new TextDecoder();
  for (let at = 0; at < xml.length; at += STEP) {
    parser.write(decoder.decode(xml.subarray(at, at + STEP), { stream: true }));
  }
  parser.write(decoder.decode()).close();
}
