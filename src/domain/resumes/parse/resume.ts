import type { ParsedResume, ParseFailure, ParseOutcome } from '../schema';
import { toBlocks } from './blocks';
import type { ParseCatalog } from './catalog';
import { findEmail, findPhone } from './contact';
import { docxLines } from './docx/read';
import { readEducation } from './education/read';
import { readExperience } from './experience/read';
import { findHeadline } from './headline';
import { sniff } from './kind';
import { readLanguages } from './languages';
import { readLicences } from './licences';
import { MAX_CHARACTERS, MAX_LINE, MAX_LINES } from './limits';
import type { Line } from './line';
import { findLocation } from './location';
import { findName } from './name';
import { pdfLines } from './pdf/read';
import { decodeText, textLines } from './plain';
import { readSkills } from './skills';
import { readingOf, type Reading } from './text';
import { totalMonths } from './total';
import { PARSER_VERSION } from './version';

export interface ParseOptions {
  /** Name of the uploaded file; only its ending is looked at. */
  filename: string;
  /** Month `YYYY-MM` that "present" means. */
  asOf: string;
  catalog: ParseCatalog;
}

type Source =
  { ok: true; lines: Line[]; pages: number; links: string[] } | { ok: false; reason: ParseFailure };

async function readSource(bytes: Uint8Array, filename: string): Promise<Source> {
  const kind = sniff(bytes, filename);
  if (kind === 'pdf') return pdfLines(bytes);
  if (kind === 'docx') return docxLines(bytes);
  if (kind === 'txt') return { ok: true, lines: textLines(decodeText(bytes)), pages: 1, links: [] };
  return { ok: false, reason: kind };
}

/** A line in pieces that are short enough, cut between words where there are any. */
function inPieces(line: Line): Line[] {
  const pieces: Line[] = [];
  for (let from = 0; from < line.text.length;) {
    const rest = line.text.length - from;
    const space = rest > MAX_LINE ? line.text.lastIndexOf(' ', from + MAX_LINE) : -1;
    const to = from + (space > from ? space + 1 - from : Math.min(rest, MAX_LINE));
    const start = from;
    const styles = line.styles
      .filter((run) => run.end > start && run.start < to)
      .map((run) => ({
        ...run,
        start: Math.max(0, run.start - start),
        end: Math.min(to, run.end) - start,
      }));
    const text = line.text.slice(from, to).trimEnd();
    const breaks = line.breaks.flatMap((at) => (at > start && at < to ? [at - start] : []));
    const opening = from === 0 ? {} : { gap: 0, bullet: false };
    if (text !== '') pieces.push({ ...line, text, styles, breaks, cellX: [], cellRight: [], ...opening });
    from = to;
  }
  return pieces;
}

function withinReach(lines: readonly Line[]): Line[] {
  let characters = 0;
  return lines.slice(0, MAX_LINES).flatMap((line) => {
    characters += line.text.length;
    if (characters > MAX_CHARACTERS) return [];
    return line.text.length > MAX_LINE ? inPieces(line) : [line];
  });
}

function bodySize(lines: readonly Line[]): number {
  const sizes = lines.flatMap((line) => (line.text.length > 20 ? [line.size] : [])).sort((a, b) => a - b);
  return sizes[Math.floor(sizes.length / 2)] ?? 10;
}

/** Enough of a person, or enough of a résumé's parts: else the file is a letter, an invoice or a page of noise. */
function looksLikeResume(resume: ParsedResume, reading: Reading): boolean {
  const kinds = new Set(reading.sections.map((section) => section.kind));
  const parts = ['experience', 'education', 'skills'].filter((kind) => kinds.has(kind as 'skills')).length;
  const signs =
    (resume.email ? 2 : 0) +
    (resume.phone ? 1 : 0) +
    (resume.name && resume.name.confidence > 0.5 ? 1 : 0) +
    parts +
    (resume.experience.length > 0 ? 1 : 0) +
    (resume.education.length > 0 ? 1 : 0);
  return signs >= 3 || parts >= 2;
}

/**
 * Reads one résumé: PDF, DOCX or plain text, told apart by their bytes. Never throws for what a file holds; whatever
 * cannot be read comes back as a typed reason. Runs in this process: see `adapter.ts` for files of strangers.
 */
export async function parseResume(bytes: Uint8Array, options: ParseOptions): Promise<ParseOutcome> {
  const source = await readSource(bytes, options.filename);
  if (!source.ok) return source;
  const lines = withinReach(source.lines);
  const letters = lines.reduce((sum, line) => sum + (line.text.match(/\p{L}/gu)?.length ?? 0), 0);
  if (letters < 25) return { ok: false, reason: 'no_text' };
  const { catalog, asOf } = options;
  const reading = readingOf(lines);
  const { sections } = reading;
  const email = findEmail(sections, source.links);
  const name = findName(sections, email?.value ?? null, bodySize(lines));
  const location = findLocation(sections, catalog, name?.span ?? null);
  const experience = readExperience(sections, catalog);
  const education = readEducation(sections, catalog);
  const resume: ParsedResume = {
    parserVersion: PARSER_VERSION,
    text: reading.text,
    pages: source.pages,
    blocks: [],
    name,
    email,
    phone: findPhone(sections, location?.value.country ?? null, source.links),
    location,
    headline: findHeadline(sections, name?.span ?? null),
    skills: readSkills(reading, experience, catalog),
    experience,
    education,
    languages: readLanguages(sections),
    licences: readLicences(sections),
    totalMonths: totalMonths(experience, asOf),
  };
  if (!looksLikeResume(resume, reading)) return { ok: false, reason: 'not_a_resume' };
  return { ok: true, resume: { ...resume, blocks: toBlocks(reading, resume) } };
}
