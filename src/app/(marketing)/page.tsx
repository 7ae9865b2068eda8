import { Group, Text, Title } from '@mantine/core';
import { Door } from '../door';
import { LinkButton } from '../link-button';

export default function LandingPage() {
  return (
    <Door>
      <Title order={1} fz={38} mb={12}>
        Good people, for the hours you have
      </Title>
      <Text size="lg" c="dimmed">
        Say which hours a job needs, and drop in the résumés you have. You get a ranked shortlist in which
        every score shows its reasons and quotes the résumé. A person decides, always: nobody is turned down
        by a score.
      </Text>
      <Group mt={28} gap={8}>
        <LinkButton href="/sign-up" size="md" h={44}>
          Create an account
        </LinkButton>
        <LinkButton href="/sign-in" variant="default" size="md" h={44}>
          Sign in
        </LinkButton>
      </Group>
      <Text mt={28} c="dimmed">
        Looking for work by the week?{' '}
        <a className="fb-link" href="/jobs">
          See the open jobs
        </a>
      </Text>
    </Door>
  );
}
