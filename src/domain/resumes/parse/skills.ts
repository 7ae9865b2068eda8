import type { ParsedResume } from '../schema';
import type { ParseCatalog } from './catalog';
import { isProse } from './experience/header-lines';
import { headingKind } from './headings';
import { isLanguageName } from './languages';
import { partedText } from './line';
import { joinGrid } from './skill-grid';
import { groupLabels } from './skill-groups';
import { labelLength, skillItems } from './skill-items';
import { lineMentions, namedIn } from './skill-lines';
import { rowMentions, tableColumns } from './skill-tables';
import { joinWrapped } from './skill-wraps';
import type { PlacedLine, PlacedSection, Reading } from './text';

type Mention = ParsedResume['skills'][number];

function unique(mentions: readonly Mention[]): Mention[] {
  const seen = new Set<string>();
  return mentions.filter((entry) => {
    const what =
      entry.source === 'listed' || entry.skillId === null ? entry.surface.toLowerCase() : entry.skillId;
    const key = `${entry.source}|${entry.job ?? ''}|${what}|${entry.level ?? ''}|${entry.months ?? ''}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** Sections whose running text may name skills without listing them. */
const TELLING: ReadonlySet<PlacedSection['kind']> = new Set([
  'top',
  'summary',
  'projects',
  'training',
  'licences',
  'other',
  'volunteering',
  'activities',
  'awards',
  'publications',
  'education',
]);

function listMentions(lines: readonly PlacedLine[], catalog: ParseCatalog): Mention[] {
  const labels = groupLabels(lines);
  const columns = lines.map(tableColumns).find((found) => found !== null) ?? null;
  return joinGrid(joinWrapped(lines, catalog), catalog).flatMap((line) => {
    if (labels.has(line) || (columns && tableColumns(line))) return [];
    return (columns && rowMentions(line, columns, catalog)) ?? lineMentions(line, catalog);
  });
}

/**
 * Skills of the résumé: those listed under headings of skills, those that the entries of work name (`job`), then those
 * named elsewhere. A skill counts once per source, job and level said. A listed item that the taxonomy lacks is followed by the known
 * skills inside it, whose spans lie within its own.
 */
export function readSkills(
  reading: Reading,
  experience: ParsedResume['experience'],
  catalog: ParseCatalog,
): Mention[] {
  const listed = reading.sections.flatMap((section) => {
    const languagesOnly =
      section.kind === 'languages' && section.lines.some((line) => hasLanguage(line.text));
    const listing = section.kind === 'other' && isListing(section, catalog);
    const own = section.kind === 'skills' || (section.kind === 'languages' && !languagesOnly) || listing;
    return own ? listMentions(section.lines, catalog) : [];
  });
  const labelled = reading.sections
    .filter((section) => !['skills', 'experience', 'projects', 'education'].includes(section.kind))
    .flatMap((section) =>
      section.lines
        .filter((line) => {
          const label = line.text.slice(0, labelLength(line.text)).replace(/[:\s]+$/, '');
          return label !== '' && headingKind(label) === 'skills';
        })
        .flatMap((line) => lineMentions(line, catalog)),
    );
  const jobs = experience.flatMap((entry, job) =>
    catalog.findSkills(reading.text.slice(entry.span.start, entry.span.end)).map((hit): Mention => {
      const span = { start: entry.span.start + hit.start, end: entry.span.start + hit.end };
      const surface = reading.text.slice(span.start, span.end);
      return { skillId: hit.skillId, surface, source: 'job', job, level: null, span };
    }),
  );
  const elsewhere = reading.sections
    .filter((section) => TELLING.has(section.kind))
    .flatMap((section) => section.lines.flatMap((line) => namedIn(line, catalog)))
    .filter(
      (entry) =>
        !experience.some((job) => entry.span.start >= job.span.start && entry.span.end <= job.span.end),
    );
  const known = new Set([...listed, ...labelled].map((entry) => entry.skillId));
  // A listed skill is told again only where the text says more of it: "expert in Kubernetes".
  const more = elsewhere.filter((entry) => entry.level !== null || !known.has(entry.skillId));
  return unique([...listed, ...labelled, ...jobs, ...more]);
}

/** A section under an unknown heading ("Toolbox") whose short items are mostly names that the taxonomy knows. */
function isListing(section: PlacedSection, catalog: ParseCatalog): boolean {
  if (section.lines.some((line) => isProse(line.text))) return false;
  const items = section.lines.flatMap((line) => skillItems(partedText(line)));
  const known = items.filter((item) => catalog.normaliseSkill(item.text) !== null).length;
  return items.length >= 2 && known >= items.length * 0.5;
}

function hasLanguage(text: string): boolean {
  return text.split(/[^\p{L}]+/u).some((word) => isLanguageName(word));
}
