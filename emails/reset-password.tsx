import { Text } from 'react-email';
import { Action } from './action';
import { Layout } from './layout';
import { look } from './look';

export interface ResetPasswordProps {
  resetUrl: string;
}

export const ResetPassword = ({ resetUrl }: ResetPasswordProps) => (
  <Layout
    preview="The link works once, for one hour."
    heading="Choose a new password"
    footer="If you did not ask for this, do nothing: your password stays as it is."
  >
    <Text style={look.text}>The link works once, for one hour. A new password signs every device out.</Text>
    <Action href={resetUrl}>Choose a new password</Action>
  </Layout>
);
