import { Text } from 'react-email';
import { Action } from './action';
import { Layout } from './layout';
import { look } from './look';

export interface PortalLinkProps {
  openUrl: string;
  /** The organisation that brought this person; null for someone who applied on their own. */
  organizationName: string | null;
}

/** The subject and heading. */
export const portalLinkTitle = ({ organizationName }: PortalLinkProps): string =>
  organizationName === null ? 'Open your applications' : `What ${organizationName} keeps about you`;

export const PortalLink = (props: PortalLinkProps) => (
  <Layout
    preview="The link works once, for one hour."
    heading={portalLinkTitle(props)}
    footer="Someone asked for this link with your address. If it was not you, do nothing: without this mail nobody can open it."
  >
    <Text style={look.text}>
      See where you stand, what the ranking says about you and why, and correct what is wrong. The link works
      once, for one hour.
    </Text>
    <Action href={props.openUrl}>Open</Action>
  </Layout>
);
