'use client';
import { Alert, Button, Group, Paper, Progress, Skeleton, Text, Textarea } from '@mantine/core';
import { Dropzone } from '@mantine/dropzone';
import { IconFileText, IconUpload } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import type { ApplicationView } from '@/domain/pipeline/schema/application';
import classes from './apply.module.css';
import type { Upload } from './use-upload';

const LONG_MS = 10_000;
/** What a chooser offers; anything else is refused with its reason. */
const ACCEPTED = '.pdf,.docx,.txt';

export interface ResumeStepProps {
  busy: boolean;
  upload: Upload;
  file: ApplicationView['file'] | null;
  failure: string | null;
  onFile: (file: File) => void;
  onByHand: () => void;
}

/** Choosing a résumé, its way to us and its reading; each can be left for the form by hand. */
export const ResumeStep = (props: ResumeStepProps) => {
  const { busy, upload, file, failure, onFile, onByHand } = props;
  const byHand = (words: string) => (
    <Button variant="default" size="md" onClick={onByHand}>
      {words}
    </Button>
  );
  if (upload.kind === 'sending' || upload.kind === 'offline')
    return (
      <Paper p={20} role="status">
        <Text fw={650}>
          {upload.kind === 'sending' ? `Sending ${upload.name}` : 'The connection is lost'}
        </Text>
        <Text size="sm" c="dimmed" mt={4}>
          {upload.kind === 'sending'
            ? 'It goes to a private store; only this job’s employer may open it.'
            : `${upload.name} is kept on this device. We go on by ourselves when the connection is back.`}
        </Text>
        <Progress value={upload.percent} mt={14} aria-label={`Sent of ${upload.name}`} />
        <Group mt={16}>{byHand('Fill in by hand instead')}</Group>
      </Paper>
    );
  if (file?.state === 'received') return <Reading name={file.name ?? 'your résumé'} action={byHand} />;
  const problem =
    upload.kind === 'refused'
      ? upload.problem
      : upload.kind === 'lost'
        ? { title: `${upload.name} did not arrive`, advice: 'It is kept here. Try again in a moment.' }
        : file?.state === 'failed'
          ? file.problem
          : file?.state === 'waiting'
            ? { title: `${file.name} did not arrive`, advice: 'Choose it again, or go on by hand.' }
            : null;
  return (
    <>
      {problem !== null && (
        <Alert color="red" mb={16} title={problem.title} role="alert">
          {problem.advice} What you typed is kept.
          {upload.kind === 'lost' && (
            <Group mt={10}>
              <Button size="sm" onClick={() => onFile(upload.file)}>
                Try again
              </Button>
            </Group>
          )}
        </Alert>
      )}
      {failure !== null && (
        <Alert color="red" mb={16} role="alert">
          {failure}
        </Alert>
      )}
      <Dropzone
        onDrop={([chosen]) => chosen !== undefined && onFile(chosen)}
        multiple={false}
        loading={busy}
        className={classes.drop}
        aria-label="Drop your résumé here or press Enter to choose a file"
        inputProps={{ accept: ACCEPTED, 'aria-label': 'Résumé file' }}
      >
        <IconUpload size={32} stroke={1.3} aria-hidden="true" />
        <Text fw={650} mt={8}>
          {problem === null ? 'Drop your résumé here, or choose a file' : 'Try another file'}
        </Text>
        <Text size="sm" c="dimmed">
          PDF, Word or text, up to 5 MB. We read it in seconds and you put right what we got wrong.
        </Text>
      </Dropzone>
      <PasteText onFile={onFile} disabled={busy} />
      <Group mt={16} justify="space-between">
        <Text size="sm" c="dimmed">
          No résumé at hand? Five facts are enough to be ranked.
        </Text>
        {byHand(problem === null ? 'Fill in by hand' : 'Go on by hand')}
      </Group>
    </>
  );
};

const PasteText = ({ onFile, disabled }: { onFile: (file: File) => void; disabled: boolean }) => {
  const [open, setOpen] = useState(false);
  const [text, setText] = useState('');
  if (!open)
    return (
      <Button
        variant="subtle"
        size="md"
        mt={12}
        leftSection={<IconFileText size={17} stroke={1.6} aria-hidden="true" />}
        onClick={() => setOpen(true)}
        disabled={disabled}
      >
        Paste its text instead
      </Button>
    );
  return (
    <div className={classes.paste}>
      <Textarea
        label="Text of your résumé"
        autosize
        minRows={6}
        maxRows={16}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Group mt={8}>
        <Button
          size="md"
          disabled={disabled || text.trim() === ''}
          onClick={() => onFile(new File([text], 'pasted-text.txt', { type: 'text/plain' }))}
        >
          Read this text
        </Button>
      </Group>
    </div>
  );
};

const Reading = ({ name, action }: { name: string; action: (words: string) => React.ReactNode }) => {
  const [long, setLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), LONG_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <Paper p={20}>
      <div role="status">
        <Text fw={650}>Reading {name}</Text>
        <Text size="sm" c="dimmed" mt={4}>
          {long
            ? 'This takes longer than usual. Go on by hand if you like: what we read is filled in when it is there.'
            : 'It usually takes 2 seconds.'}
        </Text>
      </div>
      <div className={classes.skeleton} aria-hidden="true">
        {[42, 56, 30, 64, 48].map((width) => (
          <div key={width}>
            <Skeleton height={12} width={70} />
            <Skeleton height={14} width={`${width}%`} />
          </div>
        ))}
      </div>
      {long && <Group mt={16}>{action('Go on by hand')}</Group>}
    </Paper>
  );
};
