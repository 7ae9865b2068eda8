import type { ParsedResume } from '../schema';
import type { ParseCatalog } from './catalog';
import { headingKind } from './headings';
import { isProse } from './experience/header-lines';
import { isLanguageName } from './languages';
import { partedText } from './line';
import { groupLabels } from './skill-groups';
import { labelLength, skillItems, type SkillItem } from './skill-items';
import { spanIn, type PlacedLine, type PlacedSection, type Reading } from './text';

type Mention = ParsedResume['skills'][number];

const NOT_SKILL =
  /^(?:etc|others?|and|the|more|skills?|tools?|languages?|frameworks?|technologies|databases?|software|hobbies|n\/a|na|nil|none|years?|months?|level|proficient in|learning|familiar|other|misc|expert|master|advanced|intermediate|beginner|basic|native speaker|fluent|native|good|excellent|operating systems?|libraries|platforms?|cloud|methodologies|concepts|key|soft|hard|technical|web|programming|familiar with|over \d.*)$/i;
const SENTENCE =
  /^(?:i|we|my|able|ability|experience|experienced|having|have|responsible|who|which|that|to|a|an|possess|worked)\b/i;

const LEVELS: readonly (readonly [RegExp, number])[] = [
  [/expert|master|native/i, 4],
  [/advanced|proficient|fluent|strong|excellent|professional|skilled|competent/i, 3],
  [/intermediate|good|working|moderate|hands/i, 3],
  [/basic|familiar|average|elementary/i, 2],
  [/beginner|novice|learning/i, 1],
];

/** Skill level 1–4 from what a list says of it; null when it says nothing that can be read. */
export function readLevel(text: string | null): number | null {
  if (text === null) return null;
  const years = /(\d+(?:\.\d+)?)\+?\s*(?:years?|yrs?)/i.exec(text)?.[1];
  if (years !== undefined) return Number(years) >= 6 ? 4 : Number(years) >= 2 ? 3 : 2;
  const percent = /(\d{1,3})\s?%/.exec(text)?.[1];
  if (percent !== undefined) return Math.max(1, Math.min(4, Math.ceil(Number(percent) / 25)));
  return LEVELS.find(([pattern]) => pattern.test(text))?.[1] ?? null;
}

/** A listed name that the taxonomy lacks is kept when it reads as a name, not as a sentence. */
function isListable(item: SkillItem): boolean {
  const words = item.text.split(/\s+/);
  if (words.length > 4 || item.text.length > 40 || item.text.length < 2) return false;
  if (NOT_SKILL.test(item.text) || SENTENCE.test(item.text) || headingKind(item.text) !== null) return false;
  if (/@|https?:|www\.|\d{4}|[.!?]$/.test(item.text) || isLanguageName(item.text)) return false;
  return /\p{L}{2}|^[A-Z][+#]*$/u.test(item.text);
}

/** "HTML/CSS" is two skills unless the taxonomy knows the whole ("CI/CD"). */
function splitSlashes(item: SkillItem, catalog: ParseCatalog): SkillItem[] {
  if (!item.text.includes('/') || catalog.normaliseSkill(item.text) !== null) return [item];
  const parts = item.text.split('/');
  const splits = (part: string) =>
    catalog.normaliseSkill(part) !== null ||
    (/^\p{L}{3}/u.test(part.trim()) && part.trim().split(/\s+/).length <= 3);
  if (!parts.every(splits)) return [item];
  let start = item.start;
  const out = parts.map((part) => {
    const lead = part.length - part.trimStart().length;
    const piece = { text: part.trim(), start: start + lead, level: item.level };
    start += part.length + 1;
    return piece;
  });
  return out;
}

function mention(line: PlacedLine, item: SkillItem, skillId: string | null): Mention {
  return {
    skillId,
    surface: item.text,
    source: 'listed',
    job: null,
    level: readLevel(item.level),
    span: spanIn(line, item.start, item.start + item.text.length),
  };
}

function fromText(line: PlacedLine, from: number, to: number, catalog: ParseCatalog): Mention[] {
  const text = line.text.slice(from, to);
  return catalog.findSkills(text).map((hit) => {
    const item = { text: text.slice(hit.start, hit.end), start: from + hit.start, level: null };
    return mention(line, item, hit.skillId);
  });
}

/** "Kafka Spark SQL": names set side by side without a separator. Known names cut the rest; null when few are known. */
function sideBySide(line: PlacedLine, item: SkillItem, catalog: ParseCatalog): Mention[] | null {
  const hits = catalog.findSkills(item.text);
  const words = item.text.split(/\s+/);
  const covered = hits.reduce((sum, hit) => sum + item.text.slice(hit.start, hit.end).split(/\s+/).length, 0);
  const listed = words.every((word) => /^[\p{Lu}\d(.]/u.test(word) || /^\p{Ll}+\p{Lu}/u.test(word));
  if (hits.length < 2 || !listed || covered < words.length * 0.5) return null;
  const out: Mention[] = [];
  let from = 0;
  const between = (to: number) => {
    const raw = item.text.slice(from, to);
    const text = raw.trim();
    const rest = { text, start: item.start + from + raw.indexOf(text), level: null };
    if (text !== '' && isListable(rest)) out.push(mention(line, rest, catalog.normaliseSkill(text)));
  };
  for (const hit of hits) {
    between(hit.start);
    const known = {
      text: item.text.slice(hit.start, hit.end),
      start: item.start + hit.start,
      level: item.level,
    };
    out.push(mention(line, known, hit.skillId));
    from = hit.end;
  }
  between(item.text.length);
  return out;
}

function lineMentions(line: PlacedLine, catalog: ParseCatalog): Mention[] {
  const label = labelLength(line.text);
  const head = line.text.slice(0, label);
  if (/^\W*(?:hobbies|interests?|languages? known|spoken languages?|strengths? and hobbies)\b/i.test(head)) {
    return [];
  }
  if (/:\s*$/.test(line.text) || headingKind(line.text) !== null) return [];
  const sentence = line.text.endsWith('.') && line.text.split(/\s+/).length >= 3 && !/[,;|]/.test(line.text);
  if (sentence) return fromText(line, 0, line.text.length, catalog);
  const commas = (line.text.match(/[,;|•·\t]/g)?.length ?? 0) + line.breaks.length;
  if (isProse(line.text.replace(/^\W+/u, '')) && commas < line.text.split(/\s+/).length / 5) {
    const bullet = { text: line.text, start: 0, level: null };
    return sideBySide(line, bullet, catalog) ?? fromText(line, 0, line.text.length, catalog);
  }
  const items = skillItems(partedText(line)).flatMap((item) => splitSlashes(item, catalog));
  const spoken = items.filter((item) => isLanguageName(item.text)).length;
  if (items.length > 1 && spoken >= items.length * 0.6) return [];
  return items.flatMap((item) => {
    const known = catalog.normaliseSkill(item.text);
    if (known !== null) return [mention(line, item, known)];
    const words = item.text.split(/\s+/).length;
    const apart = words >= 2 ? sideBySide(line, item, catalog) : null;
    if (apart) return apart;
    const inside = words >= 3 ? fromText(line, item.start, item.start + item.text.length, catalog) : [];
    if (words > 4 || (inside.length > 1 && words > 3)) return inside;
    return isListable(item) ? [mention(line, item, null)] : inside;
  });
}

function unique(mentions: readonly Mention[]): Mention[] {
  const seen = new Set<string>();
  return mentions.filter((entry) => {
    const what =
      entry.source === 'listed' || entry.skillId === null ? entry.surface.toLowerCase() : entry.skillId;
    const key = `${entry.source}|${entry.job ?? ''}|${what}`;
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

/**
 * Skills of the résumé: those listed under headings of skills, those that the entries of work name (`job`), then those
 * named elsewhere. A skill counts once per source and job.
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
    if (!own) return [];
    const labels = groupLabels(section.lines);
    return section.lines.flatMap((line) => (labels.has(line) ? [] : lineMentions(line, catalog)));
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
    .flatMap((section) => section.lines.flatMap((line) => fromText(line, 0, line.text.length, catalog)))
    .filter(
      (entry) =>
        !experience.some((job) => entry.span.start >= job.span.start && entry.span.end <= job.span.end),
    );
  const known = new Set([...listed, ...labelled].map((entry) => entry.skillId));
  return unique([...listed, ...labelled, ...jobs, ...elsewhere.filter((entry) => !known.has(entry.skillId))]);
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
