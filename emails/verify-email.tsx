import { Text } from 'react-email';
import { Action } from './action';
import { Layout } from './layout';
import { look } from './look';

export interface VerifyEmailProps {
  verifyUrl: string;
}

/** Holds nothing that whoever signed up could have written: the reader may be someone else. */
export const VerifyEmail = ({ verifyUrl }: VerifyEmailProps) => (
  <Layout
    preview="One step, and your account is ready."
    heading="Confirm your address"
    footer="Someone signed up with this address. If it was not you, do nothing: an account that is never confirmed cannot be used."
  >
    <Text style={look.text}>
      Type the password that you chose, and your account is ready. The link works once, for 48 hours.
    </Text>
    <Action href={verifyUrl}>Confirm my address</Action>
  </Layout>
);
