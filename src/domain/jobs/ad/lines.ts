import type { AdSpan } from '../schema/ad';

/** What a part of an ad is about: what is asked, welcome, done, offered, or who asks. */
export type AdPart = 'open' | 'duties' | 'required' | 'preferred' | 'offer' | 'about';

export interface AdLine {
  text: string;
  /** Offset of the line in the pasted text. */
  start: number;
  part: AdPart;
  /** It opens a part and says nothing else. */
  heading: boolean;
}

/** What was found, and the words that say so. */
export interface Found<T> {
  value: T;
  spans: AdSpan[];
}

/** Long lines are looked at in pieces, so that no pattern has to run over more than this. */
const MAX_PIECE = 600;
const MAX_LINES = 2_000;

const HEADINGS: readonly (readonly [AdPart, RegExp])[] = [
  [
    'preferred',
    /^(?:preferred|desired|desirable|nice[- ]to[- ]haves?|good[- ]to[- ]haves?|bonus(?: points)?|(?:it(?:’|')?s )?a plus|pluses|added advantage|optional|what would be (?:nice|great)|extra credit)\b/i,
  ],
  [
    'required',
    /^(?:(?:key |minimum |basic |essential |job |candidate |mandatory |technical |core |the )*(?:requirements?|qualifications?|skills?|competenc(?:y|ies)|must[- ]haves?|essentials?|experience|eligibility|criteria|prerequisites?|person specification|expertise)\b|what (?:you(?:’|')?ll need|you need|you bring|we(?:’|')?re looking for|we are looking for|we look for|we need|we expect)|who (?:you are|we(?:’|')?re looking for|we are looking for|can apply|should apply)|about you\b|your (?:profile|skills|background|experience)|you (?:have|bring|are)\b|ideal candidate|desired candidate profile|candidate profile|skills? (?:required|needed))/i,
  ],
  [
    'duties',
    /^(?:(?:key |main |primary |core |essential |job |your |the |major |day[- ]to[- ]day )*(?:responsibilit(?:y|ies)|duties|tasks|accountabilities|functions|job description|description|role|activities)\b|what you(?:’|')?ll (?:do|be doing)|what you will (?:do|be doing)|what (?:the job|this role) (?:is|involves)|the (?:job|work|opportunity|position)\b|(?:role|job|position) (?:summary|overview|purpose)|in this role|a day in|scope of work|about the (?:role|job|position|work))/i,
  ],
  [
    'offer',
    /^(?:(?:what )?we offer|(?:our |the |key )?(?:benefits|perks|compensation|remuneration|salary|pay|ctc|package|stipend)\b|what(?:’|')?s in it|what you(?:’|')?ll get|why (?:join|work|us)|how to apply|to apply|equal opportunit|disclaimer|interested candidates)/i,
  ],
  [
    'about',
    /^(?:about (?:us|the (?:company|team|organi[sz]ation|client|firm|employer)|our)|who we are|our (?:company|story|mission|client|team|culture)|company (?:profile|overview|description|summary)|the company|overview of)/i,
  ],
];

/** "CTC: 6 LPA" tells one thing, and opens no part for the lines below. */
const PAY_TOLD =
  /^[\s#*_•·▪●◦■➢→–—-]*(?:(?:our|the|key)\s)?(?:compensation|remuneration|salary|pay|ctc|package|stipend)\b[^:]{0,30}:[\s*_]*\S/iu;

/** Inside running text, only a label with a colon opens a part. */
const INLINE =
  /(?:^|[.!?;]\s{1,4}|\s\s)(?=(?:(?:key |minimum |preferred |desired |job |essential |main )?(?:requirements?|qualifications?|responsibilit(?:y|ies)|duties|skills(?: required)?|benefits|nice to have|good to have|must have|about us|what you(?:’|')?ll do|what we offer|experience|location|salary)\s*:))/gi;

/** The part that a line opens, if it reads as a heading: by itself (`alone`), or with its text after a colon. */
function headingOf(text: string): { part: AdPart; alone: boolean } | null {
  const bare = text.replace(/^[\s#*_•·▪●◦■➢→\-–—=]+|[\s#*_:：\-–—=]+$/gu, '');
  if (bare === '' || bare.length > 300) return null;
  const colon = bare.indexOf(':');
  const label = colon > 0 && colon < 50 ? bare.slice(0, colon) : bare;
  if (label === bare && (bare.length > 60 || /[.!?]$/.test(bare))) return null;
  if (label.split(/\s+/).length > 8) return null;
  const part = HEADINGS.find(([, pattern]) => pattern.test(label))?.[0];
  return part === undefined ? null : { part, alone: label === bare };
}

function* pieces(line: string, at: number): Generator<{ text: string; start: number }> {
  for (let from = 0; from < line.length;) {
    let to = Math.min(line.length, from + MAX_PIECE);
    if (to < line.length) {
      const stop = Math.max(line.lastIndexOf('. ', to), line.lastIndexOf('; ', to));
      const space = line.lastIndexOf(' ', to);
      if (stop > from) to = stop + 1;
      else if (space > from) to = space;
    }
    yield { text: line.slice(from, to), start: at + from };
    from = to;
  }
}

/** Cuts a pasted ad into lines with the part that each belongs to. Offsets point into the text as given. */
export function adLines(text: string): AdLine[] {
  const lines: AdLine[] = [];
  let part: AdPart = 'open';
  let at = 0;
  for (const whole of text.split(/\r\n|[\n\r\u2028\u2029]/)) {
    const start = text.indexOf(whole, at);
    at = start + whole.length;
    if (whole.trim() === '') continue;
    const cuts =
      whole.length > 160
        ? [0, ...[...whole.matchAll(INLINE)].map((cut) => cut.index + cut[0].length), whole.length]
        : [0, whole.length];
    for (let i = 0; i + 1 < cuts.length; i++) {
      const from = cuts[i] ?? 0;
      const stretch = whole.slice(from, cuts[i + 1]);
      const opened = headingOf(stretch.trim());
      const own: AdPart = opened?.part ?? part;
      if (!PAY_TOLD.test(stretch)) part = own;
      for (const piece of pieces(stretch, start + from)) {
        if (piece.text.trim() !== '') lines.push({ ...piece, part: own, heading: opened?.alone ?? false });
      }
      if (lines.length >= MAX_LINES) return lines;
    }
  }
  return lines;
}

/** The span of a match inside a line. */
export const spanIn = ({ start }: AdLine, from: number, length: number): AdSpan => ({
  start: start + from,
  end: start + from + length,
});

/** The first match of a pattern over the lines that `read` can make something of. */
export function firstOf<T>(
  lines: readonly AdLine[],
  pattern: RegExp,
  read: (match: RegExpExecArray, line: AdLine) => T | null,
): Found<T> | null {
  for (const line of lines) {
    for (const match of line.text.matchAll(pattern)) {
      const value = read(match, line);
      if (value !== null) return { value, spans: [spanIn(line, match.index, match[0].trimEnd().length)] };
    }
  }
  return null;
}

const WRITTEN: Readonly<Record<string, number>> = Object.fromEntries(
  'zero one two three four five six seven eight nine ten eleven twelve'
    .split(' ')
    .map((word, n) => [word, n]),
);
/** A number in digits or, up to twelve, in words. */
export const NUMBER = String.raw`(?:\d{1,3}(?:\.\d{1,2})?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)`;
export const numberOf = (written: string | undefined): number | null => {
  if (written === undefined) return null;
  const number = WRITTEN[written.toLowerCase()] ?? Number(written);
  return Number.isFinite(number) ? number : null;
};
