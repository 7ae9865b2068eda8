import { Link, Text } from 'react-email';
import { Action } from './action';
import { Layout } from './layout';
import { look } from './look';

export interface StrongMatch {
  /** How the employer may know this person now, such as `Candidate P-14`. */
  label: string;
  headline: string | null;
  city: string | null;
  /** 0–100, as the shortlist shows it. */
  score: number;
  /** The band's word. */
  band: string;
  /** How much of the job's week fits theirs, such as `13 of 16 h`. */
  overlap: string | null;
}

export interface StrongMatchesProps {
  recipientName: string;
  organizationName: string;
  jobTitle: string;
  jobUrl: string;
  matches: StrongMatch[];
  /** How many more there are than are listed. */
  moreCount: number;
  settingsUrl?: string;
}

const cell = { padding: '12px 0', borderTop: '1px solid #E0E4E0', verticalAlign: 'top' } as const;
const score = { fontSize: '21px', lineHeight: '24px', fontWeight: 650, color: '#0B5E73', margin: 0 } as const;
const plain = { ...look.text, margin: 0 };

const Match = ({ match }: { match: StrongMatch }) => {
  const facts = [match.headline, match.city].filter((fact) => fact !== null).join(', ');
  return (
    <tr>
      <td style={cell}>
        <Text style={{ ...plain, fontWeight: 600 }}>{match.label}</Text>
        {facts !== '' && <Text style={plain}>{facts}</Text>}
        {match.overlap !== null && (
          <Text style={{ ...look.small, margin: 0 }}>{match.overlap} of the job’s week fit</Text>
        )}
      </td>
      <td align="right" style={{ ...cell, whiteSpace: 'nowrap', paddingLeft: '16px' }}>
        <Text style={score}>{match.score}</Text>
        <Text style={{ ...look.small, margin: 0 }}>{match.band}</Text>
      </td>
    </tr>
  );
};

const people = (count: number): string => (count === 1 ? '1 person' : `${count} people`);

/** The subject and heading: how many people, for which job. */
export const strongMatchesTitle = ({ matches, moreCount, jobTitle }: StrongMatchesProps): string => {
  const count = matches.length + moreCount;
  return `${people(count)} ${count === 1 ? 'matches' : 'match'} “${jobTitle}” strongly`;
};

export const StrongMatches = (props: StrongMatchesProps) => {
  const { recipientName, organizationName, jobTitle, jobUrl, matches, moreCount, settingsUrl } = props;
  return (
    <Layout
      preview="Ranked, with the reasons beside each score."
      heading={strongMatchesTitle(props)}
      footer={
        <>
          You get this because you look after this job at {organizationName}. Each person is announced once a
          job.
          {settingsUrl !== undefined && (
            <>
              {' '}
              <Link href={settingsUrl} style={look.link}>
                Choose what is mailed
              </Link>
            </>
          )}
        </>
      }
    >
      <Text style={look.text}>
        {recipientName}, the newest ranking for {jobTitle} brought people you have not seen yet. A score is a
        reason to look, not a decision.
      </Text>
      <table
        role="presentation"
        width="100%"
        cellPadding="0"
        cellSpacing="0"
        style={{ marginBottom: '20px' }}
      >
        <tbody>
          {matches.map((match, rank) => (
            <Match key={rank} match={match} />
          ))}
        </tbody>
      </table>
      {moreCount > 0 && <Text style={look.text}>And {moreCount} more in the shortlist.</Text>}
      <Action href={jobUrl}>Open the shortlist</Action>
    </Layout>
  );
};
