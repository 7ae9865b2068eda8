import { TITLE_LENGTH } from '../schema';
import { spanIn, type AdLine, type Found } from './lines';

/** What naming a role needs of the catalog's occupation table. */
interface Roles {
  resolve: (title: string) => { roleId: string; confidence: number } | null;
}
interface Candidate {
  title: string;
  line: AdLine;
  at: number;
  /** How sure it is to be the title by where it stands. */
  sure: number;
}

const LABEL =
  /^[\s*#•-]*(?:job title|job role|position title|position|role|designation|post|vacancy|opening|job|title|profile)\s*(?:name|title)?\s*[:：–-]\s*(?=\S)/i;
const HIRING =
  /\b(?:(?:we(?:(?:’|')re| are)?|is|are|now|currently|urgently|actively)\s+)?(?:hiring|looking (?:for|4)|looking to hire|seeking|searching for|recruiting|in need of|wanted|require[sd]?|opening for|vacancy for|(?<=^\W*(?:we |urgently )*)needs?|(?<!\b(?:you|they|will|may|would)\s)needs?(?=\s+(?:an?|another)\s))\s*(?:[:!–-]\s*)?(?:for\s+)?(?:an?|our|the|another|some)?\s+/gi;
/** Words before the noun that say nothing of the work. */
const PRAISE =
  /^(?:(?:highly|very|experienced|skilled|passionate|dynamic|talented|motivated|self-motivated|enthusiastic|dedicated|detail-oriented|results-driven|creative|reliable|friendly|full[- ]?time|part[- ]?time|p\/t|(?:fe)?males?(?:\s*\/\s*(?:fe)?males?)?|\([^)]{0,20}\)|remote|freelance|new|qualified|ambitious|proactive|energetic|caring|compassionate|committed|organi[sz]ed|driven|exceptional|hands-on|strong|and|,)\s+)+/i;
const CLAUSE =
  /\s+(?:to|who|with|for|in|at|that|based|on|whose|having|from|within|responsible|able|capable|willing|available|joining|is|will)\s|[.!?;:(\n]|,\s|\s[-–—|]\s/i;
/** What stands beside a title without being part of it. */
const BESIDE =
  /^(?:remote|hybrid|on-?site|wfh|work from home|part[- ]?time|full[- ]?time|freelance|contract(?:or)?|(?:fe)?male(?: only)?|permanent|temporary|immediate(?: joiner)?|urgent|india|usa?|uk|anywhere|flexible(?: hours)?|m\/f\/d|f\/m\/d|m\/w\/d|.*(?:₹|\$|£|€|\d+\s*(?:hrs?|hours?|lpa|k|yrs?|years?)\b|\d{4}).*)$/i;
const isBeside = (words: string): boolean => BESIDE.test(words.trim());
const OPENER =
  /^(?:(?:we(?:(?:’|')re| are) )?(?:now |urgently |currently )?(?:hiring|recruiting)|urgent(?:ly)?(?: hiring| opening| requirement| required)?|job (?:opening|alert|opportunity|vacancy|posting|description|ad)|immediate (?:opening|hiring)|vacancy|wanted|required|apply now|new opportunity|career opportunity|hiring alert)\s*[:!|–—-]*\s*(?:for\s+)?(?:an?\s+|the\s+)?/i;
/** "Warehouse supervisor needed for our godown." */
const NEEDED = /^(.{3,60}?)\s+(?:is\s+|are\s+)?(?:urgently\s+)?(?:needed|required|wanted)\b/i;
/** So begins a sentence of somebody who asks, not a title. */
const ASKS =
  /^(?:i|we|i(?:’|')m|we(?:’|')re|need|want|looking|please|pls|hi|hello|hey|dear|if|are you|do you)\b/i;
const MARKS = /^[\s*#_>•·"“”'’\p{S}-]+/u;
const ENDS = /^[\s\p{P}\p{S}]+|[\s\p{P}\p{S}]+$/gu;
const HEAD_LINES = 6;

/** "Senior Accountant (Remote) – Pune | Part-time" → "Senior Accountant". Null when nothing is left. */
export function plainTitle(written: string): string | null {
  const noLabel = written.replace(MARKS, '').replace(OPENER, '');
  const noBrackets = noLabel.replace(/[([{][^()[\]{}]{0,80}[)\]}]/g, (bracket) =>
    bracket
      .slice(1, -1)
      .split(/[,|]/)
      .every((part) => isBeside(part) || part.split('/').every(isBeside))
      ? ' '
      : bracket,
  );
  const [first = '', ...rest] = noBrackets.split(/\s*[|•·]\s*|\s+[-–—@]\s+|\s+at\s+(?=\p{Lu})/u);
  const parts = [first, ...rest].map((part) => part.trim()).filter((part) => part !== '');
  const named = (some: readonly string[]) => some.find((part) => !BESIDE.test(part.replace(ENDS, '')));
  // "Bookkeeper, 16 hours a week": what stands beside may be told after commas, too. A bracket may have been cut in two.
  const own = (named(parts) ?? named(parts.flatMap((part) => part.split(/,\s*/))) ?? '').replace(
    /\([^)]*$/,
    '',
  );
  const bare = own
    .replace(/^(?:part[- ]?time|full[- ]?time|remote|freelance)\s+(?=\p{L})/iu, '')
    .replace(/(?:,\s*(?:remote|hybrid|work from home|wfh)|[\s*,]+(?:part|full)[- ]?time)$/i, '')
    .replace(/^[\s*#_>•·"“”'’\p{S}-]+|[\s*#_,.:;!"“”•·|–—-]+$/gu, '')
    .replace(/\s+/g, ' ')
    .slice(0, TITLE_LENGTH)
    .trim();
  // "35-45/hr" holds letters, and no word.
  const words = bare.replace(/\S*\d\S*/g, ' ');
  return bare.replace(ENDS, '').length >= 2 && bare.length >= 3 && /\p{L}{2}/u.test(words) ? bare : null;
}

function candidates(lines: readonly AdLine[]): Candidate[] {
  const found: Candidate[] = [];
  lines.forEach((line, index) => {
    const label = index < 40 ? LABEL.exec(line.text) : null;
    if (label) {
      const title = plainTitle(line.text.slice(label[0].length).slice(0, TITLE_LENGTH));
      if (title) found.push({ title, line, at: label[0].length, sure: 0.5 });
    } else if (index < HEAD_LINES && line.text.trim().length <= 100 && !/[.?]\s*$/.test(line.text)) {
      const title = plainTitle(line.text);
      if (title && !ASKS.test(title) && title.split(' ').length <= 12)
        found.push({ title, line, at: 0, sure: index === 0 ? 0.45 : 0.1 });
    }
    const needed = index < HEAD_LINES ? NEEDED.exec(line.text) : null;
    const named = needed?.[1] === undefined ? null : plainTitle(needed[1]);
    if (named && !ASKS.test(named) && named.split(' ').length <= 7)
      found.push({ title: named, line, at: 0, sure: 0.3 });
    if (index >= 30) return;
    for (const match of line.text.matchAll(HIRING)) {
      const at = match.index + match[0].length;
      const rest = line.text.slice(at, at + TITLE_LENGTH);
      const bold = /^[*_\s]*/.exec(rest)?.[0].length ?? 0;
      const praise = bold + (PRAISE.exec(rest.slice(bold))?.[0].length ?? 0);
      const noun = rest.slice(praise);
      const title = plainTitle(noun.slice(0, CLAUSE.exec(noun)?.index ?? noun.length));
      if (title && title.split(' ').length <= 7) found.push({ title, line, at: at + praise, sure: 0.3 });
    }
  });
  return found;
}

const MOST_WORDS = 6;

/** "Role: Accountant" below a head that says "Senior Accountant" is the shorter name of the same. */
function fuller(best: Candidate, found: readonly Candidate[], roles: Roles): Candidate {
  const whole = ` ${best.title.toLowerCase()}`;
  const head = found.find(
    ({ title, at }) =>
      at === 0 &&
      title.length > best.title.length &&
      title.split(' ').length <= MOST_WORDS &&
      title.toLowerCase().endsWith(whole) &&
      roles.resolve(title)?.roleId === roles.resolve(best.title)?.roleId,
  );
  return head ?? best;
}

/** The job's title: where an ad says it, of several places the one that names a known role most surely. */
export function findTitle(lines: readonly AdLine[], roles: Roles): Found<string> | null {
  let best: { candidate: Candidate; rank: number } | null = null;
  const found = candidates(lines);
  for (const candidate of found) {
    const named = roles.resolve(candidate.title)?.confidence ?? 0;
    const rank = candidate.sure + named * (candidate.title.length > 60 ? 0.5 : 1);
    if (!best || rank > best.rank) best = { candidate, rank };
  }
  if (!best || best.rank < 0.4) return null;
  const { title, line, at } = fuller(best.candidate, found, roles);
  const exact = line.text.indexOf(title, at);
  const span = exact < 0 ? spanIn(line, 0, line.text.trimEnd().length) : spanIn(line, exact, title.length);
  return { value: title, spans: [span] };
}
