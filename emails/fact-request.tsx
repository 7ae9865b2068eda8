import { Text } from 'react-email';
import { Action } from './action';
import { Layout } from './layout';
import { look } from './look';

export interface FactRequestProps {
  answerUrl: string;
  organizationName: string;
  jobTitle: string;
  /** What a single question is about, in the middle of a sentence: "your week". */
  topic: string;
  /** One or more, each as it stands on the page. */
  questions: string[];
  /** The employer knows whom it asks. */
  seesName: boolean;
}

export const factRequestTitle = ({ organizationName, topic, questions }: FactRequestProps): string =>
  questions.length === 1
    ? `${organizationName} asks one thing about ${topic}`
    : `${organizationName} asks ${questions.length} things`;

/** Questions of an employer's, each to be answered with one tap on one page. */
export const FactRequest = (props: FactRequestProps) => (
  <Layout
    preview={props.questions.join(' ')}
    heading={factRequestTitle(props)}
    footer={
      props.seesName
        ? 'You get this because you are considered for this job. You can turn such questions off among your settings.'
        : 'You get this because you agreed to be matched with jobs. You can turn such questions off among your settings.'
    }
  >
    <Text style={look.text}>For {props.jobTitle}:</Text>
    {props.questions.map((question) => (
      <Text key={question} style={{ ...look.text, fontWeight: 600 }}>
        {question}
      </Text>
    ))}
    <Action href={props.answerUrl}>Answer</Action>
    <Text style={look.text}>
      {props.questions.length === 1 ? 'It is asked because this is' : 'They are asked because this is'} not
      known of you yet and the job depends on it; with your answers, how well you fit is computed again. Not
      answering is fine: what is not known never counts as zero.
    </Text>
    {!props.seesName && (
      <Text style={look.text}>
        {props.organizationName} sees neither your name nor your address: we send this for them, and they see
        the answer alone.
      </Text>
    )}
    <Text style={look.text}>
      The link answers {props.questions.length === 1 ? 'this one question' : 'these questions'} and opens
      nothing else. It works for 14 days; until then you can change the answer.
    </Text>
  </Layout>
);
