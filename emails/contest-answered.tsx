import { Text } from 'react-email';
import { Action } from './action';
import { Layout } from './layout';
import { look } from './look';

export interface ContestAnsweredProps {
  organizationName: string;
  jobTitle: string;
  /** Something was corrected; else the score stands. */
  corrected: boolean;
  /** The answer, in the words of a person of the employer's. */
  answer: string;
  portalUrl: string;
}

export const ContestAnswered = ({
  organizationName,
  jobTitle,
  corrected,
  answer,
  portalUrl,
}: ContestAnsweredProps) => (
  <Layout
    preview={corrected ? 'Something was corrected.' : 'The score stands, and they say why.'}
    heading={`${organizationName} answered you`}
    footer="You get this because you contested a score. You can turn such mails off among your settings."
  >
    <Text style={look.text}>
      About {jobTitle}: {corrected ? 'something was corrected.' : 'the score stands.'} A person there writes:
    </Text>
    <Text style={{ ...look.text, whiteSpace: 'pre-line' }}>{answer}</Text>
    <Action href={portalUrl}>Open my applications</Action>
  </Layout>
);
