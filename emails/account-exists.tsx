import { Link, Text } from 'react-email';
import { Action } from './action';
import { Layout } from './layout';
import { look } from './look';

export interface AccountExistsProps {
  signInUrl: string;
  resetUrl: string;
}

/** Sent instead of an answer on the page, which would tell anyone whose address is registered. */
export const AccountExists = ({ signInUrl, resetUrl }: AccountExistsProps) => (
  <Layout
    preview="You can sign in with it."
    heading="You have an account already"
    footer="If it was not you who signed up, do nothing: your account and its password stay as they are."
  >
    <Text style={look.text}>
      Someone just signed up with this address, which has an account. Sign in with it, or{' '}
      <Link href={resetUrl} style={look.link}>
        choose a new password
      </Link>{' '}
      if the old one is gone.
    </Text>
    <Action href={signInUrl}>Sign in</Action>
  </Layout>
);
