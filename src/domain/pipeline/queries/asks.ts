import { and, desc, eq, isNull } from 'drizzle-orm';
import { factRequests, jobs } from '@/db/schema';
import type { Transaction } from '@/db/client';
import { UNSAID } from '@/domain/candidates/schema';
import { loadCatalog } from '@/domain/catalog/load';
import type { Context } from '@/domain/kernel/context';
import { factorMoves, unknownQuestions } from '../askable';
import { ASK_OPEN_MS, ASKED_AT_ONCE, type Ask, type AskBlock, type Asks } from '../schema/fact-request';
import type { LoadedPair } from './scored-pair';

type Request = typeof factRequests.$inferSelect;
const SCREENING = 'screening:';

/** Whether a question still waits for its answer; one whose link is too old does not. */
const isWaiting = ({ answeredAt, requestedAt }: Request, now: Date): boolean =>
  answeredAt === null && now.getTime() - requestedAt.getTime() < ASK_OPEN_MS;

/**
 * What of a pair is not known, what of it was asked for, and whether the person can be asked now. What is known of the
 * person but the score does not show yet is not asked again.
 */
export const asksOf = async (ctx: Context, tx: Transaction, found: LoadedPair): Promise<Asks> => {
  const now = ctx.now();
  const { candidacy, person, run } = found;
  const [job] = await tx.select({ state: jobs.state }).from(jobs).where(eq(jobs.id, candidacy.jobId));
  const requests = await tx
    .select()
    .from(factRequests)
    .where(
      and(
        eq(factRequests.organizationId, run.organizationId),
        eq(factRequests.candidateId, person.id),
        isNull(factRequests.cancelledAt),
      ),
    )
    .orderBy(desc(factRequests.requestedAt), desc(factRequests.id));
  const own = requests.filter(({ jobId }) => jobId === candidacy.jobId);
  const unknown = [...unknownQuestions(found.result), ...unwritten(found)];
  const answered = own.filter(({ answeredAt }) => answeredAt !== null).map(({ questionId }) => questionId);
  const waiting = requests.filter((request) => isWaiting(request, now)).length;
  return {
    waiting,
    blocked: blockOf(found, job?.state === 'open', waiting),
    questions: [...new Set([...unknown, ...answered])].map((questionId) => ({
      questionId,
      ...wordsOf(questionId, found),
      ...stateOf(
        questionId,
        unknown.includes(questionId),
        found,
        own.find((request) => request.questionId === questionId),
        now,
      ),
    })),
  };
};

/**
 * The job's questions to be answered in words that have no answer yet. They are never scored, and may tell who somebody is: a
 * masked person is not asked them.
 */
const unwritten = ({ candidacy, snapshot, screening }: LoadedPair): string[] =>
  candidacy.unmaskedAt === null
    ? []
    : (snapshot.screening ?? [])
        .filter(({ id, kind }) => kind === 'text' && (screening[id] ?? '') === '')
        .map(({ id }) => `${SCREENING}${id}`);

const blockOf = ({ candidacy, person }: LoadedPair, jobOpen: boolean, waiting: number): AskBlock | null => {
  if (!jobOpen) return 'job_closed';
  if (candidacy.stage === 'withdrawn') return 'withdrew';
  if (candidacy.stage === 'rejected') return 'rejected';
  if (person.email === null) return 'no_address';
  if (person.mutedMails.includes('fact_requested')) return 'muted';
  return waiting >= ASKED_AT_ONCE ? 'too_many' : null;
};

const wordsOf = (
  questionId: string,
  { snapshot, result }: LoadedPair,
): Pick<Ask, 'label' | 'factor' | 'counts' | 'moves'> => {
  const about = (factor: Ask['factor']): Pick<Ask, 'factor' | 'moves'> => ({
    factor,
    moves: factor === null ? 0 : factorMoves(result, factor),
  });
  if (questionId.startsWith(SCREENING)) {
    const own = snapshot.screening?.find(({ id }) => `${SCREENING}${id}` === questionId);
    const counts = own?.kind !== 'text';
    return {
      label: own?.text ?? 'A question of this job',
      ...about(counts ? 'screening_answers' : null),
      counts,
    };
  }
  const question = loadCatalog().flexifitQuestions.questions.find(({ id }) => id === questionId);
  return { label: question?.label ?? questionId, ...about(question?.scored ?? null), counts: true };
};

const isUnsaid = (questionId: string, { version, screening }: LoadedPair): boolean =>
  questionId.startsWith(SCREENING)
    ? screening[questionId.slice(SCREENING.length)] === UNSAID
    : Object.entries(version.answers).some(([id, answer]) => id === questionId && answer === UNSAID);

const stateOf = (
  questionId: string,
  unknown: boolean,
  found: LoadedPair,
  latest: Request | undefined,
  now: Date,
): Pick<Ask, 'state' | 'factRequestId' | 'at'> => {
  const factRequestId = latest?.id ?? null;
  const answeredAt = latest?.answeredAt ?? null;
  if (isUnsaid(questionId, found)) return { state: 'unsaid', factRequestId, at: answeredAt };
  if (latest !== undefined && isWaiting(latest, now)) {
    return { state: 'asked', factRequestId, at: latest.requestedAt };
  }
  const fresh = answeredAt !== null && answeredAt > found.result.scoredAt;
  return unknown && !fresh
    ? { state: 'open', factRequestId: null, at: null }
    : { state: 'answered', factRequestId, at: answeredAt };
};
