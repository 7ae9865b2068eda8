import { Text } from 'react-email';
import { Action } from './action';
import { Layout } from './layout';
import { look } from './look';

export interface ApplicationSentProps {
  openUrl: string;
  jobTitle: string;
  organizationName: string;
  /** The address was known already, so the employer sees the application only once its link is opened. */
  waits: boolean;
}

export const applicationSentTitle = ({ jobTitle, waits }: ApplicationSentProps): string =>
  waits ? `Confirm your application: ${jobTitle}` : `Your application: ${jobTitle}`;

/** Confirms an application and, by its link, the address that was typed with it. */
export const ApplicationSent = (props: ApplicationSentProps) => (
  <Layout
    preview={
      props.waits
        ? `${props.organizationName} sees it once you open the link.`
        : `${props.organizationName} has it. Open the link to follow it.`
    }
    heading={applicationSentTitle(props)}
    footer={
      props.waits
        ? 'If you did not apply, do nothing: nobody is shown anything of you, and nothing of yours changes.'
        : 'If you did not apply, do nothing: without this link nobody can see or change what is kept under your address.'
    }
  >
    <Text style={look.text}>
      {props.waits
        ? `Somebody applied with this address, which has a profile here already. Open the link to confirm that it was you: then ${props.organizationName} gets your application, `
        : `${props.organizationName} has your application. Open the link to confirm that this is your address: then `}
      what you sent becomes your profile, and you see where you stand, what the ranking says about you, and
      why. A person decides, never the ranking.
    </Text>
    <Action href={props.openUrl}>
      {props.waits ? 'Confirm my application' : 'Confirm and follow my application'}
    </Action>
    <Text style={look.text}>The link works once, for seven days.</Text>
  </Layout>
);
