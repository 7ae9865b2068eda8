import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { MAX_ENTRIES } from './archive';
import { docxLines } from './read';

const NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const types = strToU8('<Types/>');
const paragraph = (text: string, properties = '') =>
  `<w:p><w:pPr>${properties}</w:pPr><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
const part = (root: string, content: string) =>
  strToU8(`<?xml version="1.0"?><w:${root} ${NAMESPACE}>${content}</w:${root}>`);
const file = (body: string, parts: Record<string, Uint8Array> = {}) =>
  zipSync({
    '[Content_Types].xml': types,
    'word/document.xml': part('document', `<w:body>${body}</w:body>`),
    ...parts,
  });

function texts(bytes: Uint8Array): string[] {
  const read = docxLines(bytes);
  return read.ok ? read.lines.map((line) => line.text) : [read.reason];
}

const cell = (...content: string[]) => `<w:tc>${content.join('')}</w:tc>`;
const table = (...rows: string[][]) =>
  `<w:tbl>${rows.map((row) => `<w:tr>${row.join('')}</w:tr>`).join('')}</w:tbl>`;

describe('docxLines', () => {
  it('reads the header, where the contact line often stands, before the document', () => {
    const header = { 'word/header1.xml': part('hdr', paragraph('asha@example.in')) };
    expect(texts(file(paragraph('Asha Rao'), header))).toEqual(['asha@example.in', 'Asha Rao']);
  });

  it('gives listed paragraphs their bullet and keeps tabs as cells', () => {
    const listed = '<w:numPr><w:numId w:val="1"/></w:numPr>';
    const tabbed = '<w:p><w:r><w:t>Clerk</w:t><w:tab/><w:t>2020</w:t></w:r></w:p>';
    expect(texts(file(paragraph('Ran payroll', listed) + tabbed))).toEqual(['• Ran payroll', 'Clerk\t2020']);
  });

  it('keeps what an alignment tab sets to the right margin apart', () => {
    const edge = '<w:ptab w:relativeTo="margin" w:alignment="right" w:leader="none"/>';
    const line = `<w:p><w:r><w:t>98220 11122</w:t></w:r><w:r>${edge}</w:r><w:r><w:t>2020 - 2022</w:t></w:r></w:p>`;
    expect(texts(file(line))).toEqual(['98220 11122\t2020 - 2022']);
  });

  it('parts items that a change of look alone keeps apart, and dates glued to words', () => {
    const coloured = '<w:rPr><w:color w:val="1155CC"/></w:rPr>';
    const runs = (look: string) =>
      `<w:p><w:r><w:t>Ward Sister</w:t></w:r><w:r>${look}<w:t>Acme Clinic</w:t></w:r></w:p>`;
    expect(texts(file(runs(coloured)))).toEqual(['Ward Sister\tAcme Clinic']);
    expect(texts(file(runs('')))).toEqual(['Ward SisterAcme Clinic']);
    expect(texts(file(paragraph('Ward SisterMay 2021 - presentAcme')))).toEqual([
      'Ward Sister\tMay 2021 - present\tAcme',
    ]);
  });

  it('reads a text box once, after the paragraph that holds it', () => {
    const box = (text: string) => `<w:txbxContent>${paragraph(text)}</w:txbxContent>`;
    const anchored = `<w:p><w:r><mc:AlternateContent xmlns:mc="m"><mc:Choice>${box('In a box')}</mc:Choice><mc:Fallback>${box('In a box')}</mc:Fallback></mc:AlternateContent><w:t>Asha Rao</w:t></w:r></w:p>`;
    expect(texts(file(anchored))).toEqual(['Asha Rao', 'In a box']);
  });

  it('leaves out what the page does not show', () => {
    const hidden = '<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>Hire me</w:t></w:r></w:p>';
    const deleted = '<w:p><w:del><w:r><w:delText>Old</w:delText></w:r></w:del></w:p>';
    expect(texts(file(paragraph('Asha Rao') + hidden + deleted))).toEqual(['Asha Rao']);
  });

  it('reads rows of short cells across and long cells down', () => {
    const data = table([cell(paragraph('B.Com.')), cell(paragraph('2012'))]);
    const down = table([
      cell(paragraph('Skills'), paragraph('Tally'), paragraph('GST')),
      cell(paragraph('Experience'), paragraph('Clerk'), paragraph('Acme Ltd'), paragraph('2020 - 2022')),
    ]);
    expect(texts(file(data))).toEqual(['B.Com.\t2012']);
    expect(texts(file(down))).toEqual([
      'Skills',
      'Tally',
      'GST',
      'Experience',
      'Clerk',
      'Acme Ltd',
      '2020 - 2022',
    ]);
  });

  it('sets dates in a narrow cell beside the first line of the entry', () => {
    const rail = table([
      cell(paragraph('2020 - 2022')),
      cell(paragraph('Clerk'), paragraph('Acme Ltd'), paragraph('Posted bills.'), paragraph('Ran payroll.')),
    ]);
    expect(texts(file(rail))[0]).toBe('Clerk\t2020 - 2022');
  });

  it('knows heading styles by their name, whatever their id', () => {
    const styles = part(
      'styles',
      '<w:style w:styleId="berschrift1"><w:name w:val="heading 1"/><w:rPr><w:b/></w:rPr></w:style>',
    );
    const read = docxLines(
      file(paragraph('Erfahrung', '<w:pStyle w:val="berschrift1"/>'), { 'word/styles.xml': styles }),
    );
    expect(read.ok && read.lines[0]).toMatchObject({ heading: 1, bold: true });
  });

  it.each([
    [
      'too dense',
      zipSync({ '[Content_Types].xml': types, 'word/document.xml': new Uint8Array(3e6) }),
      'archive_unsafe',
    ],
    [
      'a name that leaves its folder',
      zipSync({ '../../evil.xml': types, 'word/document.xml': types }),
      'archive_unsafe',
    ],
    [
      'too many entries',
      zipSync(Object.fromEntries(Array.from({ length: MAX_ENTRIES + 1 }, (_, n) => [`a${n}`, types]))),
      'archive_unsafe',
    ],
    [
      'external entities',
      zipSync({
        'word/document.xml': strToU8('<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>'),
      }),
      'archive_unsafe',
    ],
    ['nesting without end', file('<w:tbl>'.repeat(900) + '</w:tbl>'.repeat(900)), 'archive_unsafe'],
    ['broken XML', zipSync({ 'word/document.xml': strToU8('<w:document><w:p>') }), 'damaged'],
    ['a cut-off file', file(paragraph('Asha')).slice(0, 80), 'damaged'],
    ['another kind of ZIP', zipSync({ 'a.txt': types }), 'unsupported_type'],
  ])('refuses %s', (_, bytes, reason) => {
    expect(docxLines(bytes)).toEqual({ ok: false, reason });
  });
});
