import { firstOf, NUMBER, numberOf, type AdLine, type Found } from './lines';

const YEARS = String.raw`(?:\+|plus)?\s*(?:years?|yrs?|yoe)\b\.?`;
const RANGE = String.raw`(${NUMBER})\s*\+?\s*(?:(?:-|–|—|to)\s*${NUMBER}\s*)?`;
/** "5+ years of experience", "2-5 yrs exp", "minimum 3 years in payroll". */
const BEFORE = new RegExp(`${RANGE}${YEARS}`, 'gi');
/** "Experience: 2–5 years", "Exp. 3+". */
const LABELLED = new RegExp(
  String.raw`\b(?:work |total |relevant )?(?:experience|exp)\b\.?(?: required| level| needed)?\s*[:\-–]\s*(?:minimum |min\.? |at least )?${RANGE}(?:${YEARS})?`,
  'gi',
);
const NOT_WORK =
  /\b(?:old|of age|ago|contract|bond|duration|degree|diploma|warranty|in business|anniversary)\b/i;
const SPEAKS_OF_WORK =
  /\b(?:experience|exp\b|background|track record|working|worked|practice|hands[- ]on|minimum|min\b|at least|in (?:an?|the)\b|of\b|post[- ]qualification|pqe\b|as an?\b|required)/i;
const FRESH =
  /\b(?:freshers?(?: can apply| welcome| may apply| ok(?:ay)?)?|no (?:prior |previous )?experience (?:needed|required|necessary))\b/gi;

const plausible = (written: string | undefined): number | null => {
  const years = numberOf(written);
  return years !== null && years <= 40 ? Math.round(years * 2) / 2 : null;
};

const ONLY_YEARS = new RegExp(String.raw`^[\s\p{P}\p{S}]*${RANGE}${YEARS}[\s.]*$`, 'iu');

/** The least years asked for, in halves: the lower end of a range; what is only welcome comes last. */
export function findYears(lines: readonly AdLine[]): Found<number> | null {
  const asked = lines.filter(({ part }) => part !== 'about' && part !== 'preferred' && part !== 'offer');
  return (
    firstOf(asked, LABELLED, (match) => plausible(match[1])) ??
    firstOf(asked, BEFORE, (match, { text }) => {
      const after = text.slice(match.index + match[0].length, match.index + match[0].length + 60);
      const around = `${text.slice(Math.max(0, match.index - 40), match.index)} ${after}`;
      // "1-3 years in SaaS support" names the work at once.
      const named = /^\s+in\s+\p{L}/u.test(after) || SPEAKS_OF_WORK.test(around) || ONLY_YEARS.test(text);
      if (NOT_WORK.test(after.slice(0, 25)) || !named) return null;
      return plausible(match[1]);
    }) ??
    firstOf(asked, FRESH, () => 0)
  );
}
