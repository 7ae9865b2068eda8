import { Button, Link, Text } from 'react-email';
import { look } from './look';

/** The one thing to do, as a button and as an address to copy. */
export const Action = ({ href, children }: { href: string; children: string }) => (
  <>
    <Button href={href} style={look.button}>
      {children}
    </Button>
    <Text data-skip-in-text="true" style={{ ...look.small, marginTop: '20px' }}>
      If the button does not work, open this address:{' '}
      <Link href={href} style={look.link}>
        {href}
      </Link>
    </Text>
  </>
);
