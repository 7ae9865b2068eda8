import { Text } from 'react-email';
import { Action } from './action';
import { Layout } from './layout';
import { look } from './look';

export interface FactRequestProps {
  answerUrl: string;
  organizationName: string;
  jobTitle: string;
  /** What it is about, in the middle of a sentence: "your week". */
  topic: string;
  question: string;
  /** The employer knows whom it asks. */
  seesName: boolean;
}

export const factRequestTitle = ({ organizationName, topic }: FactRequestProps): string =>
  `${organizationName} asks one thing about ${topic}`;

/** One question of an employer's, to be answered with one tap. */
export const FactRequest = (props: FactRequestProps) => (
  <Layout
    preview={props.question}
    heading={factRequestTitle(props)}
    footer={
      props.seesName
        ? 'You get this because you are considered for this job. You can turn such questions off among your settings.'
        : 'You get this because you agreed to be matched with jobs. You can turn such questions off among your settings.'
    }
  >
    <Text style={look.text}>For {props.jobTitle}:</Text>
    <Text style={{ ...look.text, fontWeight: 600 }}>{props.question}</Text>
    <Action href={props.answerUrl}>Answer</Action>
    <Text style={look.text}>
      It is asked because this is not known of you yet and the job depends on it; with an answer, how well you
      fit is computed again. Not answering is fine: what is not known never counts as zero.
    </Text>
    {!props.seesName && (
      <Text style={look.text}>
        {props.organizationName} sees neither your name nor your address: we send this for them, and they see
        the answer alone.
      </Text>
    )}
    <Text style={look.text}>
      The link answers this one question and opens nothing else. It works for 14 days; until then you can
      change the answer.
    </Text>
  </Layout>
);
