import { headingKind } from './headings';
import type { Line } from './line';

/** What forms call the parts of a person and of an entry, as a line of its own. */
const LABEL =
  /^(?:(?:full |first |candidate |applicant )?name(?:\(?s\)?)?(?:\s*\/\s*surname(?:\(?s\)?)?)?|surname(?:\(?s\)?)?(?:\s*\/\s*(?:first|other) name(?:\(?s\)?)?)?|(?:current |permanent |postal |residential )?address(?:\(?es\)?)?|(?:tele)?phone(?:\(?s\)?)?(?: (?:no|number))?|mobile(?: (?:no|number|phone))?|e-?mail(?:\(?s\)?)?(?: (?:id|address))?|website|location|city|region|country|(?:postal|post|zip|pin) ?code(?: (?:and|&) city)?|date of birth|nationality|gender|marital status|dates?(?: \(?from\s*[-–]\s*to\)?)?|period|duration|occupation(?: or position)?(?: held)?|position(?: held)?|designation|job title|role|(?:name (?:and|&) address of |name of )?(?:the )?(?:employer|company|organi[sz]ation)(?: name)?|type of business(?: or sector)?|main (?:activities|tasks|duties)(?: (?:and|&) responsibilities)?|title of qualification(?: awarded)?|principal subjects(?:\s*\/\s*occupational skills(?: covered)?)?|name (?:and|&) type of organi[sz]ation.{0,40}|qualification|degree|institution|institute|university|year of passing)\s*:?$/i;

/** Whether the text is a form's label and nothing more. */
export const isFormLabel = (text: string): boolean => text.length < 70 && LABEL.test(text);

const isLabel = (line: Line): boolean => !line.bullet && isFormLabel(line.text);

/** Fewer labels above their values make no form. */
const MIN_PAIRS = 3;

/**
 * Joins the labels of a form with the values below them ("Position held" above "Nurse") into one line with two cells.
 * Where a document has only one or two such lines, they may be anything, and stay.
 */
export function joinFormLabels(lines: readonly Line[]): Line[] {
  const isPair = (index: number) => {
    const [label, value] = [lines[index], lines[index + 1]];
    if (!label || !value || !isLabel(label) || isLabel(value) || value.gap >= 8) return false;
    if (value.text.includes('\t') || value.bullet || value.page !== label.page) return false;
    return headingKind(value.text, value.bold) === null && value.size <= label.size * 1.6;
  };
  const pairs = lines.filter((_, index) => isPair(index)).length;
  if (pairs < MIN_PAIRS) return [...lines];
  return lines.flatMap((line, index) => {
    if (index > 0 && isPair(index - 1)) return [];
    const value = lines[index + 1];
    if (!value || !isPair(index)) return [line];
    const label = line.text.replace(/\s*:$/, '');
    return [
      {
        ...line,
        text: `${label}\t${value.text}`,
        right: value.right,
        room: value.room,
        styles: [],
        bold: false,
      },
    ];
  });
}
