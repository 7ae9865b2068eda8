import { zip, type ZipEntry } from './zip-file';

const NAMESPACES =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"';
const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

export const paragraph = (text: string, properties = ''): string =>
  `<w:p>${properties}<w:r><w:t xml:space="preserve">${escaped(text)}</w:t></w:r></w:p>`;

export const paragraphs = (lines: readonly string[]): string => lines.map((line) => paragraph(line)).join('');

/** The main part around a body; `before` stands between the declaration and the root. */
export const documentXml = (body: string, before = ''): string =>
  `${DECLARATION}${before}<w:document ${NAMESPACES}><w:body>${body}</w:body></w:document>`;

export const part = (name: string, text: string | Uint8Array): ZipEntry => ({
  name,
  data: typeof text === 'string' ? Buffer.from(text) : text,
});

export const contentTypes = (type = TYPE): ZipEntry =>
  part(
    '[Content_Types].xml',
    `${DECLARATION}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${type}"/></Types>`,
  );

export const relationships = (
  name: string,
  links: readonly (readonly [type: string, target: string, mode?: string])[],
): ZipEntry =>
  part(
    name,
    `${DECLARATION}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${links
      .map(
        ([type, target, mode], index) =>
          `<Relationship Id="r${index}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${escaped(target)}"${mode === undefined ? '' : ` TargetMode="${mode}"`}/>`,
      )
      .join('')}</Relationships>`,
  );

export const packageLinks = (): ZipEntry =>
  relationships('_rels/.rels', [['officeDocument', 'word/document.xml']]);

/** The parts of a document, and more parts beside them. */
export const docxParts = (document: string, more: readonly ZipEntry[] = []): ZipEntry[] => [
  contentTypes(),
  packageLinks(),
  part('word/document.xml', document),
  ...more,
];

/** Stored, not deflated: text that repeats would be refused for its density. */
export const storedDocx = (document: string): Buffer =>
  zip(docxParts(document).map((entry) => ({ ...entry, stored: true })));

export const docx = (document: string, more: readonly ZipEntry[] = []): Buffer =>
  zip(docxParts(document, more));
