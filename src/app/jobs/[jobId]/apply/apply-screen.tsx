'use client';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { errorData, useTRPC, useTRPCClient } from '@/trpc/client';
import { EmptyState } from '@/ui/empty-state';
import { ErrorState } from '@/ui/error-state';
import { PageSkeleton } from '@/ui/page-skeleton';
import { Application } from './application';
import classes from './apply.module.css';
import { JobLine } from './job-line';
import { keptFile } from './kept-file';
import { ResumeStep } from './resume-step';
import { BOARD } from './routes';
import { Sent } from './sent';
import { useApplication } from './use-application';
import { useUpload } from './use-upload';

/** Applying to one job: a résumé or none, facts put right, answers, consent; every part can be left and come back to. */
export const ApplyScreen = ({ jobId }: { jobId: string }) => {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const posting = useQuery(trpc.board.posting.queryOptions({ jobId }));
  const form = useQuery(trpc.catalog.personForm.queryOptions(undefined, { staleTime: Infinity }));
  const { held, view, begin, forget } = useApplication(jobId);
  const [failure, setFailure] = useState<string | null>(null);
  /** Grows when the server's draft takes the place of the one on the screen. */
  const [generation, setGeneration] = useState(0);
  const { refetch } = view;
  const reload = useCallback(async () => {
    await refetch();
    setGeneration((now) => now + 1);
  }, [refetch]);
  const upload = useUpload(reload, refetch);
  const { send } = upload;

  /** Whether a file that an earlier visit left unfinished was looked for; one that is chosen now takes its place. */
  const resumed = useRef(false);
  const sendFile = async (file: File): Promise<void> => {
    resumed.current = true;
    setFailure(null);
    try {
      await send(await begin(), file);
    } catch (error) {
      setFailure(errorData(error).message);
    }
  };
  const goOnByHand = async (): Promise<void> => {
    resumed.current = true;
    setFailure(null);
    upload.stop();
    try {
      const { applicationId, key } = await begin();
      const holder = { applicationId, key };
      const { file, draft, revision, state } = await client.applications.get.query(holder);
      if (state === 'draft') {
        if (file.state === 'waiting' || file.state === 'failed')
          await client.applications.dropFile.mutate(holder);
        await client.applications.save.mutate({ ...holder, revision, draft: { ...draft, step: 'facts' } });
      }
      await reload();
    } catch (error) {
      setFailure(errorData(error).message);
    }
  };

  // A reload or a closed tab came between: the file is still on this device, and goes on.
  const unfinished = view.data?.file.state === 'waiting' ? view.data.file.name : null;
  useEffect(() => {
    if (resumed.current || !held || view.data === undefined) return;
    resumed.current = true;
    if (unfinished === null) return;
    void keptFile(held.applicationId, unfinished).then((file) =>
      file === null ? undefined : send(held, file),
    );
  }, [held, send, unfinished, view.data]);

  if (posting.isError && errorData(posting.error).code === 'not_found')
    return (
      <EmptyState
        title="This job is no longer open"
        actions={
          <Button component="a" href={BOARD} size="md">
            See open jobs
          </Button>
        }
      >
        It was filled, paused or closed.{held && ' What you typed is kept for a week.'}
      </EmptyState>
    );
  if (posting.isError)
    return (
      <ErrorState title="This job did not load" onRetry={() => void posting.refetch()}>
        {errorData(posting.error).message}{' '}
        <a className="fb-link" href={BOARD}>
          See open jobs
        </a>
      </ErrorState>
    );
  if (posting.data === undefined || form.data === undefined) return <PageSkeleton />;
  const { data: application } = view;
  if (held && application !== undefined && application.state !== 'draft')
    return <Sent posting={posting.data} application={application} onAgain={forget} />;

  const busy = held === undefined || (held !== null && application === undefined && !view.isError);
  const started = held && application !== undefined && isStarted(application);
  if (started)
    return (
      <Application
        key={`${application.applicationId}:${generation}`}
        posting={posting.data}
        form={form.data}
        held={held}
        view={application}
        upload={upload.state}
        onFile={sendFile}
        onReload={reload}
        onSent={() => void refetch()}
      />
    );
  return (
    <div className={classes.start}>
      <JobLine posting={posting.data} />
      <h1 className={`fb-display ${classes.title}`}>Apply with your résumé</h1>
      <ResumeStep
        busy={busy}
        upload={upload.state}
        file={application?.file ?? null}
        failure={failure ?? (view.isError ? errorData(view.error).message : null)}
        onFile={(file) => void sendFile(file)}
        onByHand={() => void goOnByHand()}
      />
    </div>
  );
};

/** The form is open once a résumé was read, or once the person chose to go on by hand. */
const isStarted = ({ file, draft }: { file: { state: string }; draft: { step?: string | undefined } }) =>
  file.state === 'parsed' || draft.step !== undefined;
