'use client';
import {
  ActionIcon,
  Alert,
  Button,
  Group,
  Paper,
  Progress,
  Radio,
  Select,
  Stack,
  Text,
  Title,
} from '@mantine/core';
import { Dropzone } from '@mantine/dropzone';
import { useMutation, useQuery } from '@tanstack/react-query';
import { IconFileText, IconTable, IconUpload, IconX } from '@tabler/icons-react';
import { useRouter } from 'next/navigation';
import { parseAsString, useQueryState } from 'nuqs';
import { useState } from 'react';
import { MAX_IMPORT_FILES } from '@/domain/resumes/schema';
import { errorData, useTRPC } from '@/trpc/client';
import { EmployerShell } from '../../employer-shell';
import classes from '../imports.module.css';
import { readChosen, type Chosen } from './read-files';
import { useUpload } from '../use-upload';
import { importHref } from '../../routes';

const SHOWN = 8;

/** Choosing résumés, saying why they may be processed, and sending them; leaving is safe once they are sent. */
export const NewImportScreen = () => {
  const router = useRouter();
  const trpc = useTRPC();
  const [jobId, setJobId] = useQueryState('job', parseAsString);
  const [chosen, setChosen] = useState<Chosen>({ files: [], tables: [], problems: [] });
  const [reading, setReading] = useState(false);
  const [basis, setBasis] = useState<'consent' | 'legitimate_interest' | null>(null);
  const [asked, setAsked] = useState(false);
  const { state, start } = useUpload();
  const jobs = useQuery(trpc.jobs.list.queryOptions({ states: ['open'] }));
  const busy = state.phase === 'uploading';
  const [table] = chosen.tables;
  const importTable = useMutation(trpc.imports.people.mutationOptions());
  const nothing = chosen.files.length === 0 && table === undefined;
  const tooMany = chosen.files.length > MAX_IMPORT_FILES;

  const add = async (files: File[]) => {
    setReading(true);
    const more = await readChosen(files);
    setChosen((now) => ({
      files: [...now.files, ...more.files],
      // One table at a time: the last one that was chosen.
      tables: more.tables.length > 0 ? more.tables.slice(-1) : now.tables,
      problems: [...now.problems, ...more.problems],
    }));
    setReading(false);
  };
  const send = async () => {
    setAsked(true);
    importTable.reset();
    if (basis === null || nothing || tooMany) return;
    if (table !== undefined) {
      const { importId } = await importTable.mutateAsync({
        csv: table.text,
        fileName: table.name,
        jobId,
        lawfulBasis: basis,
      });
      // The table's rows go on by themselves; files that were chosen with it are sent from here.
      if (chosen.files.length === 0) return router.push(importHref(importId));
      setChosen((now) => ({ ...now, tables: [] }));
    }
    const sentId = await start(chosen.files, { jobId, lawfulBasis: basis });
    if (sentId !== null) router.push(importHref(sentId));
  };

  return (
    <EmployerShell left={<Title order={2}>Import résumés</Title>}>
      <div className={classes.page}>
        <Title order={1}>Bring the people you already have</Title>
        <Text c="dimmed" mt={4} mb={20}>
          PDF, Word or plain text, up to {MAX_IMPORT_FILES} files of 5 MB each, or a ZIP of them. Or a CSV
          table, one row a person (
          <a className="fb-link" href="/api/people-template" download>
            example file
          </a>
          ). They are seen by your organisation only.
        </Text>
        <Dropzone
          onDrop={(files) => void add(files)}
          loading={reading}
          disabled={busy}
          aria-label="Drop résumés here or press Enter to choose files"
          className={classes.drop}
        >
          <IconUpload size={32} stroke={1.3} aria-hidden="true" />
          <Text fw={600} mt={8}>
            Drop résumés here, or choose files
          </Text>
          <Text size="sm" c="dimmed">
            A file that cannot be read is named, with the reason; the others go on.
          </Text>
        </Dropzone>
        {chosen.problems.map((problem) => (
          <Alert key={problem.name} color="red" mt={12} title={problem.name}>
            {problem.words}
          </Alert>
        ))}
        {table !== undefined && (
          <Paper mt={12} component="ul" className={classes.files}>
            <li>
              <IconTable size={18} stroke={1.6} aria-hidden="true" />
              <Text className="fb-grow" truncate>
                {table.name}
              </Text>
              <Text size="xs" c="dimmed">
                a table of people
              </Text>
              <ActionIcon
                aria-label={`Leave out ${table.name}`}
                disabled={busy}
                onClick={() => setChosen((now) => ({ ...now, tables: [] }))}
              >
                <IconX size={16} />
              </ActionIcon>
            </li>
          </Paper>
        )}
        {importTable.isError && (
          <Alert color="red" mt={12} role="alert" title={table?.name}>
            {errorData(importTable.error).message}
          </Alert>
        )}
        {chosen.files.length > 0 && (
          <Paper mt={12} component="ul" className={classes.files}>
            {chosen.files.slice(0, SHOWN).map((file, index) => (
              <li key={`${file.name}:${index}`}>
                <IconFileText size={18} stroke={1.6} aria-hidden="true" />
                <Text className="fb-grow" truncate>
                  {file.name}
                </Text>
                <Text size="xs" c="dimmed">
                  {file.size === 0 ? 'empty' : `${Math.max(1, Math.round(file.size / 1024))} KB`}
                </Text>
                <ActionIcon
                  aria-label={`Leave out ${file.name}`}
                  disabled={busy}
                  onClick={() =>
                    setChosen((now) => ({ ...now, files: now.files.filter((other) => other !== file) }))
                  }
                >
                  <IconX size={16} />
                </ActionIcon>
              </li>
            ))}
            {chosen.files.length > SHOWN && (
              <li>
                <Text size="sm" c="dimmed">
                  and {chosen.files.length - SHOWN} more
                </Text>
              </li>
            )}
          </Paper>
        )}
        {tooMany && (
          <Alert color="red" mt={12}>
            {chosen.files.length} files are chosen; {MAX_IMPORT_FILES} go at a time. Leave some out.
          </Alert>
        )}
        <Stack mt={24} gap={16}>
          <Select
            label="For which job?"
            description="They are ranked for every open job either way."
            placeholder="No particular job"
            clearable
            searchable
            value={jobId}
            onChange={(value) => void setJobId(value)}
            data={(jobs.data ?? []).map((job) => ({ value: job.id, label: job.title }))}
          />
          <Radio.Group
            label="Why may you process these résumés?"
            description="Kept with each person, as the law asks."
            value={basis}
            onChange={(value) => setBasis(value)}
            error={asked && basis === null ? 'Choose one.' : null}
          >
            <Stack gap={8} mt={8}>
              <Radio value="consent" label="They agreed that we keep and consider their résumé" />
              <Radio value="legitimate_interest" label="They applied to us, or sent it to be considered" />
            </Stack>
          </Radio.Group>
        </Stack>
        {state.phase === 'failed' && (
          <Alert color="red" mt={16} role="alert">
            {state.message} Your files are still listed here; send them again.
          </Alert>
        )}
        {busy && (
          <div className={classes.sending} role="status">
            <Progress value={(100 * state.sent) / Math.max(1, state.total)} aria-label="Sending files" />
            <Text size="sm" c="dimmed" mt={6}>
              {state.sent} of {state.total} sent. Stay on this page until they are.
            </Text>
          </div>
        )}
        <Group mt={20}>
          <Button
            size="sm"
            onClick={() => void send()}
            loading={busy || importTable.isPending || state.phase === 'done'}
            disabled={nothing || tooMany}
          >
            Import{' '}
            {chosen.files.length === 0
              ? table === undefined
                ? 'résumés'
                : 'the table'
              : `${chosen.files.length} ${chosen.files.length === 1 ? 'file' : 'files'}`}
          </Button>
        </Group>
      </div>
    </EmployerShell>
  );
};
