import { and, asc, eq, inArray } from 'drizzle-orm';
import { candidateVersions, jobVersions, matchRuns, scoreHistory, weightSets } from '@/db/schema';
import type { Transaction } from '@/db/client';
import { candidateFacts } from '@/domain/candidates/facts';
import { loadCatalog, type Catalog } from '@/domain/catalog/load';
import { jobFacts } from '@/domain/jobs/facts';
import type { Authorized } from '@/domain/kernel/actor';
import type { Context } from '@/domain/kernel/context';
import { notFound } from '@/domain/kernel/errors';
import { asMember } from '@/domain/kernel/transaction';
import { scoredAnswers, screeningOfPair } from '@/domain/matching/screening';
import { moveBetween, type MovePart, type ScoredOnce } from '@/domain/scoring/moves';
import { weightSetSchema, type CandidateFacts } from '@/domain/scoring/schema';
import type { ScoredPair } from '../explanation';
import { MOVES_SHOWN, type MatchHistory, type MovePartView, type MoveView } from '../schema/history';
import { loadPair } from './scored-pair';

type Pair = { jobId: string; candidateId: string };
type Stood = typeof scoreHistory.$inferSelect;

/**
 * How the score of one person of a job's ranking moved, and why, without a word of theirs: the newest moves that show in tenths of
 * a point, each between two states as they were stored. Throws `not_found` for whoever is not listed.
 */
export const matchHistory = (
  ctx: Context,
  grant: Authorized<'match:read'>,
  input: Pair,
): Promise<MatchHistory> =>
  asMember(ctx, grant, async (tx) => {
    const current = await loadPair(tx, input);
    if (current === undefined) throw notFound('This person');
    const stood = await tx
      .select()
      .from(scoreHistory)
      .where(and(eq(scoreHistory.jobId, input.jobId), eq(scoreHistory.candidateId, input.candidateId)))
      .orderBy(asc(scoreHistory.until), asc(scoreHistory.patch));
    const steps = stood
      .map((before, index) => ({ before, after: stood[index + 1] }))
      .filter(({ before, after }) => tenths(before.expected) !== tenths((after ?? current.result).expected));
    const shown = steps.slice(-MOVES_SHOWN);
    if (shown.length === 0) return { moves: [], more: false };

    const catalog = loadCatalog();
    const states = shown.flatMap(({ before, after }) => (after === undefined ? [before] : [before, after]));
    const stateOf = await loadStates(tx, input, states, catalog);
    const now = scoredOnce(current, catalog);
    const moves = shown.map(({ before, after }) =>
      moveView(before.until, stateOf(before), after === undefined ? now : stateOf(after), catalog),
    );
    return { moves, more: steps.length > shown.length };
  });

const tenths = (hundredths: number): number => Math.floor(hundredths / 10);

const scoredOnce = (
  {
    result,
    run,
    snapshot,
    weights,
    version,
    scoredScreening,
  }: Omit<ScoredPair, 'result'> & { result: Pick<Stood, 'expected' | 'factors'> },
  catalog: Catalog,
): ScoredOnce => ({
  job: jobFacts(snapshot, catalog.roles),
  weights: weightSetSchema.parse(weights.content),
  facts: candidateFacts(version.profile, version.answers, scoredAnswers(scoredScreening)),
  parserVersion: version.parserVersion,
  asOf: run.asOf,
  expected: result.expected,
  factors: result.factors,
});

/** What the states of one pair were scored from: their runs and versions in one query each, the answers as of each. */
const loadStates = async (
  tx: Transaction,
  pair: Pair,
  states: readonly Stood[],
  catalog: Catalog,
): Promise<(state: Stood) => ScoredOnce> => {
  const runs = await tx
    .select({ run: matchRuns, snapshot: jobVersions.snapshot, weights: weightSets })
    .from(matchRuns)
    .innerJoin(jobVersions, eq(jobVersions.id, matchRuns.jobVersionId))
    .innerJoin(weightSets, eq(weightSets.hash, matchRuns.weightSetHash))
    .where(
      inArray(
        matchRuns.id,
        states.map(({ runId }) => runId),
      ),
    );
  const versions = await tx
    .select()
    .from(candidateVersions)
    .where(
      inArray(
        candidateVersions.id,
        states.map(({ candidateVersionId }) => candidateVersionId),
      ),
    );
  const runOf = new Map(runs.map((found) => [found.run.id, found]));
  const versionOf = new Map(versions.map((version) => [version.id, version]));
  const loaded = new Map<Stood, ScoredOnce>();
  for (const state of new Set(states)) {
    const from = runOf.get(state.runId);
    const version = versionOf.get(state.candidateVersionId);
    if (from === undefined || version === undefined) throw new Error('A state without its run or version');
    const scoredScreening = await screeningOfPair(tx, pair, state.scoredAt);
    loaded.set(state, scoredOnce({ result: state, ...from, version, scoredScreening }, catalog));
  }
  return (state) => {
    const found = loaded.get(state);
    if (found === undefined) throw new Error('A state that was not loaded');
    return found;
  };
};

const moveView = (at: Date, before: ScoredOnce, after: ScoredOnce, { taxonomy }: Catalog): MoveView => {
  const { from, to, parts } = moveBetween(before, after, taxonomy);
  const view = ({ cause, fact, points }: MovePart): MovePartView => ({
    cause,
    fact: fact && { key: fact, change: changeOf(before.facts[fact], after.facts[fact]) },
    points,
  });
  return { at, from, to, parts: parts.map(view) };
};

type Fact = CandidateFacts[keyof CandidateFacts];
const isOpen = (fact: Fact): boolean =>
  fact === null || (typeof fact === 'object' && !Array.isArray(fact) && Object.keys(fact).length === 0);

const changeOf = (before: Fact, after: Fact): NonNullable<MovePartView['fact']>['change'] => {
  if (isOpen(before)) return 'told';
  return isOpen(after) ? 'taken_back' : 'changed';
};
