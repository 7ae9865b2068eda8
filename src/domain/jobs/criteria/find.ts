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
  /\b(?:customers?|clients?|patients?|students?|children|kids|learners?|residents?|users?|members?|readers?|buyers?|guests?|families|volunteers?|participants?|players?)(?:\s+(?:who|are|is|mostly|mainly|people|(?:wo)?men))*\s*$/i;
/** What is provided for some people only shuts nobody out of the work. */
const PROVIDED =
  /\b(?:cabs?|transport|cr[eè]che|hostel|gym|rooms?|toilets?|accommodation|facilit(?:y|ies)|clinic|club|salon|school|college|shelter|leave)(?:\s+(?:is|are))?(?:\s+(?:meant|open|available|reserved|provided))?(?:\s+for)?\s*$/i;
const AVAILABLE_THING =
  /\b(?:support|services?|helpline|platform|app|canteen|gym|team|transport|facility|portal|store|site|desk|we|company|management)(?:\s+(?:is|are)|['’]re)\s*$/i;
/** Whom a bare “below 35” can be about. */
const SOMEBODY =
  /\b(?:candidates?|applicants?|persons?|females?|males?|lad(?:y|ies)|wom[ae]n|m[ae]n|girls?|boys?|graduates?|freshers?|unmarried|single|age)\b/i;
/** “Should not be above 35” is a limit, not a denial. */
const LIMIT = /^(?:be|is|are|above|over|beyond|more|older)\b/i;
const BARE_AGE = /^(?:should|must|to be|below|under|above|over|not|max\w*\.?|\d)/i;
/** These have years, and no criterion is meant. */
const OLD_THING =
  /\b(?:compan(?:y|ies)|firms?|brands?|business|building|house|school|hospital|trust|machines?|software|debts?|invoices?|bills?|tickets?|stock|accounts?|receivables?|payables?|loans?)(?:\s+(?:is|are|was|were|that|which))*\s*$/i;
/** Work that the law keeps for adults. */
const ADULTS = /^\D*\b18\b\D*$/;

const meansIt = (rule: CriterionRule, sentence: string, start: number, quote: string): boolean => {
  const before = sentence.slice(0, start);
  const after = sentence.slice(start + quote.length);
  const limit = rule.id === 'age' && LIMIT.test(quote);
  if (!limit && DENIED.test(before) && !STILL_ASKED.test(before)) return false;
  if (!/^no\b/i.test(quote) && NO.test(before)) return false;
  if (NOT_NEEDED.test(after)) return false;
  if (rule.kind === 'vague') return !AVAILABLE_THING.test(before);
  if (rule.invites === true && INVITED.test(after) && !SHUT.test(quote)) return false;
  if (rule.kind === 'protected' && OPEN_TO_ALL.test(sentence) && !SHUT.test(quote)) return false;
  if (WORKED_WITH.test(before) || (rule.kind === 'protected' && PROVIDED.test(before))) return false;
  if (rule.id !== 'age') return true;
  if (ADULTS.test(quote) || OLD_THING.test(before) || CLIENTS.test(before)) return false;
  return !BARE_AGE.test(quote) || /\b(?:old|of age|in age)$/i.test(quote) || stands(sentence, quote);
};

/** Whether a bare limit is an age: it is all that the sentence says, or the sentence speaks of people. */
const stands = (sentence: string, quote: string): boolean =>
  SOMEBODY.test(sentence.replace(quote, ' ')) ||
  /^\W*(?:only|preferred|preferably)?\W*$/i.test(sentence.replace(quote, ''));

const graver = ({ kind }: Criterion): number => CRITERION_KINDS.indexOf(kind);

/** Findings of one sentence that lie apart: the graver kind stays, then the longer one, then the one before. */
const apart = (found: Criterion[]): Criterion[] => {
  const kept: Criterion[] = [];
  for (const one of found.sort(
    (a, b) => graver(a) - graver(b) || b.quote.length - a.quote.length || a.start - b.start,
  ))
    if (kept.every(({ start, end }) => one.end <= start || one.start >= end)) kept.push(one);
  return kept;
};

/**
 * The criteria that a text asks for and should not, or not so, in the order in which they stand. Each sentence is read by itself, so
 * what another one says changes nothing. Pure; never throws; ranges lie in the text and quote it exactly.
 */
export function findCriteria(text: string): Criterion[] {
  const found: Criterion[] = [];
  for (const { 0: sentence, index } of text.matchAll(SENTENCE)) {
    const here: Criterion[] = [];
    for (const rule of CRITERION_RULES) {
      if (!rule.cue.test(sentence) || rule.unless?.test(sentence) === true) continue;
      for (const pattern of rule.phrases)
        for (const match of sentence.matchAll(pattern)) {
          const quote = match[0].trim();
          const start = match.index + match[0].indexOf(quote);
          if (quote === '' || !meansIt(rule, sentence, start, quote)) continue;
          const { id, kind, label, why, instead } = rule;
          const at = index + start;
          here.push({
            kind,
            rule: id,
            label,
            start: at,
            end: at + quote.length,
            quote,
            why,
            instead,
          });
        }
    }
    found.push(...apart(here));
  }
  return found.sort((a, b) => a.start - b.start);
}
