import { eq } from 'drizzle-orm';
import { factRequests } from '@/db/schema';
import type { Transaction } from '@/db/client';
import { contentHash } from '@/domain/catalog/hash';
import { answerScreening, changePerson, lockPerson } from '@/domain/candidates/commands';
import {
  flexifitAnswersShape,
  screeningAnswerSchema,
  UNSAID,
  type FlexifitQuestionId,
} from '@/domain/candidates/schema';
import { audit } from '@/domain/kernel/audit';
import type { Context } from '@/domain/kernel/context';
import { DomainError, notFound } from '@/domain/kernel/errors';
import { enqueue } from '@/domain/kernel/outbox';
import { fieldIssues } from '@/domain/kernel/schema';
import { asCandidate } from '@/domain/kernel/transaction';
import { screeningOfPair } from '@/domain/matching/screening';
import { askedOf, proveAsked } from '../queries/asked-question';
import { ANSWER_QUIET_MS, type QuestionAsked } from '../schema/fact-request';

const refused = (issues: { path: string; message: string }[]): DomainError =>
  new DomainError('invalid_input', 'This answer needs another look.', { issues });

const isFlexifit = (id: string): id is FlexifitQuestionId => Object.hasOwn(flexifitAnswersShape, id);

/** The answer as its question takes it; throws `invalid_input` at `<question>` or `<question>.<field>`. */
const checkedFlexifit = (questionId: string, answer: unknown) => {
  if (!isFlexifit(questionId)) throw notFound('This question');
  const result = flexifitAnswersShape[questionId].safeParse(answer);
  if (result.success) return { [questionId]: result.data };
  throw refused(fieldIssues(result.error, questionId));
};

const checkedScreening = (
  { questionId, answeredIn }: Extract<QuestionAsked, { kind: 'screening' }>,
  answer: unknown,
): string => {
  if (answeredIn === 'text') {
    const written = screeningAnswerSchema.min(1, 'Write something, or prefer not to say.').safeParse(answer);
    if (written.success) return written.data;
    throw refused(fieldIssues(written.error, questionId));
  }
  if (answer === 'yes' || answer === 'no' || answer === UNSAID) return answer;
  throw refused([{ path: questionId, message: 'Answer with yes or no, or prefer not to say.' }]);
};

type Asked = Awaited<ReturnType<typeof askedOf>>['questions'][number];
type Person = NonNullable<Awaited<ReturnType<typeof lockPerson>>>;

/** Keeps the answer with the person or the job's questions. Returns false when it stands there already. */
const keep = async (
  ctx: Context,
  tx: Transaction,
  { candidates: current, candidate_versions: version }: Person,
  { request, question }: Asked,
  answer: unknown,
): Promise<boolean> => {
  const { organizationId, jobId } = request;
  const pair = { jobId, candidateId: current.id };
  if (question.kind === 'screening') {
    const given = checkedScreening(question, answer);
    const before = await screeningOfPair(tx, pair);
    if (before[question.questionId] === given) return false;
    const { questionId } = question;
    const screening = { organizationId, ...pair, questionId, answer: given, provenance: 'answered' as const };
    await answerScreening(ctx, tx, screening);
    return true;
  }
  const answers = { ...version.answers, ...checkedFlexifit(question.questionId, answer) };
  if (contentHash(answers) === contentHash(version.answers)) return false;
  await changePerson(ctx, tx, current.id, { ...current, ...version, answers });
  return true;
};

/**
 * Answers one of the questions of a mail, or changes the answer while the link works. With the last of them the person is scored
 * anew and whoever asked is told, once; those that came before are kept at once, and told after a quiet while without the
 * others. "Prefer not to say" is an answer that leaves the fact unknown. The same answer again changes nothing. Throws
 * `invalid_input` at the question or its field, otherwise as `openAsked` does.
 */
export const answerFact = async (
  ctx: Context,
  input: { token: string; factRequestId: string; answer?: unknown },
): Promise<{ answeredAt: Date }> => {
  const { own, batchId, ...proved } = await proveAsked(ctx, input.token);
  return asCandidate(proved.ctx, own, async (tx) => {
    // Locked before the questions are read: of two taps the second sees that the first one answered.
    const person = await lockPerson(tx, own.candidateId);
    if (person === undefined) throw notFound('This person');
    const { questions } = await askedOf(tx, own, batchId);
    const asked = questions.find(({ request }) => request.id === input.factRequestId);
    if (asked === undefined) throw notFound('This question');
    const kept = await keep(proved.ctx, tx, person, asked, input.answer);
    const before = asked.request.answeredAt;
    if (!kept && before !== null) return { answeredAt: before };
    const answeredAt = before ?? ctx.now();
    await tx.update(factRequests).set({ answeredAt }).where(eq(factRequests.id, asked.request.id));
    const done = questions.every(({ request }) => request === asked.request || request.answeredAt !== null);
    await enqueue(
      proved.ctx,
      tx,
      'fact-answered',
      { factRequestId: batchId },
      done ? {} : { notBefore: new Date(answeredAt.getTime() + ANSWER_QUIET_MS) },
    );
    await audit(proved.ctx, tx, {
      organizationId: asked.request.organizationId,
      action: 'fact_request.answered',
      entity: 'fact_request',
      entityId: asked.request.id,
      data: { jobId: asked.request.jobId, questionId: asked.request.questionId },
    });
    return { answeredAt };
  });
};
