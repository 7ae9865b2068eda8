import { and, desc, eq, lt } from 'drizzle-orm';
import { candidateVersions, factRequests } from '@/db/schema';
import type { Transaction } from '@/db/client';
import { contentHash } from '@/domain/catalog/hash';
import { answerScreening, changedAnswers, changePerson, lockPerson } from '@/domain/candidates/commands';
import {
  flexifitAnswersShape,
  MOST_LANGUAGES,
  screeningAnswerSchema,
  UNSAID,
  type FlexifitAnswers,
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
import {
  ANSWER_QUIET_MS,
  ANSWER_TOLD_MS,
  ANSWER_UNDO_MS,
  UNDO_GRACE_MS,
  type AnsweredFact,
  type QuestionAsked,
} from '../schema/fact-request';

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

/** Whether an answer may still be taken back, as far as our clock and theirs agree. */
const isFresh = (ctx: Context, answeredAt: Date): boolean =>
  ctx.now().getTime() - answeredAt.getTime() <= ANSWER_UNDO_MS + UNDO_GRACE_MS;

const answered = (ctx: Context, answeredAt: Date): AnsweredFact => {
  const left = answeredAt.getTime() + ANSWER_UNDO_MS - ctx.now().getTime();
  return { answeredAt, undoSeconds: Math.max(0, Math.ceil(left / 1000)) };
};

type Asked = Awaited<ReturnType<typeof askedOf>>['questions'][number];
type Person = NonNullable<Awaited<ReturnType<typeof lockPerson>>>;

/**
 * Languages with those that were told or read before and the answer does not name: the page shows nothing of them, so nobody
 * meant to take them away. Every other answer is whole.
 */
const withTold = (
  { answers, profile }: Person['candidate_versions'],
  given: Partial<FlexifitAnswers>,
): Partial<FlexifitAnswers> => {
  const { languages } = given;
  if (languages === undefined || languages === UNSAID) return given;
  const told = answers.languages === UNSAID ? undefined : answers.languages;
  const read = profile.languages.flatMap(({ code, level }) => (level === null ? [] : [{ code, level }]));
  const rest = (told ?? read).filter(({ code }) => languages.every((one) => one.code !== code));
  return { languages: [...languages, ...rest].slice(0, MOST_LANGUAGES) };
};

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
  const given = withTold(version, checkedFlexifit(question.questionId, answer));
  const answers = { ...version.answers, ...given };
  if (contentHash(answers) === contentHash(version.answers)) return false;
  await changePerson(ctx, tx, current.id, { ...current, ...version, answers });
  return true;
};

/**
 * Answers one of the questions of a mail, or changes the answer while the link works. With the last of them the person is scored
 * anew and whoever asked is told, once; those that came before are kept at once, and told after a quiet while without the
 * others. "Prefer not to say" is an answer that leaves the fact unknown. The same answer again changes nothing. Throws
 * `invalid_input` at the question or its field, otherwise as `openAsked` does. The score is computed at once; it is told
 * after the ten seconds in which `takeBackAnswer` works.
 */
export const answerFact = async (
  ctx: Context,
  input: { token: string; factRequestId: string; answer?: unknown },
): Promise<AnsweredFact> => {
  const { own, batchId, ...proved } = await proveAsked(ctx, input.token);
  return asCandidate(proved.ctx, own, async (tx) => {
    // Locked before the questions are read: of two taps the second sees that the first one answered.
    const person = await lockPerson(tx, own.candidateId);
    if (person === undefined) throw notFound('This person');
    // One moment for all that is written: what stood before it is what comes back when the answer is taken back.
    const at = proved.ctx.now();
    const during = { ...proved.ctx, now: () => at };
    const { questions } = await askedOf(tx, own, batchId);
    const asked = questions.find(({ request }) => request.id === input.factRequestId);
    if (asked === undefined) throw notFound('This question');
    const kept = await keep(during, tx, person, asked, input.answer);
    const before = asked.request.answeredAt;
    if (!kept && before !== null) return answered(during, before);
    const answeredAt = before ?? at;
    await tx.update(factRequests).set({ answeredAt }).where(eq(factRequests.id, asked.request.id));
    const done = questions.every(({ request }) => request === asked.request || request.answeredAt !== null);
    if (done) await enqueue(during, tx, 'candidate-changed', { candidateId: own.candidateId });
    // A change of what was told brings the score of the notice up to date, and tells nobody anew.
    const wait = !done ? ANSWER_QUIET_MS : isFresh(during, answeredAt) ? ANSWER_TOLD_MS : 0;
    await enqueue(
      during,
      tx,
      'fact-answered',
      { factRequestId: batchId },
      { notBefore: new Date(answeredAt.getTime() + wait) },
    );
    await audit(during, tx, {
      organizationId: asked.request.organizationId,
      action: 'fact_request.answered',
      entity: 'fact_request',
      entityId: asked.request.id,
      data: { jobId: asked.request.jobId, questionId: asked.request.questionId },
    });
    return answered(during, answeredAt);
  });
};

/** The question as it stood before it was answered by the link: what was told then comes back, else it is not known again. */
const restore = async (
  ctx: Context,
  tx: Transaction,
  { candidates: current, candidate_versions: version }: Person,
  { request, question }: Asked,
  answeredAt: Date,
): Promise<void> => {
  const { organizationId, jobId } = request;
  const pair = { jobId, candidateId: current.id };
  if (question.kind === 'screening') {
    const { questionId } = question;
    const before = await screeningOfPair(tx, pair, new Date(answeredAt.getTime() - 1));
    const answer = before[questionId] ?? '';
    await answerScreening(ctx, tx, { organizationId, ...pair, questionId, answer, provenance: 'answered' });
    return;
  }
  const { questionId } = question;
  if (!isFlexifit(questionId)) throw notFound('This question');
  const [older] = await tx
    .select({ answers: candidateVersions.answers })
    .from(candidateVersions)
    .where(and(eq(candidateVersions.candidateId, current.id), lt(candidateVersions.createdAt, answeredAt)))
    .orderBy(desc(candidateVersions.number))
    .limit(1);
  const answers = changedAnswers(version.answers, { [questionId]: older?.answers[questionId] ?? null });
  await changePerson(ctx, tx, current.id, { ...current, ...version, answers });
};

/**
 * Takes a first answer back within ten seconds: the question is open again, the score is that of before, and nobody is told.
 * Throws `conflict` after that, or when there is nothing to take back, otherwise as `openAsked` does.
 */
export const takeBackAnswer = async (
  ctx: Context,
  input: { token: string; factRequestId: string },
): Promise<{ factRequestId: string }> => {
  const { own, batchId, ...proved } = await proveAsked(ctx, input.token);
  return asCandidate(proved.ctx, own, async (tx) => {
    const person = await lockPerson(tx, own.candidateId);
    if (person === undefined) throw notFound('This person');
    const { questions } = await askedOf(tx, own, batchId);
    const asked = questions.find(({ request }) => request.id === input.factRequestId);
    if (asked === undefined) throw notFound('This question');
    const { answeredAt, organizationId, jobId, questionId } = asked.request;
    if (answeredAt === null) throw new DomainError('conflict', 'This was taken back already.');
    if (!isFresh(ctx, answeredAt))
      throw new DomainError('conflict', 'Your answer was told by now. Choose another one in its place.');
    await restore(proved.ctx, tx, person, asked, answeredAt);
    await tx.update(factRequests).set({ answeredAt: null }).where(eq(factRequests.id, asked.request.id));
    await enqueue(proved.ctx, tx, 'candidate-changed', { candidateId: own.candidateId });
    await audit(proved.ctx, tx, {
      organizationId,
      action: 'fact_request.answer_taken_back',
      entity: 'fact_request',
      entityId: asked.request.id,
      data: { jobId, questionId },
    });
    return { factRequestId: asked.request.id };
  });
};
