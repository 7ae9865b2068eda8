import { strToU8, zipSync } from 'fflate';

/** How a run of text looks; `size` in points. */
export interface Look {
  bold?: boolean;
  italic?: boolean;
  size?: number;
  caps?: boolean;
  underline?: boolean;
}

const escaped = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

/** One run: a tab in the text becomes a tab of Word, a line break a soft one. */
export function r(text: string, look: Look = {}): string {
  const properties =
    (look.bold ? '<w:b/>' : '') +
    (look.italic ? '<w:i/>' : '') +
    (look.caps ? '<w:caps/>' : '') +
    (look.underline ? '<w:u w:val="single"/>' : '') +
    (look.size ? `<w:sz w:val="${look.size * 2}"/>` : '');
  const inner = text
    .split(/([\t\n])/)
    .filter((part) => part !== '')
    .map((part) =>
      part === '\t'
        ? '<w:tab/>'
        : part === '\n'
          ? '<w:br/>'
          : `<w:t xml:space="preserve">${escaped(part)}</w:t>`,
    )
    .join('');
  return `<w:r>${properties ? `<w:rPr>${properties}</w:rPr>` : ''}${inner}</w:r>`;
}

/** One paragraph of runs, with the id of its style, its own properties, or both. */
export function p(runs: string | string[], style = '', properties = ''): string {
  const own = `${style ? `<w:pStyle w:val="${style}"/>` : ''}${properties}`;
  return `<w:p>${own ? `<w:pPr>${own}</w:pPr>` : ''}${[runs].flat().join('')}</w:p>`;
}

export const t = (text: string, look: Look = {}, style = ''): string => p(r(text, look), style);
export const bullet = (text: string): string =>
  p(r(text), '', '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>');
/** A paragraph with a tab stop at the right edge. */
export const tabbed = (runs: string | string[]): string =>
  p(runs, '', '<w:tabs><w:tab w:val="right" w:pos="9600"/></w:tabs>');

/** Word's alignment tab: to the right margin, whatever tab stops there are. */
export const rightEdge = '<w:r><w:ptab w:relativeTo="margin" w:alignment="right" w:leader="none"/></w:r>';

/** A table; each cell is the markup of its blocks. */
export function table(
  rows: readonly (readonly string[])[],
  widths: readonly number[],
  ruled: boolean,
): string {
  const edge = ruled ? 'single' : 'nil';
  const borders = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
    .map((side) => `<w:${side} w:val="${edge}" w:sz="4"/>`)
    .join('');
  const cells = (row: readonly string[]) =>
    row
      .map(
        (cell, index) =>
          `<w:tc><w:tcPr><w:tcW w:w="${widths[index] ?? 2000}" w:type="dxa"/></w:tcPr>${cell || p('')}</w:tc>`,
      )
      .join('');
  return `<w:tbl><w:tblPr><w:tblBorders>${borders}</w:tblBorders></w:tblPr><w:tblGrid>${widths
    .map((width) => `<w:gridCol w:w="${width}"/>`)
    .join('')}</w:tblGrid>${rows.map((row) => `<w:tr>${cells(row)}</w:tr>`).join('')}</w:tbl>`;
}

/** A text box as Word writes it: the drawing, and the older form again for readers that do not know it. */
export const textBox = (blocks: string): string =>
  `<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><a:graphic><a:graphicData><wps:wsp><wps:txbx><w:txbxContent>${blocks}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>${blocks}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>`;

/** A content control around blocks, as Word's own templates wrap every field. */
export const control = (blocks: string): string =>
  `<w:sdt><w:sdtPr><w:alias w:val="Field"/></w:sdtPr><w:sdtContent>${blocks}</w:sdtContent></w:sdt>`;

export interface WordParts {
  body: string;
  header?: string;
  footer?: string;
  /** Section properties beside page size: columns, for one. */
  section?: string;
  /** Points of the body text. */
  size?: number;
}

const NAMESPACES =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml"';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

const styles = (size: number): string =>
  `<w:styles ${NAMESPACES}><w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="${size * 2}"/></w:rPr></w:rPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/><w:rPr><w:sz w:val="52"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:pPr><w:spacing w:before="240"/><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/><w:sz w:val="28"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Heading2"><w:name w:val="heading 2"/><w:pPr><w:spacing w:before="120"/><w:outlineLvl w:val="1"/></w:pPr><w:rPr><w:b/><w:sz w:val="24"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Heading3"><w:name w:val="heading 3"/><w:pPr><w:outlineLvl w:val="2"/></w:pPr><w:rPr><w:caps/><w:sz w:val="18"/></w:rPr></w:style></w:styles>`;

/** Bytes of the document; the same parts give the same bytes. */
export function pack(parts: WordParts): Buffer {
  const { header, footer } = parts;
  const extra = [
    ['header1', 'header', header],
    ['footer1', 'footer', footer],
  ].flatMap(([name, kind, blocks]) => (name && kind && blocks ? [{ name, kind, blocks }] : []));
  const references = extra
    .map(({ name, kind }) => `<w:${kind}Reference w:type="default" r:id="${name}"/>`)
    .join('');
  const root = kindOf(
    'document',
    `<w:body>${parts.body}<w:sectPr>${references}<w:pgSz w:w="11906" w:h="16838"/>${parts.section ?? ''}</w:sectPr></w:body>`,
  );
  const files: Record<string, string> = {
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${TYPE}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${TYPE}.styles+xml"/><Override PartName="/word/numbering.xml" ContentType="${TYPE}.numbering+xml"/>${extra.map(({ name, kind }) => `<Override PartName="/word/${name}.xml" ContentType="${TYPE}.${kind}+xml"/>`).join('')}</Types>`,
    '_rels/.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/_rels/document.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="styles" Type="${OFFICE}/styles" Target="styles.xml"/><Relationship Id="numbering" Type="${OFFICE}/numbering" Target="numbering.xml"/>${extra.map(({ name, kind }) => `<Relationship Id="${name}" Type="${OFFICE}/${kind}" Target="${name}.xml"/>`).join('')}</Relationships>`,
    'word/document.xml': root,
    'word/styles.xml': styles(parts.size ?? 11),
    'word/numbering.xml': `<w:numbering ${NAMESPACES}><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`,
    ...Object.fromEntries(
      extra.map(({ name, kind, blocks }) => [
        `word/${name}.xml`,
        kindOf(kind === 'header' ? 'hdr' : 'ftr', blocks),
      ]),
    ),
  };
  const bytes = Object.fromEntries(
    Object.entries(files).map(([name, xml]) => [
      name,
      strToU8(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${xml}`),
    ]),
  );
  // A zip keeps local wall time: noon of a fixed day reads the same in every zone.
  return Buffer.from(zipSync(bytes, { mtime: new Date(2026, 8, 1, 12) }));
}

const kindOf = (name: string, inner: string): string => `<w:${name} ${NAMESPACES}>${inner}</w:${name}>`;
