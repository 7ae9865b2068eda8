'use client';
import { Paper, Stack, Text, Title } from '@mantine/core';
import { ROLE_WORDS } from '@/domain/accounts/schema/members';
import { ColorSchemeControl } from '@/ui/color-scheme-control';
import { EmployerShell } from '../employer-shell';
import classes from '../jobs/jobs.module.css';
import { useMember } from '../member';
import { Invitations } from './invitations';
import { MemberList } from './member-list';

/** Who is signed in and as what, how the screen looks, and who else belongs to the organisation. */
export const SettingsScreen = () => {
  const member = useMember();
  const facts = [
    ['Name', member.name],
    ['E-mail', member.email],
    ['Organisation', member.organizationName],
    ['Role', `${ROLE_WORDS[member.role].name}: can ${ROLE_WORDS[member.role].may}`],
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
        <Title order={2} size="h1" mt={32} mb={16}>
          About the ranking
        </Title>
        <Paper p={20}>
          <Text mb={8}>
            People are ordered by how well what they told and wrote fits what the job asks. Nobody is rejected
            by a score: you decide, and can decide otherwise.
          </Text>
          <Text>
            The order may be tested: for a while some lists are put together from two ways of weighing the
            same facts, to find out which one serves you better. Scores, groups and your decisions stay as
            they are. Jobs with weights of their own are never part of it.
          </Text>
        </Paper>
        <Title order={2} size="h1" mt={32} mb={16}>
          {member.organizationName}
        </Title>
        <Stack gap={16}>
          <MemberList />
          {member.may('organization:manage') && <Invitations />}
        </Stack>
      </div>
    </EmployerShell>
  );
};
