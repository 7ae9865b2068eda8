import { Text } from 'react-email';
import { Action } from './action';
import { Layout } from './layout';
import { look } from './look';

export interface ApplicationSentProps {
  openUrl: string;
  jobTitle: string;
  organizationName: string;
}

export const applicationSentTitle = ({ jobTitle }: ApplicationSentProps): string =>
  `Your application: ${jobTitle}`;

/** Confirms an application and, by its link, the address that was typed with it. */
export const ApplicationSent = (props: ApplicationSentProps) => (
  <Layout
    preview={`${props.organizationName} has it. Open the link to follow it.`}
    heading={applicationSentTitle(props)}
    footer="If you did not apply, do nothing: without this link nobody can see or change what is kept under your address."
  >
    <Text style={look.text}>
      {props.organizationName} has your application. Open the link to confirm that this is your address: then
      what you sent becomes your profile, and you see where you stand, what the ranking says about you, and
      why. A person decides, never the ranking.
    </Text>
    <Action href={props.openUrl}>Confirm and follow my application</Action>
    <Text style={look.text}>The link works once, for seven days.</Text>
  </Layout>
);
