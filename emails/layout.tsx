import { Body, Container, Head, Heading, Hr, Html, Preview, Text } from 'react-email';
import type { ReactNode } from 'react';
import { CELL, HONEY, look } from './look';

/** Hours of the seven bars that stand for a week, in pixels. */
const WEEK = [14, 14, 10, 14, 0, 0, 0];

const WeekMark = () => (
  <table role="presentation" cellPadding="0" cellSpacing="0" data-skip-in-text="true">
    <tbody>
      <tr>
        {WEEK.map((height, day) => (
          <td key={day} style={{ paddingRight: '2px', verticalAlign: 'bottom' }}>
            <div
              style={{
                width: '5px',
                height: `${Math.max(height, 4)}px`,
                backgroundColor: height > 0 ? HONEY : CELL,
                fontSize: 0,
              }}
            >
              &nbsp;
            </div>
          </td>
        ))}
      </tr>
    </tbody>
  </table>
);

export interface LayoutProps {
  /** The line that mail programs show beside the subject. */
  preview: string;
  heading: string;
  children: ReactNode;
  /** Why this mail came, and what to do if it should not have. */
  footer: ReactNode;
}

/** The sheet that every mail is written on. */
export const Layout = ({ preview, heading, children, footer }: LayoutProps) => (
  <Html lang="en">
    <Head>
      <meta name="color-scheme" content="light" />
      <meta name="supported-color-schemes" content="light" />
    </Head>
    <Preview>{preview}</Preview>
    <Body style={look.body}>
      <Container style={look.sheet}>
        <table role="presentation" cellPadding="0" cellSpacing="0">
          <tbody>
            <tr>
              <td style={{ verticalAlign: 'middle' }}>
                <WeekMark />
              </td>
              <td style={{ verticalAlign: 'middle' }}>
                <Text style={look.brand}>Flexibees Employer</Text>
              </td>
            </tr>
          </tbody>
        </table>
        <Heading as="h1" style={look.heading}>
          {heading}
        </Heading>
        {children}
        <Hr style={look.line} />
        <Text style={look.small}>{footer}</Text>
      </Container>
    </Body>
  </Html>
);
