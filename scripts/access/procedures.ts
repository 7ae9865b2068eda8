import { randomBytes, randomUUID } from 'node:crypto';
import { TRPCError } from '@trpc/server';
import type { ZodType } from 'zod';
import { loadCatalog } from '@/domain/catalog/load';
import { roleMay } from '@/domain/kernel/policy';
import { createRequestContext } from '@/trpc/context';
import type { ProcedureMeta } from '@/trpc/init';
import { appRouter, createCaller } from '@/trpc/root';
import { env } from '@/env';
import type { Caller } from './callers';
import type { OwnersThings } from './world';

export type Outcome = 'allowed' | 'denied' | 'absent';

export interface Cell {
  what: string;
  caller: string;
  expected: Outcome | null;
  found: Outcome;
  /** The answer gave away something of the owner's organisation. */
  leaked: boolean;
}

const NOBODY = '00000000-0000-4000-8000-000000000000';
type Sample = (things: OwnersThings) => unknown;
const address = 'nobody@access.example';
/** Shaped like a mailed token, another one each time: limits count per token. */
const token = () => `${randomBytes(16).toString('base64url')}.${randomBytes(32).toString('base64url')}`;

/** Names a draft without its key: to everybody the same as one that is not there. */
const unkeyed = ({ candidacyId }: OwnersThings) => ({
  applicationId: candidacyId,
  key: randomBytes(32).toString('base64url'),
});

/** An input for every procedure, naming the owner's things; one without it, or without an output schema, fails the run. */
const SAMPLES: Record<string, Sample> = {
  'accounts.me': () => undefined,
  'accounts.signUp': () => ({
    name: 'N',
    organizationName: 'Org',
    email: address,
    password: 'a long enough one',
    timeZone: 'Asia/Kolkata',
  }),
  'accounts.verifyEmail': () => ({ token: token(), password: 'a short sentence' }),
  'accounts.resendVerification': () => ({ email: address }),
  'accounts.signIn': () => ({ email: address, password: 'wrong' }),
  'accounts.signOut': () => undefined,
  'accounts.requestPasswordReset': () => ({ email: address }),
  'accounts.resetPassword': () => ({ token: token(), password: 'a long enough one' }),
  'accounts.openInvitation': () => ({ token: token() }),
  'accounts.acceptInvitation': () => ({ token: token(), password: 'a short sentence' }),
  'accounts.joinByInvitation': () => ({
    token: token(),
    name: 'N',
    password: 'a long enough one',
    timeZone: 'Asia/Kolkata',
  }),
  'runs.overview': () => undefined,
  'runs.rerunBatch': () => ({ batchId: NOBODY }),
  'runs.rerunJob': () => ({ runId: NOBODY }),
  'admin.deadLetters': () => undefined,
  'admin.redrive': () => ({ id: 'none' }),
  'answers.open': () => ({ token: token() }),
  'answers.give': () => ({ token: token(), factRequestId: randomUUID(), answer: 'unsaid' }),
  'answers.takeBack': () => ({ token: token(), factRequestId: randomUUID() }),
  'applications.begin': ({ jobId }) => ({ jobId }),
  'applications.get': unkeyed,
  'applications.save': (things) => ({ ...unkeyed(things), revision: 1, draft: {} }),
  'applications.offerFile': (things) => ({ ...unkeyed(things), name: 'a.pdf', size: 1 }),
  'applications.confirmFile': unkeyed,
  'applications.dropFile': unkeyed,
  'applications.submit': (things) => ({ ...unkeyed(things), form: {} }),
  'applications.open': () => ({ token: token() }),
  'board.posting': ({ jobId }) => ({ jobId }),
  'board.search': () => ({ q: 'accountant' }),
  'board.suggestSkills': () => ({ query: 'tal' }),
  'board.suggestPlaces': () => ({ query: 'Pune' }),
  'board.skillNamed': () => ({ name: 'Tally' }),
  'board.similar': () => ({ words: 'accountant', except: null }),
  'catalog.jobQuestions': () => undefined,
  'catalog.flexifitQuestions': () => undefined,
  'catalog.personForm': () => undefined,
  'catalog.roleSuggestions': () => ({ roleId: 'accountant' }),
  'catalog.searchSkills': () => ({ query: 'tal' }),
  'catalog.namedSkills': () => ({ ids: ['tally'] }),
  'catalog.searchPlaces': () => ({ query: 'Pune', country: null }),
  'imports.list': () => undefined,
  'imports.get': ({ importId }) => ({ importId }),
  'imports.create': ({ jobId }) => ({ jobId, lawfulBasis: 'consent', files: [{ name: 'a.pdf', size: 1 }] }),
  'imports.people': ({ jobId }) => ({
    jobId,
    lawfulBasis: 'consent',
    csv: 'name,email\nN,n@access.example\n',
    fileName: 'people.csv',
  }),
  'imports.confirmUpload': ({ itemId }) => ({ itemId }),
  'imports.missing': ({ importId }) => ({ importId }),
  'imports.abandon': ({ importId }) => ({ importId }),
  'jobs.list': () => ({}),
  'jobs.forEditing': ({ jobId }) => ({ jobId }),
  'jobs.weightChoices': () => undefined,
  'jobs.relaxations': ({ jobId }) => ({ jobId, of: 'draft' }),
  'jobs.create': () => ({ title: 'A job', role: null }),
  'jobs.readAd': () => ({ text: 'Accountant for three mornings a week, remote', timeZone: 'Asia/Kolkata' }),
  'jobs.saveDraft': ({ jobId }) => ({ jobId, revision: 999, answers: {} }),
  'jobs.publish': ({ jobId }) => ({ jobId, revision: 999 }),
  'jobs.move': ({ jobId }) => ({ jobId, to: 'open' }),
  'jobs.promote': ({ jobId }) => ({ jobId, promoted: false }),
  'jobs.restore': ({ jobId }) => ({ jobId }),
  'jobs.duplicate': ({ jobId }) => ({ jobId }),
  'members.list': () => undefined,
  'members.changeRole': ({ memberId }) => ({ userId: memberId, role: 'viewer' }),
  'members.remove': ({ memberId }) => ({ userId: memberId }),
  'members.invitations': () => undefined,
  'members.invite': () => ({ email: address, role: 'viewer' }),
  'members.resendInvitation': ({ invitationId }) => ({ invitationId }),
  'members.revokeInvitation': ({ otherInvitationId }) => ({ invitationId: otherInvitationId }),
  'notifications.list': () => undefined,
  'notifications.markRead': () => undefined,
  'people.list': () => ({}),
  'people.get': ({ candidateId }) => ({ candidateId }),
  'people.resume': ({ candidateId }) => ({ candidateId }),
  'people.saveAnswers': ({ candidateId }) => ({ candidateId, answers: {} }),
  'people.importAnswers': () => ({ csv: 'email\nasha@example.com\n' }),
  'people.saveScreeningAnswer': ({ candidateId, jobId }) => ({
    candidateId,
    jobId,
    questionId: 'q',
    answer: 'yes',
  }),
  'people.standing': ({ candidateId }) => ({ candidateId }),
  'people.duplicates': () => ({}),
  'people.duplicateCount': () => ({}),
  'people.distinguish': ({ candidateId }) => ({ oneId: candidateId, otherId: NOBODY, different: true }),
  'people.merge': ({ candidateId }) => ({
    oneId: candidateId,
    otherId: NOBODY,
    oneVersionId: NOBODY,
    otherVersionId: NOBODY,
    choices: {},
  }),
  'people.undoMerge': () => ({ mergeId: NOBODY }),
  'people.merges': ({ candidateId }) => ({ candidateId }),
  'pipeline.today': () => undefined,
  'pipeline.matches': ({ jobId }) => ({ jobId, group: 'ranked' }),
  'pipeline.find': () => ({ search: 'a' }),
  'pipeline.pulse': ({ jobId }) => ({ jobId }),
  'pipeline.moved': ({ jobId }) => ({ jobId }),
  'pipeline.look': ({ jobId }) => ({ jobId, runId: NOBODY, patches: 0 }),
  'pipeline.match': ({ jobId, candidateId }) => ({ jobId, candidateId }),
  'pipeline.history': ({ jobId, candidateId }) => ({ jobId, candidateId }),
  'pipeline.move': ({ jobId, candidateId }) => ({ jobId, candidateId, to: 'interview' }),
  'pipeline.undo': ({ eventId }) => ({ eventId }),
  'pipeline.ask': ({ jobId, candidateId }) => ({ jobId, candidateId, questionIds: [] }),
  'pipeline.cancelAsk': ({ factRequestId }) => ({ batchId: factRequestId }),
  'pipeline.answerContest': ({ contestId }) => ({ contestId, outcome: 'upheld', answer: 'It stands.' }),
  'portal.requestLink': () => ({ email: address }),
  'portal.renewLink': () => ({ token: token(), purpose: 'portal' }),
  'portal.open': () => ({ token: token() }),
  'portal.leave': () => undefined,
  'portal.me': () => undefined,
  'portal.applications': () => undefined,
  'portal.mirror': ({ candidacyId }) => ({ candidacyId }),
  'portal.contest': ({ candidacyId }) => ({ candidacyId, factor: null, message: 'Wrong.' }),
  'portal.withdraw': ({ candidacyId }) => ({ candidacyId }),
  'portal.undoWithdrawal': ({ candidacyId }) => ({ candidacyId }),
  'portal.facts': () => undefined,
  'portal.resume': () => undefined,
  'portal.saveAnswers': () => ({ answers: {} }),
  'portal.saveProfile': () => ({ versionId: NOBODY, edits: {} }),
  'portal.answerScreening': ({ candidacyId }) => ({ candidacyId, questionId: 'q', answer: 'yes' }),
  'portal.undoChange': () => ({ versionId: NOBODY }),
  'portal.data': () => undefined,
  'portal.savePreferences': () => ({ mutedMails: [], timeZone: 'Asia/Kolkata', locale: 'en-IN' }),
  'portal.setPoolConsent': () => ({ consent: false }),
  'bands.overview': () => undefined,
  'bands.publish': () => ({ kind: 'default', hash: 'a'.repeat(64), expected: 999, reason: 'A reason.' }),
  'experiments.overview': () => undefined,
  'experiments.read': () => ({ experimentId: NOBODY }),
  'experiments.plan': () => ({ unit: 'job', metric: 'ndcg', minimumEffect: 500 }),
  // Of sets that nobody published: refused at the field, after the caller was let in.
  'experiments.create': () => ({
    name: 'One',
    unit: 'job',
    metric: 'ndcg',
    minimumEffect: 500,
    controlHash: 'a'.repeat(64),
    treatmentHash: 'b'.repeat(64),
    windowDays: 14,
  }),
  'experiments.start': () => ({ experimentId: NOBODY }),
  'experiments.discard': () => ({ experimentId: NOBODY }),
  'experiments.stop': () => ({ experimentId: NOBODY, reason: 'A reason.' }),
  'experiments.promote': () => ({ experimentId: NOBODY, reason: 'A reason.', acknowledged: [], expected: 0 }),
  'experiments.rollBack': () => ({ experimentId: NOBODY, reason: 'A reason.' }),
  'weights.overview': () => undefined,
  'weights.labJobs': () => undefined,
  'weights.shadow': () => undefined,
  'weights.startShadow': () => ({ revision: 999 }),
  'weights.endShadow': () => ({ shadowId: NOBODY }),
  'weights.dryRun': () => ({ factors: loadCatalog().weightSets.current.set.factors }),
  // None of a draft, of what is in use or of a publication that these name is there.
  'weights.saveDraft': () => ({ revision: 999, factors: loadCatalog().weightSets.current.set.factors }),
  'weights.discardDraft': () => ({ revision: 999 }),
  'weights.publish': () => ({ revision: 999, expected: 999, reason: 'A reason.' }),
  'weights.rollBack': () => ({ number: 999, expected: 999, reason: 'A reason.' }),
};

/** What the procedure's declaration means for a caller; null when it declares nothing. */
const expectedFor = (
  meta: ProcedureMeta | undefined,
  caller: Caller,
  namesThings: boolean,
): Outcome | null => {
  const candidate = caller.candidateId !== null;
  const signedIn = caller.name !== 'anonymous' && caller.name !== 'disabled' && !candidate;
  if (meta === undefined) return null;
  switch (meta.access) {
    case 'public':
      return 'allowed';
    case 'user':
      return signedIn ? 'allowed' : 'denied';
    case 'candidate':
      if (!candidate) return 'denied';
      return caller.name === 'otherCandidate' && namesThings ? 'absent' : 'allowed';
    case 'admin':
      return caller.name === 'admin' ? 'allowed' : 'denied';
    default:
      if (!signedIn || caller.role === null || !roleMay(caller.role, meta.access)) return 'denied';
      return caller.name === 'other' && namesThings ? 'absent' : 'allowed';
  }
};

/** Their samples name what nobody has: whoever may ask is told that it is not there. */
const NAMES_NOTHING = new Set([
  'answers.open',
  'answers.give',
  'answers.takeBack',
  'applications.get',
  'applications.save',
  'applications.offerFile',
  'applications.confirmFile',
  'applications.dropFile',
  'applications.submit',
  'applications.open',
  'accounts.acceptInvitation',
  'accounts.joinByInvitation',
  'accounts.openInvitation',
  'accounts.resetPassword',
  'accounts.verifyEmail',
  'admin.redrive',
  'runs.rerunBatch',
  'runs.rerunJob',
  'experiments.discard',
  'experiments.promote',
  'experiments.read',
  'experiments.rollBack',
  'experiments.start',
  'experiments.stop',
  'people.distinguish',
  'people.merge',
  'people.undoMerge',
  'portal.open',
  'portal.renewLink',
  'weights.endShadow',
  'weights.rollBack',
]);

/** Signing in wrong is a refusal of the password, not of the caller. */
const PASSWORD_CHECK = 'accounts.signIn';

const outcomeOf = (error: unknown, path: string): Outcome => {
  if (!(error instanceof TRPCError)) throw error;
  if (error.code === 'NOT_FOUND') return 'absent';
  if (error.code === 'UNAUTHORIZED' && path === PASSWORD_CHECK) return 'allowed';
  return error.code === 'UNAUTHORIZED' || error.code === 'FORBIDDEN' ? 'denied' : 'allowed';
};

/** Follows `a.b` through the caller's proxy to the function of that procedure. */
const procedureOf = (root: unknown, path: string): ((input: unknown) => Promise<unknown>) => {
  let at: unknown = root;
  for (const part of path.split('.')) at = (at as Record<string, unknown>)[part];
  return at as (input: unknown) => Promise<unknown>;
};

/** They end the callers' sessions, so they are tried last. */
const SIGN_OUTS = new Set(['accounts.signOut', 'portal.leave']);
/** What a caller does may change what the others would have found: those who may most go last. */
const LATE: readonly string[] = ['candidate', 'owner'];
/** tRPC types its record as routers; at run time it is flat, by path. */
type Procedures = Record<
  string,
  { _def: { meta?: ProcedureMeta; output?: unknown; inputs: readonly unknown[] } }
>;

/** A sample that the procedure's schema refuses would be answered alike to everybody, whatever the access. */
const checkSample = (path: string, inputs: readonly unknown[], sample: unknown): void => {
  for (const input of inputs) {
    const { error } = (input as ZodType).safeParse(sample);
    if (error !== undefined) throw new Error(`The sample of ${path} is refused: ${error.message}`);
  }
};

/** Who applied knows the job, the application and what they contested. */
const isOwn = (caller: Caller, id: string, { jobId, candidacyId, contestId }: OwnersThings): boolean =>
  caller.name === 'candidate' && [jobId, candidacyId, contestId].includes(id);

/** Calls every procedure as every caller, through the same context a request has. */
export const procedureCells = async (
  callers: Caller[],
  things: OwnersThings,
): Promise<{ cells: Cell[]; undeclared: string[] }> => {
  const cells: Cell[] = [];
  const undeclared: string[] = [];
  const procedures = Object.entries(appRouter._def.procedures as unknown as Procedures);
  const secrets = Object.values(things);
  for (const [path, procedure] of procedures.toSorted(
    ([a], [b]) => Number(SIGN_OUTS.has(a)) - Number(SIGN_OUTS.has(b)),
  )) {
    const sample = SAMPLES[path];
    const { meta, output } = procedure._def;
    if (sample === undefined || meta === undefined || output === undefined) {
      undeclared.push(path);
      continue;
    }
    checkSample(path, procedure._def.inputs, sample(things));
    // The job is open, so its id is on the board; everything else of the owner's stays within the organisation.
    const hidden = meta?.access === 'public' ? secrets.filter((id) => id !== things.jobId) : secrets;
    const namesThings = secrets.some((id) => JSON.stringify(sample(things) ?? null).includes(id));
    for (const caller of callers.toSorted((a, b) => LATE.indexOf(a.name) - LATE.indexOf(b.name))) {
      const headers = new Headers({
        cookie: caller.cookie,
        origin: env().APP_URL,
        // An address each, so that limits per address count nobody twice.
        'x-forwarded-for': `10.0.${cells.length >> 8}.${cells.length & 255}`,
      });
      const ctx = await createRequestContext(headers, {
        setCookie: () => undefined,
        afterwards: () => undefined,
      });
      let found: Outcome = 'allowed';
      let answer: unknown = null;
      try {
        answer = await procedureOf(createCaller(ctx), path)(sample(things));
      } catch (error) {
        found = outcomeOf(error, path);
      }
      const expected = expectedFor(meta, caller, namesThings);
      // What is a platform admin's to see belongs to no organisation of theirs.
      const entitled = meta.access === 'admin' && caller.name === 'admin';
      const outsider = !entitled && (caller.name === 'other' || caller.role === null);
      const text = JSON.stringify(answer ?? null);
      cells.push({
        what: path,
        caller: caller.name,
        expected: expected === 'allowed' && NAMES_NOTHING.has(path) ? 'absent' : expected,
        found,
        leaked: outsider && hidden.some((id) => text.includes(id) && !isOwn(caller, id, things)),
      });
    }
  }
  return { cells, undeclared };
};
