'use client';
import { Badge, Group, Paper, Skeleton, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo, type ReactNode } from 'react';
import type { PersonDetail, Provenance } from '@/domain/candidates/schema';
import { termWords } from '@/domain/scoring/months';
import { useTRPC } from '@/trpc/client';
import { PersonAvatar } from '@/ui/person-avatar';
import { OpenResume } from '@/ui/resume-viewer/open-resume';
import classes from '../people.module.css';

/** Where a fact comes from that is not simply read from the file. */
type Whences = Partial<Record<Provenance, string>>;
const WHENCE: Whences = {
  corrected: 'Corrected by them',
  answered: 'Confirmed by them',
  imported: 'From your table',
};
/** A merge keeps what it takes from the other side as what they corrected themselves. */
const AFTER_MERGE: Whences = { ...WHENCE, corrected: 'Corrected by them, or taken in the merge' };

const Whence = ({ words }: { words: string | undefined }) => {
  if (words === undefined) return null;
  return (
    <Text size="xs" c="dimmed">
      {words}
    </Text>
  );
};

interface SourcesProps {
  facts: readonly { name: string; provenance: Provenance | undefined }[];
  whence: Whences;
}

/** "Corrected by them: telephone, city." for each kind of source that single facts or skills have. */
const Sources = ({ facts, whence }: SourcesProps) =>
  Object.entries(whence).map(([provenance, words]) => {
    const named = facts.filter((fact) => fact.provenance === provenance).map(({ name }) => name);
    if (named.length === 0) return null;
    return (
      <Text key={provenance} size="xs" c="dimmed" mt={6}>
        {words}: {named.join(', ')}
      </Text>
    );
  });

/** What is known of a person besides their answers, and who said it where that was not the résumé. `children` = the résumé. */
export const PersonFacts = ({ person, children }: { person: PersonDetail; children: ReactNode }) => {
  const { profile } = person;
  const trpc = useTRPC();
  const ids = useMemo(() => profile.skills.map((skill) => skill.skillId).slice(0, 100), [profile.skills]);
  const names = useQuery(trpc.catalog.namedSkills.queryOptions({ ids }));
  const merges = useQuery(trpc.people.merges.queryOptions({ candidateId: person.id }));
  const whence = (merges.data ?? []).length === 0 ? WHENCE : AFTER_MERGE;
  const contact = [profile.email?.value, profile.phone?.value, profile.place?.value.name].filter(Boolean);
  return (
    <Paper p={20} component="section" aria-label="From the résumé">
      <Group wrap="nowrap" mb={12}>
        <PersonAvatar name={profile.name?.value ?? '?'} size={44} />
        <div>
          <Title order={2}>{profile.name?.value ?? 'No name found'}</Title>
          <Text size="sm" c="dimmed">
            {contact.join(' · ') || 'No contact found'}
          </Text>
          <Sources
            whence={whence}
            facts={[
              { name: 'name', provenance: profile.name?.provenance },
              { name: 'e-mail', provenance: profile.email?.provenance },
              { name: 'phone', provenance: profile.phone?.provenance },
              { name: 'city', provenance: profile.place?.provenance },
            ]}
          />
        </div>
      </Group>
      {person.resume !== null && <OpenResume fileName={person.resume.fileName}>{children}</OpenResume>}
      <Title order={4} mt={20} mb={8}>
        Work
      </Title>
      {profile.experience.length === 0 && <Text c="dimmed">No job was read.</Text>}
      {profile.experience.map((entry, index) => (
        <div key={index} className={classes.entry}>
          <Text fw={600}>{entry.title ?? 'No title found'}</Text>
          <Text size="sm" c="dimmed">
            {[entry.company, termWords(entry.start, entry.end)].filter(Boolean).join(', ')}
          </Text>
          <Whence words={whence[entry.provenance]} />
        </div>
      ))}
      <Title order={4} mt={20} mb={8}>
        Skills
      </Title>
      <Group gap={6}>
        {(names.data ?? []).map((skill) => (
          <Badge key={skill.id} color="gray">
            {skill.name}
          </Badge>
        ))}
        {profile.skills.length === 0 && <Text c="dimmed">No skill was read.</Text>}
        {names.isPending && ids.map((id) => <Skeleton key={id} width={84} height={20} aria-hidden="true" />)}
      </Group>
      <Sources
        whence={whence}
        facts={(names.data ?? []).map(({ id, name }) => ({
          name,
          provenance: profile.skills.find(({ skillId }) => skillId === id)?.provenance,
        }))}
      />
      <Title order={4} mt={20} mb={8}>
        Education
      </Title>
      {profile.education.map((entry, index) => (
        <div key={index}>
          <Text size="sm">{[entry.degree, entry.school].filter(Boolean).join(', ')}</Text>
          <Whence words={whence[entry.provenance]} />
        </div>
      ))}
      {profile.education.length === 0 && (
        <Text c="dimmed">Nothing was read. It never counts for a score.</Text>
      )}
    </Paper>
  );
};
