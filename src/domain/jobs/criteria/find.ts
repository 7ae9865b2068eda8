import { CRITERION_KINDS, type Criterion } from '../schema/criteria';
import { CRITERION_RULES, type CriterionRule } from './rules';

/** A line that goes on in small letters is the same sentence, wrapped. */
const SENTENCE = /(?:[^.!?;\r\n•▪●]|[.](?=\S)|\r?\n(?=[ \t]*\p{Ll}))+[.!?;]*/gu;

/** What is turned down or done away with right before the words. */
const DENIED =
  /(?:\b(?:not|never|nor|neither|needn['’]t)|n['’]t|\bno need (?:of|for|to)|\bcannot)\s+(?:[^\s,;:]+\s+){0,4}$/i;
const STILL_ASKED = /\b(?:apply|open|if|unless|only|exceed|above|over|be)\s+(?:[^\s,;:]+\s+){0,4}$/i;
const NO = /\bno\s+(?:[^\s,;:]+\s+){0,2}$/i;
const NOT_NEEDED =
  /^\s*(?:(?:is|are|was|were|will be)\s+)?(?:not|never|n['’]t)\s+(?:\S+\s+)?(?:needed|required|necessary|mandatory|compulsory|asked|wanted|expected|important|a (?:must|criterion|condition|problem|barrier|bar))|^\s*(?:isn|aren)['’]t\s+(?:needed|required|necessary|a must)|^\s*(?:(?:is|are)\s+)?no (?:bar|problem|issue|barrier)|^\s*(?:does|do)(?: not|n['’]t) matter/i;
const INVITED =
  /^\s*(?:(?:is|are)\s+)?(?:(?:also|equally|most|very|always|strongly|especially)\s+)*(?:welcome|encouraged)\b|^\s*(?:can|may)\s+(?:also\s+)?apply\b/i;
const SHUT = /\b(?:only|strictly|exclusively|prefer\w*)\b/i;
/** A sentence that says that nobody is shut out. */
const OPEN_TO_ALL =
  /\b(?:regardless|irrespective) of\b|\bwithout regard to\b|\bdiscriminat|\bequal opportunit|\b(?:all|any) (?:ages?|genders?)\b/i;
/** The people behind these words are whom the work is for, not who does it. */
const WORKED_WITH =
  /\b(?:(?:teach|train|mentor|coach|supervis|manag|serv|support|help|treat|counsel|guid|onboard|interview|survey|research|study|photograph|edit|print|writ|design|sell|market|cater|cook|advis|assist|reach|target)(?:e|es|s|ing)?|looks? after|(?:care|cares|caring) for)(?:\s+(?:to|for|with|at|about|on))?(?:\s+(?!(?:executives?|staff|desk|team|operators?|assistants?|associates?|jobs?|wanted|required|needed|vacanc\w+|openings?)\b)[^\s,;:(–-][^\s,;:]*){0,3}\s*$/i;
const CLIENTS =
  /\b(?:customers?|clients?|patients?|students?|children|kids|learners?|residents?|users?|members?|readers?|buyers?|guests?|families|volunteers?|participants?|players?|audiences?|viewers?|target groups?)(?:\s+(?:who|are|is|in|of|the|mostly|mainly|people|(?:wo)?men))*\s*[:=–-]?\s*$/i;
/** A title that is a verb as well: “Cook female only” is no work with females, “we coach women only” is. */
const TITLE =
  /(?<!\b(?:we|you|they|who|i|to|will|can|must|should|and|or|also)\s+)\b(?:cooks?|coach(?:es)?|mentors?|guides?)\s*$/i;
/** What is provided for some people only shuts nobody out of the work. */
const PROVIDED =
  /\b(?:cabs?|transport|cr[eè]che|hostel|gym|rooms?|toilets?|accommodation|facilit(?:y|ies)|clinic|club|salon|school|college|shelter|leave)(?:\s+(?:is|are))?(?:\s+(?:meant|open|available|reserved|provided))?(?:\s+for)?\s*$/i;
const AVAILABLE_THING =
  /\b(?:support|services?|helpline|platform|app|canteen|gym|team|transport|facility|portal|store|site|desk|we|company|management)(?:\s+(?:is|are)|['’]re)\s*$/i;
/** Whom a bare “below 35” can be about. */
const SOMEBODY =
  /\b(?:candidates?|applicants?|persons?|females?|males?|lad(?:y|ies)|wom[ae]n|m[ae]n|girls?|boys?|graduates?|freshers?|unmarried|single|age)\b/gi;
/** Nothing but the words themselves, on either side. */
const ALONE = /^\W*(?:only|preferred|preferably)?\W*$/i;
/** “Should not be above 35” is a limit, not a denial. */
const LIMIT = /^(?:be|is|are|above|over|beyond|more|older)\b/i;
const BARE_AGE = /^(?:should|must|to be|below|under|above|over|not|max(?!\w*\.?\s+age\b)|\d)/i;
/** These have years, and no criterion is meant. */
const THINGS =
  '(?:compan(?:y|ies)|firms?|brands?|business|buildings?|house|school|hospital|trust|machines?|machinery|equipment|vehicles?|fleet|trees?|software|debts?|invoices?|bills?|tickets?|stock|accounts?|receivables?|payables?|loans?)';
const OLD_THING = new RegExp(`\\b${THINGS}(?:\\s+(?:is|are|was|were|that|which))*\\s*$`, 'i');
const THING_BEHIND = new RegExp(`^\\s+${THINGS}\\b`, 'i');
/** Work that the law keeps for adults. */
const ADULTS = /^\D*\b18\b\D*$/;

/** Letters before a finding that can take its meaning from it: each reaches back a few words. */
const LOOKED_BACK = 240;

/** A sentence, and what it says as a whole, which is looked for once however many findings ask. */
const sentenceOf = (text: string) => {
  let openToAll: boolean | undefined;
  let people: number | undefined;
  return {
    text,
    openToAll: () => (openToAll ??= OPEN_TO_ALL.test(text)),
    people: () => (people ??= text.match(SOMEBODY)?.length ?? 0),
  };
};
type Sentence = ReturnType<typeof sentenceOf>;

const meansIt = (rule: CriterionRule, sentence: Sentence, start: number, quote: string): boolean => {
  const before = sentence.text.slice(Math.max(0, start - LOOKED_BACK), start);
  const after = sentence.text.slice(start + quote.length);
  const limit = rule.id === 'age' && LIMIT.test(quote);
  if (!limit && DENIED.test(before) && !STILL_ASKED.test(before)) return false;
  if (!/^no\b/i.test(quote) && NO.test(before)) return false;
  if (NOT_NEEDED.test(after)) return false;
  if (rule.kind === 'vague') return !AVAILABLE_THING.test(before);
  if (rule.invites === true && INVITED.test(after) && !SHUT.test(quote)) return false;
  if (rule.kind === 'protected' && !SHUT.test(quote) && sentence.openToAll()) return false;
  if (WORKED_WITH.test(before) && !TITLE.test(before)) return false;
  if (rule.kind === 'protected' && PROVIDED.test(before)) return false;
  if (rule.id !== 'age') return true;
  if (ADULTS.test(quote) || CLIENTS.test(before)) return false;
  if (OLD_THING.test(before) || THING_BEHIND.test(after)) return false;
  if (!BARE_AGE.test(quote) || /\b(?:old|of age|in age)$/i.test(quote)) return true;
  // A bare limit is an age where it is all that is said, or where the sentence speaks of people.
  return (
    sentence.people() > (quote.match(SOMEBODY)?.length ?? 0) || (ALONE.test(before) && ALONE.test(after))
  );
};

const graver = ({ kind }: Criterion): number => CRITERION_KINDS.indexOf(kind);

/** Findings of one sentence, by their place in it, that lie apart: the graver kind stays, then the longer one, then the one before. */
const apart = (found: Criterion[], length: number): Criterion[] => {
  if (found.length < 2) return found;
  const taken = new Uint8Array(length);
  return found
    .sort((a, b) => graver(a) - graver(b) || b.quote.length - a.quote.length || a.start - b.start)
    .filter(({ start, end }) => {
      const place = taken.subarray(start, end);
      if (place.includes(1)) return false;
      place.fill(1);
      return true;
    });
};

/**
 * The criteria that a text asks for and should not, or not so, in the order in which they stand. Each sentence is read by itself, so
 * what another one says changes nothing. Pure; never throws; ranges lie in the text and quote it exactly.
 */
export function findCriteria(text: string): Criterion[] {
  const found: Criterion[] = [];
  for (const { 0: words, index } of text.matchAll(SENTENCE)) {
    const sentence = sentenceOf(words);
    const here: Criterion[] = [];
    for (const rule of CRITERION_RULES) {
      if (!rule.cue.test(words) || rule.unless?.test(words) === true) continue;
      for (const pattern of rule.phrases)
        for (const match of words.matchAll(pattern)) {
          const quote = match[0].trim();
          const start = match.index + match[0].indexOf(quote);
          if (quote === '' || !meansIt(rule, sentence, start, quote)) continue;
          const { id, kind, label, why, instead } = rule;
          here.push({ kind, rule: id, label, start, end: start + quote.length, quote, why, instead });
        }
    }
    for (const one of apart(here, words.length)) {
      found.push({ ...one, start: index + one.start, end: index + one.end });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}
