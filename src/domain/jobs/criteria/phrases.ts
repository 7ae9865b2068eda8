/** Blanks, hyphens and slashes apart: “full-time”, “full time” and “full  time” are one phrase. */
const BETWEEN = String.raw`(?:[\s\-‐‑–—/]{1,3})`;
const WORD_START = String.raw`\b`;
const WORD_END = String.raw`(?!\w)`;

const AGE = '(?:1[89]|[2-6]\\d)';

/** Vocabulary that phrases share, by the name they use it under. */
const WORDS: Readonly<Record<string, string>> = {
  PERSON:
    '(?:candidates?|applicants?|persons?|people|individuals?|professionals?|aspirants?|employees?|workers?|staff|job ?seekers?|personalit(?:y|ies))',
  /** Followed by an apostrophe it says whose (“women’s health”), not who. */
  GENDER:
    "(?:females?|males?|(?<!(?:sales|office|delivery|tea|pantry|service|shop|helper|store|promoter) )(?:lad(?:y|ies)|wom[ae]n|m[ae]n|girls?|boys?|gents|gentlem[ae]n))(?!['’])(?! (?:hostel|gym|salon|wear|clothing|garment|footwear|fashion|shoe|clinic|health|fertility|hygiene|coach|college|school|communit|club|hospital|ward|led|owned|run|user|customer|client|passenger|guest|safety|empowerment|entrepreneur|team|line|section|toilet|washroom)(?:s|es|y|ies|ing)?\\b)",
  ROLE: '(?:accountants?|assistants?|associates?|attendants?|caretakers?|cashiers?|consultants?|cooks?|coordinators?|counsell?ors?|designers?|developers?|doctors?|drivers?|engineers?|executives?|guards?|helpers?|hosts?|managers?|nurses?|officers?|operators?|receptionists?|recruiters?|representatives?|secretar(?:y|ies)|staff|supervisors?|nann(?:y|ies)|maids?|care ?givers?|baby ?sitters?|clerks?|physiotherapists?|teachers?|tele ?callers?|trainers?|tutors?|wardens?)',
  /** Said of a group behind it: nobody else. */
  ONLY: '(?:(?:is |are |will |will be |shall be )?(?:only|strictly|preferred|preferable|preferably|required|wanted|needed|(?:given|get) (?:first )?(?:preference|priority)))',
  /** Said of a group behind it: not them. */
  BARRED:
    "(?:(?:(?:please|kindly) )?(?:(?:need|should|must|do|may|are|will) not|can ?not|won['’]t)(?: be)? (?:apply|contact|call|considered|entertained|accepted|allowed|eligible|suitable|selected|hired|preferred|(?:required|needed|wanted)(?! to))|not (?:allowed|eligible|considered|suitable)|(?:please|kindly) excuse|excuse (?:please|kindly))",
  TELL: '(?:mention|state|share|indicate|write|include|give|specify|provide|send|tell us|declare|fill in)',
  UPTO: '(?:below|under|less than|not? more than|not above|not over|not exceeding|upto|up to|maximum|max\\.?|above|over|more than|older than|younger than|beyond)',
  AGE,
  /** An age, or from one to another. */
  SPAN: `${AGE}(?:\\s{0,2}(?:[-–—]|to|and|&)\\s{0,2}${AGE})?`,
  RANGE: `${AGE}\\s{0,2}(?:[-–—]|to)\\s{0,2}${AGE}`,
  YEARS: "(?: ?(?:years?|yrs?\\.?)['’]?)?",
  LANGUAGE:
    '(?:english|hindi|marathi|gujarati|punjabi|bengali|bangla|tamil|telugu|kannada|malayalam|odia|oriya|assamese|urdu|konkani|german|french|spanish|italian|portuguese|dutch|arabic|japanese|chinese|mandarin|korean|russian)',
  END: '(?=\\s*(?:$|[,.;:!)(]))',
  LANDMARK: '(?:10th|12th|xii?|ssc|hsc|graduation|academics?|degree|semesters?|education)',
  /** A word or a few between two others. */
  FEW: "(?:[,&]? [\\w%'’.]+){0,4}",
};

/**
 * A phrase as a pattern: a blank stands for blanks, hyphens or slashes, a name in braces for its vocabulary, the rest is a regular
 * expression. It begins and ends between words and does not heed case.
 */
export const phrase = (source: string): RegExp => {
  const pattern = source.replace(/\{([A-Z]+)\}/g, (all, name: string) => WORDS[name] ?? all);
  return new RegExp(`${WORD_START}(?:${pattern.replaceAll(' ', BETWEEN)})${WORD_END}`, 'gi');
};
