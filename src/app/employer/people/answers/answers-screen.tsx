'use client';
import { Alert, Button, FileInput, Group, Paper, Table, Text, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { IconDownload, IconFileSpreadsheet } from '@tabler/icons-react';
import Link from 'next/link';
import { useState } from 'react';
import { errorData, useTRPC } from '@/trpc/client';
import { EmployerShell } from '../../employer-shell';
import { tableText } from '../../table-text';
import { plural } from '../../words';
import classes from '../people.module.css';

/** Questionnaire answers from a CSV file: rows that hold are kept, the others are named with line and column. */
export const AnswersScreen = () => {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [file, setFile] = useState<File | null>(null);
  const send = useMutation(
    trpc.people.importAnswers.mutationOptions({ onSuccess: () => queryClient.invalidateQueries() }),
  );
  /** A row may have several problems, and those of line 1 are the header's. */
  const leftOut = new Set(send.data?.issues.map(({ line }) => line).filter((line) => line > 1)).size;
  const [unread, setUnread] = useState<string | null>(null);
  const submit = async () => {
    if (file === null) return;
    try {
      const csv = tableText(new Uint8Array(await file.arrayBuffer()));
      setUnread(null);
      send.mutate({ csv });
    } catch (error) {
      setUnread(error instanceof Error ? error.message : 'This file could not be read. Choose it again.');
    }
  };
  return (
    <EmployerShell left={<Title order={2}>Import answers</Title>}>
      <div className={classes.narrow}>
        <Title order={1}>Answers from a file</Title>
        <Text c="dimmed" mt={4} mb={20}>
          A CSV file with one row a person, found by e-mail; commas, semicolons or tabs divide it. An empty
          cell changes nothing; “unsaid” means the person prefers not to say.
        </Text>
        <Paper p={20}>
          <Button
            component="a"
            href="/api/answers-template"
            variant="default"
            leftSection={<IconDownload size={16} />}
            download
          >
            Download the example file
          </Button>
          <FileInput
            mt={16}
            label="CSV file"
            placeholder="Choose a file of up to 1 MB"
            accept=".csv,text/csv"
            leftSection={<IconFileSpreadsheet size={16} />}
            value={file}
            onChange={(chosen) => {
              setFile(chosen);
              setUnread(null);
              send.reset();
            }}
            error={
              file !== null && file.size > 1_000_000 ? 'This file is larger than 1 MB. Split it.' : unread
            }
            clearable
          />
          <Group mt={16}>
            <Button
              size="sm"
              disabled={file === null || file.size > 1_000_000}
              loading={send.isPending}
              onClick={() => void submit()}
            >
              Import answers
            </Button>
          </Group>
        </Paper>
        {send.isError && (
          <Alert mt={16} color="red" role="alert">
            {errorData(send.error).message}
          </Alert>
        )}
        {send.data !== undefined && (
          <Paper mt={16} p={20} role="status">
            <Title order={3}>{plural(send.data.saved, 'person', 'people')} brought up to date</Title>
            {send.data.issues.length === 0 ? (
              <Text c="dimmed">
                Every row was kept.{' '}
                <Link href="/employer/people" className="fb-link">
                  See your people
                </Link>
              </Text>
            ) : (
              <>
                <Text c="dimmed" mb={8}>
                  {leftOut === 0
                    ? 'Every row was kept, without the columns below.'
                    : `${plural(leftOut, 'row was', 'rows were')} left out. Correct what is named below and import the file again.`}
                </Text>
                <Table>
                  <Table.Thead>
                    <Table.Tr>
                      <Table.Th>Line</Table.Th>
                      <Table.Th>Column</Table.Th>
                      <Table.Th>What to do</Table.Th>
                    </Table.Tr>
                  </Table.Thead>
                  <Table.Tbody>
                    {send.data.issues.map((issue) => (
                      <Table.Tr key={`${issue.line}:${issue.column}`}>
                        <Table.Td>{issue.line}</Table.Td>
                        <Table.Td>{issue.column === '' ? 'whole row' : issue.column}</Table.Td>
                        <Table.Td>{issue.message}</Table.Td>
                      </Table.Tr>
                    ))}
                  </Table.Tbody>
                </Table>
              </>
            )}
          </Paper>
        )}
      </div>
    </EmployerShell>
  );
};
