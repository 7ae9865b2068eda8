'use client';
import { ActionIcon, Alert, Button, Group, Paper, Select, Text, TextInput, Title } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { IconX } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import type { OwnFacts } from '@/domain/candidates/schema/own-facts';
import { errorData, useTRPC } from '@/trpc/client';
import classes from '../portal.module.css';

type Profile = OwnFacts['profile'];
const LEVELS = [
  { value: '', label: 'Level not told' },
  { value: '1', label: '1, basics' },
  { value: '2', label: '2, with help' },
  { value: '3', label: '3, on my own' },
  { value: '4', label: '4, lead' },
];
const levelOf = (value: string | null) =>
  ([1, 2, 3, 4] as const).find((level) => String(level) === value) ?? null;

/** Keys of the profile that differ from what is stored: only these are sent. */
const editsOf = (before: Profile, after: Profile) => {
  const changed = (key: keyof Profile): boolean => JSON.stringify(before[key]) !== JSON.stringify(after[key]);
  return {
    ...(changed('name') && { name: after.name }),
    ...(changed('phone') && { phone: after.phone }),
    ...(changed('skills') && { skills: after.skills }),
    ...(changed('experience') && { experience: after.experience }),
  };
};

/** What the machine understood of the résumé; each fact is changed or removed in place. */
export const ReadFacts = ({ facts, onSaved }: { facts: OwnFacts; onSaved: (versionId: string) => void }) => {
  const trpc = useTRPC();
  const [profile, setProfile] = useState(facts.profile);
  const ids = useMemo(() => facts.profile.skills.map(({ skillId }) => skillId).slice(0, 100), [facts]);
  const named = useQuery(trpc.catalog.namedSkills.queryOptions({ ids }));
  const names = new Map(named.data?.map(({ id, name }) => [id, name]));
  const save = useMutation(
    trpc.portal.saveProfile.mutationOptions({ onSuccess: ({ versionId }) => onSaved(versionId) }),
  );
  const failure = save.isError ? errorData(save.error) : null;
  const issue = (path: string): string | null =>
    failure?.issues.find((one) => one.path === `edits.${path}`)?.message ?? null;
  const edits = editsOf(facts.profile, profile);
  const dirty = Object.keys(edits).length > 0;
  const entry = (index: number, change: Partial<Profile['experience'][number]>) =>
    setProfile({
      ...profile,
      experience: profile.experience.map((one, at) => (at === index ? { ...one, ...change } : one)),
    });
  return (
    <Paper p={20} component="section" aria-label="What my résumé told">
      <Title order={2} mb={4}>
        What my résumé told
      </Title>
      <Text size="sm" c="dimmed" mb={12}>
        Change what was misread, remove what is wrong.{' '}
        {profile.email !== '' && `Links go to ${profile.email}.`}
      </Text>
      <TextInput
        label="Name"
        value={profile.name}
        error={issue('name')}
        onChange={(event) => setProfile({ ...profile, name: event.currentTarget.value })}
      />
      <TextInput
        mt={10}
        label="Phone"
        value={profile.phone ?? ''}
        error={issue('phone')}
        onChange={(event) => setProfile({ ...profile, phone: event.currentTarget.value || null })}
      />
      <Title order={3} mt={20} mb={6}>
        Work
      </Title>
      {profile.experience.length === 0 && <Text c="dimmed">No job was read.</Text>}
      {profile.experience.map((one, index) => (
        <Group key={index} gap={8} wrap="nowrap" align="end" mt={8}>
          <TextInput
            className="fb-grow"
            label="Role"
            value={one.title ?? ''}
            error={issue(`experience.${index}.title`)}
            onChange={(event) => entry(index, { title: event.currentTarget.value || null })}
          />
          <TextInput
            className="fb-grow"
            label="Employer"
            value={one.company ?? ''}
            error={issue(`experience.${index}.company`)}
            onChange={(event) => entry(index, { company: event.currentTarget.value || null })}
          />
          <ActionIcon
            variant="default"
            size={36}
            aria-label={`Remove ${one.title ?? one.company ?? 'this job'}`}
            onClick={() =>
              setProfile({ ...profile, experience: profile.experience.filter((_, at) => at !== index) })
            }
          >
            <IconX size={16} />
          </ActionIcon>
        </Group>
      ))}
      <Title order={3} mt={20} mb={6}>
        Skills
      </Title>
      {profile.skills.length === 0 && <Text c="dimmed">No skill was read.</Text>}
      {profile.skills.map((skill, index) => {
        const name = names.get(skill.skillId) ?? skill.skillId;
        return (
          <Group key={skill.skillId} gap={8} wrap="nowrap" className={classes.skill}>
            <Text className="fb-grow">{name}</Text>
            <Select
              w={150}
              aria-label={`Level of ${name}`}
              data={LEVELS}
              value={skill.level === null ? '' : String(skill.level)}
              allowDeselect={false}
              onChange={(value) =>
                setProfile({
                  ...profile,
                  skills: profile.skills.map((one, at) =>
                    at === index ? { ...one, level: levelOf(value) } : one,
                  ),
                })
              }
            />
            <ActionIcon
              variant="default"
              size={36}
              aria-label={`Remove ${name}`}
              onClick={() =>
                setProfile({ ...profile, skills: profile.skills.filter((_, at) => at !== index) })
              }
            >
              <IconX size={16} />
            </ActionIcon>
          </Group>
        );
      })}
      {failure !== null && (
        <Alert color="red" mt={12} role="alert">
          {failure.message}
        </Alert>
      )}
      <Group mt={20} className={classes.bar}>
        <Button
          size="sm"
          disabled={!dirty}
          loading={save.isPending}
          onClick={() => save.mutate({ versionId: facts.versionId, edits })}
        >
          Save facts
        </Button>
        {dirty && (
          <Button size="sm" variant="default" onClick={() => setProfile(facts.profile)}>
            Take back
          </Button>
        )}
      </Group>
    </Paper>
  );
};
