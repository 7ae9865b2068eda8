import { Text } from 'react-email';
import { Action } from './action';
import { Layout } from './layout';
import { look } from './look';

export interface InvitationProps {
  acceptUrl: string;
  organizationName: string;
  /** Of a confirmed account: the one thing here that its owner could not make up. */
  inviterEmail: string;
  /** What the role lets one do, after "You will". */
  may: string;
}

/** A name that anybody may choose must not become a link in somebody's mail. */
const unlinked = (name: string): string =>
  name.replace(/\S*(?::\/\/|www\.)\S*/gi, '').trim() || 'an organisation';

/** The subject and heading. */
export const invitationTitle = ({ organizationName }: InvitationProps): string =>
  `Join ${unlinked(organizationName)} on Flexibees Employer`;

export const Invitation = (props: InvitationProps) => (
  <Layout
    preview={`${props.inviterEmail} invites you.`}
    heading={invitationTitle(props)}
    footer={`You get this because ${props.inviterEmail} typed this address. If you do not know who that is, do nothing: without this link nobody joins in your name.`}
  >
    <Text style={look.text}>
      {props.inviterEmail} invites you to hire together at {unlinked(props.organizationName)}. You will{' '}
      {props.may}
    </Text>
    <Action href={props.acceptUrl}>Accept the invitation</Action>
    <Text style={look.text}>The link works once, for seven days.</Text>
  </Layout>
);
