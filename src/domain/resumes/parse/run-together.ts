/** A row of this length is no line of a résumé: the ends of its lines are lost. */
const LOST_ENDS = 350;
/** Longer than any résumé: such a row is no text of one. */
const LONGEST = 100_000;

const HEADING = [
  'Professional Summary|Executive Summary|Executive Profile|Career Overview|Career Focus|Summary of Qualifications|Qualifications|Summary|Profile|Objective|Overview',
  'Core Qualifications|Core Competencies|Skill Highlights|Areas of Expertise|Technical Skills|Key Skills|Additional Skills|Professional Skills|Skills',
  'Highlights|Accomplishments|Awards|Certifications|Licenses|Affiliations|Languages|Interests|Publications|Additional Information',
  'Professional Experience|Work Experience|Relevant Experience|Employment History|Work History|Experience',
  'Education and Training|Education|Training',
].join('|');
const UPPER = HEADING.toUpperCase();
/** A heading inside running text: written as one, after an end of some kind, and before something that begins anew. */
const IN_TEXT = new RegExp(
  String.raw`(?:^|(?<=[\p{Ll}\p{N}.!?;:)\p{Lu}])\s{1,3})(${HEADING}|${UPPER})\s{0,3}:?\s{1,3}(?=[\p{Lu}\d•*-])`,
  'gu',
);
/** Before such a word the heading is only part of a phrase ("years of Experience", "Communication Skills"). */
const PHRASE_BEFORE =
  /(?:\b(?:and|or|of|in|the|a|with|years?|strong|my|your|their|our|for|to|from|as|by|on)|&)$/i;
const KIND_BEFORE =
  /\b(?:relevant|higher|soft|people|communication|interpersonal|leadership|computer|management|organi[sz]ational|customer|special|early|physical|continuing|work|user|childhood|analytical|presentation|writing|adult|elementary|secondary|technical|life|social|motor|safety|staff|employee|team|art|music|health|public)$/i;
const OF_A_KIND = /^(?:skills|training|education|languages|highlights|awards|profile)$/i;
const isPhrase = (before: string, heading: string): boolean =>
  PHRASE_BEFORE.test(before) || (OF_A_KIND.test(heading) && KIND_BEFORE.test(before));

const MONTH = String.raw`(?:(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)[a-z]*\.?\s+|(?:0?[1-9]|1[0-2])\s?\/\s?)`;
const DATES = String.raw`${MONTH}(?:19|20)\d\d\s*(?:to|-|–|—|－)\s*(?:${MONTH}(?:19|20)\d\d|[Cc]urrent|[Pp]resent|[Nn]ow)`;
const ANY_DATES = new RegExp(DATES, 'gu');
/** A job's title right before its dates: words with capitals, joined by small ones, back to the end of what came before. */
const TITLED = new RegExp(
  String.raw`(?<=[\p{Ll}\d.!?;:)]\s{1,3}|^|\n)((?:\p{Lu}[\p{L}\p{N}'’./&-]{0,40},?\s{1,3}(?:(?:and|of|for|the|to|in|&|-|\/)\s{1,3}){0,2}){1,8})(${DATES})`,
  'gu',
);

const BARE_DATES = new RegExp(String.raw`(?<=[.!?;:)]\s{1,3})${DATES}`, 'gu');
/** What takes the place of an employer and its town in texts without names. */
const EMPLOYER = /\bCompany Name\b(?:\s*[,－–-]?\s*City\s*,\s*State)?/g;

/** Headings and jobs of a text whose words are only parted by single blanks, each on a line of its own. */
function atSigns(row: string): string[] {
  return row
    .replace(IN_TEXT, (whole, heading: string, at: number, text: string) =>
      isPhrase(text.slice(Math.max(0, at - 24), at), heading) ? whole : `\n${heading}\n`,
    )
    .replace(TITLED, (_whole, title: string, dates: string) => `\n${title.trim()}\t${dates}\n`)
    .replace(BARE_DATES, '\n$&\n')
    .replace(EMPLOYER, '\n$&\n')
    .split('\n');
}

/** Where what stood apart is still apart by wide gaps, each gap is a line's end; dates and "City  ,  State" stay together. */
function atGaps(row: string): string[] {
  return row
    .replace(ANY_DATES, (dates) => dates.replace(/\s+/g, ' '))
    .replace(/\s{1,3}([,－–-])\s{1,3}/g, (_whole, mark: string) => (mark === ',' ? ', ' : ` ${mark} `))
    .split(/\s{3,}/);
}

/**
 * The lines of a row that runs a whole résumé together, as texts come out of forms and other systems; any other row as it
 * is. Only long rows are touched.
 */
export function withLineEnds(row: string): string[] {
  if (row.length <= LOST_ENDS || row.length > LONGEST) return [row];
  // No gap is wider than three blanks from here on, so that no pattern has to run along one.
  const even = row.trim().replace(/\s{4,}/g, '   ');
  const gaps = even.match(/\S\s{3}(?=\S)/g)?.length ?? 0;
  const parts = gaps >= 4 ? atGaps(even) : [even];
  return parts.flatMap((part) => (part.length > LOST_ENDS ? atSigns(part) : [part]));
}
