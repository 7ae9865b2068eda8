import { Text } from 'react-email';
import { Action } from './action';
import type { PersonNoticeProps } from './contest-opened';
import { Layout } from './layout';
import { look } from './look';

export interface FactAnsweredProps extends PersonNoticeProps {
  /** Whole points of 100; null when the pair is not ranked. */
  before: number | null;
  after: number | null;
  /** How many questions were asked in one mail, and how many of them are answered. */
  asked: number;
  answered: number;
}

const moved = ({ before, after }: FactAnsweredProps): boolean =>
  before !== null && after !== null && before !== after;

/** "Asha Pillai answered: 71 → 84". */
export const factAnsweredTitle = (props: FactAnsweredProps): string => {
  const { personName, before, after } = props;
  if (after === null) return `${personName} answered`;
  return moved(props)
    ? `${personName} answered: ${before} → ${after}`
    : `${personName} answered: still ${after}`;
};

/** Tells whoever asked that the answer is in, with the score before and after. */
export const FactAnswered = (props: FactAnsweredProps) => (
  <Layout
    preview={`What you asked for ${props.jobTitle} is answered.`}
    heading={factAnsweredTitle(props)}
    footer={`You get this because you asked at ${props.organizationName}.`}
  >
    <Text style={look.text}>
      {props.answered < props.asked
        ? `${props.personName} answered ${props.answered} of the ${props.asked} things you asked for ${props.jobTitle}, and the score is computed again.`
        : `What you asked ${props.personName} for ${props.jobTitle} is answered, and the score is computed again.`}{' '}
      {moved(props)
        ? `It was ${props.before} and is ${props.after} now.`
        : props.after === null
          ? 'They are not ranked for this job now.'
          : `It stays at ${props.after}.`}
    </Text>
    <Action href={props.reviewUrl}>See why</Action>
  </Layout>
);
