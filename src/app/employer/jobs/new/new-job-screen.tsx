'use client';
import { Alert, Button, Paper, Select, Text, TextInput, Title } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { createJobSchema, TITLE_LENGTH } from '@/domain/jobs/schema';
import { errorData, useTRPC } from '@/trpc/client';
import { LetterCount } from '@/ui/letter-count';
import { EmployerShell } from '../../employer-shell';
import classes from '../jobs.module.css';
import { editJobHref } from '../../routes';

/** The first step of a job: its title and the closest role, from which the rest is suggested. */
export const NewJobScreen = () => {
  const router = useRouter();
  const trpc = useTRPC();
  const [title, setTitle] = useState('');
  const [role, setRole] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const { data } = useQuery(trpc.catalog.jobQuestions.queryOptions());
  const create = useMutation(
    trpc.jobs.create.mutationOptions({
      onSuccess: ({ jobId }) => router.push(editJobHref(jobId)),
    }),
  );
  const submit = () => {
    const input = createJobSchema.safeParse({ title, role });
    setProblem(input.success ? null : (input.error.issues[0]?.message ?? null));
    if (input.success) create.mutate(input.data);
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
            submit();
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
          <Button mt={20} size="sm" type="submit" loading={create.isPending || create.isSuccess}>
            Start the draft
          </Button>
        </Paper>
      </div>
    </EmployerShell>
  );
};
