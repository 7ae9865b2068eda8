'use client';
import { useQuery } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import type { MatchView } from '@/domain/pipeline/schema/match';
import type { Factor } from '@/domain/scoring/schema';
import { useTRPC } from '@/trpc/client';
import { EmptyState } from '@/ui/empty-state';
import { AnswersList } from '@/ui/review/answers-list';
import { ContestPanel } from '@/ui/review/contest-panel';
import { MatchResume } from '@/ui/resume-viewer/match-resume';
import { ScoreHistory } from '@/ui/review/score-history';
import { ResumeReader } from '@/ui/review/resume-reader';
import { WhyPanel } from '@/ui/review/why-panel';
import { useMember } from '../../member';
import { personHref } from '../../routes';
import { ScreeningAnswers } from './screening-answers';
import type { Review } from './use-review';

interface Factors {
  activeFactor: Factor | null;
  onActivate: (factor: Factor) => void;
}

/** The résumé with its evidence, or why there is none. */
export const PersonResume = ({ match, ...shown }: { match: MatchView; original: boolean } & Factors) =>
  match.resume === null ? (
    <EmptyState compact title="No résumé">
      This person’s facts were entered, not read from a file.
    </EmptyState>
  ) : (
    <MatchResume resume={match.resume} factors={match.factors} {...shown}>
      <ResumeReader
        resume={match.resume}
        factors={match.factors}
        activeFactor={shown.activeFactor}
        onActivate={shown.onActivate}
      />
    </MatchResume>
  );

/** What the person answered: to the job's own questions, and about how they can work. */
export const PersonAnswers = ({
  jobId,
  match,
  onAsk,
}: {
  jobId: string;
  match: MatchView;
  onAsk: ((questionId: string) => void) | undefined;
}) => {
  const member = useMember();
  const { candidateId } = match.person;
  return (
    <>
      <ScreeningAnswers
        key={candidateId}
        jobId={jobId}
        candidateId={candidateId}
        questions={match.screening}
        disabled={!member.may('candidate:write')}
        asks={match.asks}
        onAsk={onAsk}
      />
      <AnswersList answers={match.answers} />
    </>
  );
};

export interface PersonWhyProps extends Factors {
  jobId: string;
  match: MatchView;
  contest: Review['contest'];
  /** Asks the open person; undefined for who may only look. */
  onAsk: ((asked: string | readonly string[]) => void) | undefined;
  onShowAnswers: () => void;
}

/** Why the person stands where they stand, with what they contested. */
export const PersonWhy = ({
  jobId,
  match,
  contest,
  activeFactor,
  onActivate,
  onAsk,
  onShowAnswers,
}: PersonWhyProps) => {
  const member = useMember();
  const router = useRouter();
  const { person, contests, factors } = match;
  const trpc = useTRPC();
  const history = useQuery(trpc.pipeline.history.queryOptions({ jobId, candidateId: person.candidateId }));
  /** The job's own questions are answered here, the others on the person's page; only of the organisation's people. */
  const fillIn = (questionId: string) => {
    if (questionId.startsWith('screening:')) onShowAnswers();
    else router.push(personHref(person.candidateId));
  };
  return (
    <>
      {contests.length > 0 && (
        <ContestPanel
          key={person.candidateId}
          contests={contests}
          labelOf={(factor) =>
            factors.find((view) => view.factor === factor)?.label.toLowerCase() ?? 'the result'
          }
          {...contest}
          mayAnswer={member.may('candidacy:decide')}
        />
      )}
      <WhyPanel
        match={match}
        activeFactor={activeFactor}
        onActivate={onActivate}
        onFillIn={person.own && member.may('candidate:write') ? fillIn : undefined}
        onAsk={onAsk}
        history={
          history.data && (
            <ScoreHistory
              key={person.candidateId}
              history={history.data}
              bands={match.score.bands}
              timeZone={member.timeZone}
            />
          )
        }
      />
    </>
  );
};
