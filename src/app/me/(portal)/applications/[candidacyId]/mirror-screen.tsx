'use client';
import { Alert, Button, Group, Paper, Text, Title } from '@mantine/core';
import { IconChevronLeft, IconClock } from '@tabler/icons-react';
import Link from 'next/link';
import { useState } from 'react';
import { QueryFailed } from '@/app/employer/query-state';
import type { MirrorView } from '@/domain/pipeline/schema/mirror';
import { MirrorFactors } from '@/ui/mirror/mirror-factors';
import { MirrorScore } from '@/ui/mirror/mirror-score';
import { SkillFix } from '@/ui/mirror/skill-fix';
import { WhoSeesWhat } from '@/ui/mirror/who-sees-what';
import { PageSkeleton } from '@/ui/page-skeleton';
import { OpenResume } from '@/ui/resume-viewer/open-resume';
import { UndoToast } from '@/ui/review/undo-toast';
import { OverlapGrid, OverlapLegend } from '@/ui/week-grid/overlap-grid';
import classes from '../../portal.module.css';
import { OwnResume } from '../../own-resume';
import { useDay } from '../../use-day';
import { STAGE_SENTENCES, stageDay } from '../../words';
import { postingHref } from '../../../routes';
import { AnswerDialog } from './answer-dialog';
import { ContestCard } from './contest-card';
import { useMirror } from './use-mirror';

const Explanation = ({
  mirror,
  before,
  onAnswer,
}: {
  mirror: MirrorView;
  before: number | null;
  onAnswer: ((questionId: string) => void) | undefined;
}) => {
  const { explanation, receipt, state, application, neverCounts } = mirror;
  if (explanation === null) {
    return (
      <Text c="dimmed">
        {state === 'computing'
          ? 'Your score is being computed; it shows here by itself.'
          : 'You are in no ranking for this job now, so there is no score to show.'}
      </Text>
    );
  }
  return (
    <>
      <MirrorScore explanation={explanation} before={before} />
      {state === 'computing' && (
        <Alert color="honey" variant="light" mt={12} role="status">
          Your change is saved. The new score is being computed; this one is the old one.
        </Alert>
      )}
      <MirrorFactors factors={explanation.factors} resumeText={mirror.resumeText} onAnswer={onAnswer} />
      {explanation.gates.length > 0 && (
        <section className={classes.part}>
          <Title order={3}>Must-haves</Title>
          <ul className={classes.plain}>
            {explanation.gates.map(({ key, label, state: gate }) => (
              <li key={key}>
                {label}: {gate === 'pass' ? 'you have it' : gate === 'fail' ? 'not found' : 'not known'}
              </li>
            ))}
          </ul>
        </section>
      )}
      {explanation.overlay !== null && (
        <section className={classes.part}>
          <Title order={3} mb={6}>
            Your week on their core hours
          </Title>
          <OverlapGrid overlap={explanation.overlay} />
          <OverlapLegend overlap={explanation.overlay} />
        </section>
      )}
      {explanation.raises.length > 0 && (
        <section className={classes.part}>
          <Title order={3}>What would raise it, if it is true</Title>
          <ul className={classes.plain}>
            {explanation.raises.map(({ label, gain }) => (
              <li key={label}>
                {label}: <b>+{(gain / 100).toFixed(1)}</b>
              </li>
            ))}
          </ul>
        </section>
      )}
      <Text size="sm" c="dimmed" className={classes.part}>
        {application.organizationName} uses this ranking to decide whom to look at first. A person decides; a
        score never rejects anybody. The numbers are exactly those on their screen
        {receipt !== null && `: weights ${receipt.weights}, as of ${receipt.asOf}, receipt ${receipt.hash}`}.
        Never counted: {neverCounts.join(', ').toLowerCase()}.
      </Text>
    </>
  );
};

/** What the employer's ranking says about the person, with every way to put it right. */
export const MirrorScreen = ({ candidacyId }: { candidacyId: string }) => {
  const { query, before, fix, change, undoChange, forgetChange, saved, withdrawal } = useMirror(candidacyId);
  const day = useDay();
  const [asking, setAsking] = useState<string | null>(null);
  if (query.isPending) return <PageSkeleton />;
  if (query.isError) {
    return <QueryFailed error={query.error} what="This application" onRetry={() => void query.refetch()} />;
  }
  const mirror = query.data;
  const { application } = mirror;
  const active = application.stage !== 'withdrawn';
  const ended = application.stage === 'rejected' || application.stage === 'hired' || !active;
  return (
    <>
      <Link href="/me" className={`fb-link ${classes.back}`}>
        <IconChevronLeft size={16} stroke={1.6} aria-hidden="true" />
        My applications
      </Link>
      <Group justify="space-between" align="end" mb={20} gap={12}>
        <div>
          <Text c="dimmed">
            {application.jobTitle}, {application.organizationName}
          </Text>
          <Title order={1}>What {application.organizationName} sees about you</Title>
          <Text size="sm" c="dimmed" className={classes.since}>
            <IconClock size={14} stroke={1.6} aria-hidden="true" />
            {STAGE_SENTENCES[application.stage]} {stageDay(application.stage, day(application.stageSince))}
            {application.posted && (
              <Link href={postingHref(application.jobId)} className="fb-link">
                The job
              </Link>
            )}
          </Text>
        </div>
        {!ended && (
          <Button variant="default" loading={withdrawal.busy} onClick={withdrawal.start}>
            Withdraw
          </Button>
        )}
      </Group>
      {withdrawal.problem !== null && (
        <Alert color="red" mb={12} role="alert">
          {withdrawal.problem}
        </Alert>
      )}
      <div className={classes.mirror}>
        <Paper p={20} component="section" aria-label="Why you have this score">
          {active ? (
            <Explanation mirror={mirror} before={before} onAnswer={active ? setAsking : undefined} />
          ) : (
            <Text>
              You withdrew. {application.organizationName} does not rank you for this job any more.
              {application.posted && ' While it is open you can apply again.'}
            </Text>
          )}
        </Paper>
        <aside className={classes.aside}>
          {active && (
            <Paper p={16} component="section" aria-label="Something wrong?">
              <Title order={2} mb={10}>
                Something wrong?
              </Title>
              {change.problem !== null && (
                <Alert color="red" mb={10} role="alert">
                  {change.problem}
                </Alert>
              )}
              {mirror.skills.length > 0 && <SkillFix skills={mirror.skills} onFix={fix} busy={change.busy} />}
              <ContestCard mirror={mirror} />
            </Paper>
          )}
          <Paper p={16} component="section" aria-label="Who sees what">
            <Title order={2} mb={4}>
              Who sees what
            </Title>
            <WhoSeesWhat applied={application.source === 'applied'} />
            {mirror.resumeText !== null && (
              <div className={classes.part}>
                <OpenResume fileName="Your résumé, as it was read">
                  <OwnResume />
                </OpenResume>
              </div>
            )}
          </Paper>
        </aside>
      </div>
      {asking !== null && (
        <AnswerDialog mirror={mirror} questionId={asking} onClose={() => setAsking(null)} onSaved={saved} />
      )}
      {change.versionId !== null && (
        <div className={classes.toast}>
          <UndoToast
            key={change.versionId}
            title="Saved"
            text="Your score is computed anew."
            onUndo={undoChange}
            onDone={forgetChange}
          />
        </div>
      )}
      {withdrawal.undoable && (
        <div className={classes.toast}>
          <UndoToast
            title="Withdrawn"
            text="Nobody has been told yet."
            onUndo={withdrawal.undo}
            onDone={withdrawal.forget}
          />
        </div>
      )}
    </>
  );
};
