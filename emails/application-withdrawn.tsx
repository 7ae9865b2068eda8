import { Text } from 'react-email';
import { Action } from './action';
import type { PersonNoticeProps } from './contest-opened';
import { Layout } from './layout';
import { look } from './look';

export const ApplicationWithdrawn = ({
  organizationName,
  jobTitle,
  personName,
  reviewUrl,
}: PersonNoticeProps) => (
  <Layout
    preview={`For ${jobTitle}.`}
    heading={`${personName} withdrew`}
    footer={`You get this because you look after this job at ${organizationName}.`}
  >
    <Text style={look.text}>
      {personName} took the application for {jobTitle} back, and is not ranked for it any more. They may apply
      again while the job is open.
    </Text>
    <Action href={reviewUrl}>Open the job</Action>
  </Layout>
);
