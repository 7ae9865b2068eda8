import { Text } from 'react-email';
import { Action } from './action';
import { Layout } from './layout';
import { look } from './look';

export interface PersonNoticeProps {
  organizationName: string;
  jobTitle: string;
  /** How the employer may know this person now. */
  personName: string;
  reviewUrl: string;
}

export const ContestOpened = ({ organizationName, jobTitle, personName, reviewUrl }: PersonNoticeProps) => (
  <Layout
    preview="A person must answer, in words."
    heading={`${personName} contests a score`}
    footer={`You get this because you look after this job at ${organizationName}.`}
  >
    <Text style={look.text}>
      {personName} saw what the ranking for {jobTitle} says and thinks that it is wrong. Read why, look at the
      evidence, and answer in words: something was corrected, or why the score stands. It waits on your Today
      page until somebody does.
    </Text>
    <Action href={reviewUrl}>Read and answer</Action>
  </Layout>
);
