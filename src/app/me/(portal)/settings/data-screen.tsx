'use client';
import { Alert, Button, Checkbox, Paper, Select, Space, Switch, Text, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { QueryFailed } from '@/app/employer/query-state';
import { LOCALES, type OwnData } from '@/domain/candidates/schema';
import { MUTABLE_MAILS } from '@/domain/notifications/schema';
import { errorData, useTRPC } from '@/trpc/client';
import { PageSkeleton } from '@/ui/page-skeleton';
import { TimeZoneSelect } from '@/ui/questions/time-zone-select';
import { counted } from '@/ui/score-words';
import classes from '../portal.module.css';

const MAIL_WORDS: Record<(typeof MUTABLE_MAILS)[number], { label: string; about: string }> = {
  fact_requested: {
    label: 'An employer asks for a missing fact',
    about: 'Answered in one tap; it may raise your score.',
  },
  contest_answered: {
    label: 'An employer answered what I contested',
    about: 'The answer stands with the application either way.',
  },
};
const LOCALE_WORDS: Record<(typeof LOCALES)[number], string> = {
  'en-IN': 'English, India',
  'en-GB': 'English, United Kingdom',
  'en-US': 'English, United States',
};

/** What is stored, by whom and why; who may match the person; which mails come. */
export const DataScreen = () => {
  const trpc = useTRPC();
  const data = useQuery(trpc.portal.data.queryOptions());
  const me = useQuery(trpc.portal.me.queryOptions());
  if (data.isPending || me.isPending) return <PageSkeleton />;
  if (data.isError) {
    return <QueryFailed error={data.error} what="Your data" onRetry={() => void data.refetch()} />;
  }
  return (
    <div className={classes.narrow}>
      <Title order={1}>Mails and my data</Title>
      <Stored data={data.data} broughtBy={me.data?.broughtBy ?? null} />
      <Pool consentAt={data.data.poolConsentAt} />
      <Preferences preferences={data.data.preferences} />
    </div>
  );
};

const Stored = ({ data, broughtBy }: { data: OwnData; broughtBy: string | null }) => {
  const { locale, timeZone } = data.preferences;
  const day = (at: Date) => new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone }).format(at);
  const { facts } = data;
  return (
    <Paper p={20} component="section" aria-label="What is stored">
      <Title order={2} mb={8}>
        What is stored
      </Title>
      <ul className={classes.plain}>
        <li>
          Your name, contact and place, since {day(data.since)},{' '}
          {broughtBy === null ? 'given by you' : `brought by ${broughtBy}`}.
        </li>
        <li>
          {counted(facts.skills, 'skill')}, {counted(facts.experience, 'job')},{' '}
          {counted(facts.education, 'line')} of education and {counted(facts.answers, 'answer')} about how you
          can work, last changed {day(data.changedAt)}. {counted(data.versions, 'version')} are kept, so that
          every score can be computed again.
        </li>
        {data.files.map(({ fileName, createdAt }) => (
          <li key={`${fileName}-${createdAt.getTime()}`}>
            The file {fileName}, since {day(createdAt)}.
          </li>
        ))}
      </ul>
      <Text size="sm" c="dimmed" mt={12}>
        {data.lawfulBasis === 'consent'
          ? 'Kept because you agreed to it.'
          : 'Kept because an employer has a legitimate interest in its own applicants.'}{' '}
        An employer sees your name once you apply, once it shortlists you, or when it brought you itself. Each
        employer uses a ranking to decide whom to look at first; a person decides, and you may contest it.
      </Text>
    </Paper>
  );
};

const Pool = ({ consentAt }: { consentAt: Date | null }) => {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const consent = useMutation(
    trpc.portal.setPoolConsent.mutationOptions({
      onSettled: () => queryClient.invalidateQueries(trpc.portal.pathFilter()),
    }),
  );
  const shown = consent.isPending ? consent.variables.consent : consentAt !== null;
  return (
    <Paper p={20} component="section" aria-label="The talent pool">
      <Title order={2} mb={8}>
        The talent pool
      </Title>
      <Switch
        checked={shown}
        disabled={consent.isPending}
        onChange={(event) => consent.mutate({ consent: event.currentTarget.checked })}
        label="Match me with jobs of every employer here"
        description="They see what you can do, not who you are, until you are shortlisted or apply. Off: you are ranked only where you applied, and out of every other ranking at once."
      />
      {consent.isError && (
        <Alert color="red" mt={12} role="alert">
          {errorData(consent.error).message}
        </Alert>
      )}
    </Paper>
  );
};

const Preferences = ({ preferences }: { preferences: OwnData['preferences'] }) => {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [draft, setDraft] = useState(preferences);
  const save = useMutation(
    trpc.portal.savePreferences.mutationOptions({
      onSettled: () => queryClient.invalidateQueries(trpc.portal.pathFilter()),
    }),
  );
  return (
    <Paper p={20} component="section" aria-label="Mails and times">
      <Title order={2} mb={8}>
        Mails and times
      </Title>
      {MUTABLE_MAILS.map((mail) => (
        <Checkbox
          key={mail}
          mt={10}
          label={MAIL_WORDS[mail].label}
          description={MAIL_WORDS[mail].about}
          checked={!draft.mutedMails.includes(mail)}
          onChange={(event) => {
            const wanted = event.currentTarget.checked;
            const others = draft.mutedMails.filter((one) => one !== mail);
            setDraft({ ...draft, mutedMails: wanted ? others : [...others, mail] });
          }}
        />
      ))}
      <Text size="sm" c="dimmed" mt={10}>
        A link that you ask for, and the confirmation of an application, always come.
      </Text>
      <Space h={12} />
      <TimeZoneSelect
        label="Time zone"
        value={draft.timeZone}
        onChange={(timeZone) => setDraft({ ...draft, timeZone })}
      />
      <Select
        mt={10}
        label="Dates as in"
        data={LOCALES.map((value) => ({ value, label: LOCALE_WORDS[value] }))}
        value={draft.locale}
        onChange={(value) => {
          const locale = LOCALES.find((one) => one === value);
          if (locale !== undefined) setDraft({ ...draft, locale });
        }}
        allowDeselect={false}
      />
      {save.isError && (
        <Alert color="red" mt={12} role="alert">
          {errorData(save.error).message}
        </Alert>
      )}
      <Button
        mt={16}
        size="sm"
        loading={save.isPending}
        disabled={JSON.stringify(draft) === JSON.stringify(preferences)}
        onClick={() => save.mutate(draft)}
      >
        Save
      </Button>
      <Text component="output" size="sm" ml={10}>
        {save.isSuccess && JSON.stringify(draft) === JSON.stringify(preferences) && 'Saved.'}
      </Text>
    </Paper>
  );
};
