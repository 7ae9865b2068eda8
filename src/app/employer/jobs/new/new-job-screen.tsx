'use client';
import { Alert, Button, Paper, Select, Text, TextInput, Title } from '@mantine/core';
import { IconClipboardText } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useRef, useState } from 'react';
import { createJobSchema, TITLE_LENGTH } from '@/domain/jobs/schema';
import type { AdReading } from '@/domain/jobs/schema/ad';
import { errorData, useTRPC } from '@/trpc/client';
import { LetterCount } from '@/ui/letter-count';
import { EmployerShell } from '../../employer-shell';
import { keepAd } from '../ad/kept-ad';
import { PasteAd } from '../ad/paste-ad';
import { CriteriaNotes } from '../criteria/criteria-notes';
import { showWords } from '../criteria/show-words';
import { useCriteria } from '../criteria/use-criteria';
import classes from '../jobs.module.css';
import { editJobHref } from '../../routes';

/** The first step of a job: its title and the closest role, from which the rest is suggested. */
export const NewJobScreen = () => {
  const router = useRouter();
  const trpc = useTRPC();
  const [title, setTitle] = useState('');
  const field = useRef<HTMLDivElement>(null);
  const criteria = useCriteria({ title });
  const [role, setRole] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const { data } = useQuery(trpc.catalog.jobQuestions.queryOptions());
  const [pasting, setPasting] = useState(false);
  const create = useMutation(trpc.jobs.create.mutationOptions());
  const start = (answers: { title: string; role: string | null }, reading?: AdReading) => {
    const input = createJobSchema.safeParse(answers);
    const nameless = reading !== undefined && answers.title === '';
    setProblem(
      nameless
        ? 'The ad names no title. Type one, then fill in the draft again.'
        : input.success
          ? null
          : (input.error.issues[0]?.message ?? null),
    );
    if (!input.success) return;
    create.mutate(input.data, {
      onSuccess: ({ jobId }) => {
        // What was typed here is the person's own; the form takes over the rest when it opens.
        const own = [...(title.trim() === '' ? [] : ['title']), ...(role === null ? [] : ['role'])];
        if (reading) keepAd(jobId, { state: 'waiting', reading, own });
        router.push(editJobHref(jobId));
      },
    });
  };
  const startFromAd = (reading: AdReading) => {
    const { title: named, role: closest } = reading.answers;
    start(
      {
        title: title.trim() === '' && typeof named === 'string' ? named : title.trim(),
        role: role ?? (typeof closest === 'string' ? closest : null),
      },
      reading,
    );
  };
  return (
    <EmployerShell left={<Title order={2}>New job</Title>}>
      <div className={classes.narrow}>
        <Title order={1}>What is the job called?</Title>
        <Text c="dimmed" mt={4} mb={20}>
          We fill in what is usual for the role. Everything can be changed, and nothing is published yet.
        </Text>
        <Paper
          p={20}
          component="form"
          onSubmit={(event: React.FormEvent) => {
            event.preventDefault();
            start({ title, role });
          }}
        >
          <TextInput
            label="Job title"
            placeholder="Finance controller"
            value={title}
            onChange={(event) => {
              setTitle(event.currentTarget.value);
              setProblem(null);
            }}
            error={problem}
            data-autofocus
            autoFocus
          />
          <LetterCount value={title} most={TITLE_LENGTH} />
          <div ref={field}>
            <CriteriaNotes
              criteria={criteria}
              label="Job title"
              onShow={(criterion) => showWords(field.current?.parentElement, criterion)}
            />
          </div>
          <Select
            mt={14}
            label="Closest role"
            description="Leave it open and we look for one by the title."
            placeholder="Search roles"
            searchable
            clearable
            limit={50}
            nothingFoundMessage="No role by that name. The title is enough."
            value={role}
            onChange={setRole}
            data={(data?.roles ?? []).map(({ id, title: label }) => ({ value: id, label }))}
          />
          {create.isError && (
            <Alert mt={14} color="red" role="alert">
              {errorData(create.error).message}
            </Alert>
          )}
          <Button
            mt={20}
            size="sm"
            type="submit"
            variant={pasting ? 'default' : 'filled'}
            loading={!pasting && (create.isPending || create.isSuccess)}
          >
            Start the draft
          </Button>
        </Paper>
        {pasting ? (
          <Paper p={20} mt={16} component="section" aria-label="Paste a job ad">
            <PasteAd
              action="Fill in the draft"
              busy={create.isPending || create.isSuccess}
              onRead={startFromAd}
              onCancel={() => setPasting(false)}
            />
          </Paper>
        ) : (
          <Button
            mt={16}
            variant="default"
            leftSection={<IconClipboardText size={17} stroke={1.6} aria-hidden="true" />}
            onClick={() => setPasting(true)}
          >
            Paste a job ad
          </Button>
        )}
      </div>
    </EmployerShell>
  );
};
