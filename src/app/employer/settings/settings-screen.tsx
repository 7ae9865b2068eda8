'use client';
import { Paper, Text, Title } from '@mantine/core';
import { ColorSchemeControl } from '@/ui/color-scheme-control';
import { EmployerShell } from '../employer-shell';
import classes from '../jobs/jobs.module.css';
import { useMember } from '../member';

const ROLES = {
  owner: 'Owner: posts jobs, imports people, decides, and sees everything of the organisation.',
  recruiter: 'Recruiter: posts jobs, imports people and decides.',
  viewer: 'Viewer: sees jobs and rankings, changes nothing.',
} as const;

/** Who is signed in and as what, and how the screen looks. */
export const SettingsScreen = () => {
  const member = useMember();
  const facts = [
    ['Name', member.name],
    ['E-mail', member.email],
    ['Organisation', member.organizationName],
    ['Role', ROLES[member.role]],
    ['Time zone', member.timeZone],
  ] as const;
  return (
    <EmployerShell left={<Title order={2}>Settings</Title>}>
      <div className={classes.narrow}>
        <Title order={1} mb={16}>
          Your account
        </Title>
        <Paper p={20}>
          {facts.map(([label, value]) => (
            <div key={label}>
              <Text size="xs" c="dimmed">
                {label}
              </Text>
              <Text mb={12}>{value}</Text>
            </div>
          ))}
          <Text size="xs" c="dimmed" mb={4}>
            Colours
          </Text>
          <ColorSchemeControl />
        </Paper>
      </div>
    </EmployerShell>
  );
};
