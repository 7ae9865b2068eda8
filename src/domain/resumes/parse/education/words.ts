const ABBREVIATIONS =
  'ph\\.?\\s?d|d\\.?phil|m\\.?phil|mba|p\\.?g\\.?d\\.?m|p\\.?g\\.?d\\.?b\\.?m|pgp|pgdca|m\\.?c\\.?a|b\\.?c\\.?a|b\\.?b\\.?a|b\\.?b\\.?m|b\\.?m\\.?s|b\\.?\\s?tech|m\\.?\\s?tech|b\\.?\\s?e|m\\.?\\s?e|b\\.?\\s?eng|m\\.?\\s?eng|beng|meng|b\\.?\\s?sc|m\\.?\\s?sc|bsc|msc|b\\.?s\\.?c|m\\.?s\\.?c|b\\.?\\s?s|m\\.?\\s?s|b\\.?\\s?a|m\\.?\\s?a|b\\.?\\s?com|m\\.?\\s?com|b\\.?\\s?ed|m\\.?\\s?ed|d\\.?ed|b\\.?\\s?arch|m\\.?\\s?arch|b\\.?\\s?pharm(?:acy)?|m\\.?\\s?pharm(?:acy)?|d\\.?\\s?pharm|pharm\\.?d|b\\.?\\s?des|m\\.?\\s?des|b\\.?f\\.?a|m\\.?f\\.?a|ll\\.?\\s?b|ll\\.?\\s?m|m\\.?b\\.?b\\.?s|b\\.?d\\.?s|m\\.?d\\.?s|m\\.?d|j\\.?d|ed\\.?d|bsn|msn|a\\.?a\\.?s|a\\.?s|a\\.?a|b\\.?a\\.?sc|bba|mfa|mph|msw|bsw|mpa|aas|g\\.?n\\.?m|a\\.?n\\.?m|s\\.?s\\.?l\\.?c|s\\.?s\\.?c|h\\.?s\\.?c|p\\.?u\\.?c|ged|i\\.?t\\.?i|c\\.?a|icwa|cma|gcse|a-levels?|btec|hnd|hnc|b\\.?voc|b\\.?p\\.?ed|b\\.?l\\.?i\\.?sc|mib|mms|pgd|bfa|bs|ms|ba|ma|be|me';
const WORDS =
  "bachelor(?:'?s)?|master(?:'?s)?|doctor(?:ate|al)?|diploma|associate(?:'?s)?(?:\\s+degree|\\s+of|\\s+in)|degree|post\\s?-?graduat(?:e|ion)|under\\s?-?graduate|graduat(?:e|ion)|intermediate|matriculation|matric|higher secondary|senior secondary|secondary(?: school)?(?: certificate| education)?|high school(?: diploma)?|(?:10|12)\\s?(?:th|\\+\\s?2)|10\\s?\\+\\s?2|xii?(?:th)?(?=\\b)|class (?:x|xii|10|12)|plus two|ph\\.d|certificate|licence|licenciatura|baccalaur[eé]at|abitur|integrated|dual degree|minor|major|coursework in|b\\.tech|exchange|study abroad|bootcamp|nanodegree|specialization|hons|chartered accountant(?:cy)?|company secretary|licentiate|diplom(?:-\\p{L}+)?|acca|fcs|acs|fca|aca|cima|cfa";
const DEGREE = new RegExp(
  `(?<![\\p{L}.])(?:(?:${WORDS})(?![\\p{L}])|(?:${ABBREVIATIONS})\\.?(?![\\p{L}]))`,
  'iu',
);
const LOWER_RISK = /^(?:be|me|as|ma|ms|ba|aa|ca|bs|a\.?s|m\.?e|b\.?e|m\.?s)\.?$/i;
export const SCHOOL =
  /(?<![\p{L}])(?:university|universit[äa]t|universit[eéà]|universidad(?:e)?|universite(?:it|t|ta)|uniwersytet|universitas|univerzita|egyetem|univ|politecnico|polit[eé]cnica?|politechnika|polytechnikum|fachhochschule|akademi[ae]|[eé]cole|escuela|instituto|istituto|instytut|facult[aé][dt]?|facolt[àa]|coll[eè]ge|liceo|lyceum|colegio|conservatoire|college|institutes?|institution|school|academy|vidyalaya|vidyapeeth|vidya|mahavidyalaya|polytechnic|polytechnique|faculty|gymnasium|lyc[eé]e|iit|iiit|nit|iim|bits|mit|ucla|cbse|icse|isc|nptel|coursera|udemy|edx|udacity|campus|seminary|conservatory|hochschule|convent|matric(?:ulation)? school|board|hss|ghs|inter college|junior college|(?<!\.)tech)(?![\p{L}])/iu;
export const BOARD = /(?<![\p{L}])(?:board|cbse|icse|isc|affiliated)(?![\p{L}])/iu;
export const GRADE =
  /\b(?:c?gpa|sgpa|cpi|percentage|percent|marks|grade|score|aggregate|division|distinction|first class|second class|honou?rs list|dean'?s list|magna cum laude|summa cum laude|cum laude|with distinction|rank)\b|\d(?:\.\d+)?\s?%|\b\d\.\d{1,2}\s?(?:\/|out of)/i;
export const NOISE =
  /^(?:(?:major|key|selected|core|main) courses?|coursework|relevant course|relevant coursework|courses?|thesis|activities|minor|achievements?|awards?|honou?rs|activities|societies|key modules|modules|subjects|specialization|dissertation|advisor|gpa|cgpa)\b/i;

/** Whether the text names a degree or a stage of schooling. Two-letter ones count in capitals only. */
export function namesDegree(text: string): boolean {
  const match = DEGREE.exec(text);
  if (!match) return false;
  if (!LOWER_RISK.test(match[0])) return true;
  const upper = match[0].replace(/[^\p{L}]/gu, '');
  return upper === upper.toUpperCase() || /^[BM][a-z]$/.test(upper);
}

/** "High School", "Senior Secondary": a stage of schooling when a board or school stands beside it. */
export const STAGE =
  /^(?:(?:senior|higher)\s+)?(?:high|secondary)\s+school(?:\s+(?:diploma|certificate|education))?$|^(?:senior|higher)\s+secondary\b.*$/i;

/** "BMM (Advertising)", "FCS", "M.Stat.": capitals that a table of degrees may lack. */
export const UNKNOWN_DEGREE =
  /^(?:[A-Z][A-Za-z]{0,4}\.){1,4}[A-Z]?[A-Za-z]{0,4}\.?(?:\s*\([^)]+\))?$|^[A-Z]{2,5}(?:\s*\([^)]+\))$|^[A-Z]{3,5}$/;
