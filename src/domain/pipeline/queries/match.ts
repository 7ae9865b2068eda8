import { and, desc, eq } from 'drizzle-orm';
import {
  candidacies,
  candidates,
  candidateVersions,
  jobs,
  jobVersions,
  matchResults,
  matchRuns,
  resumes,
  stageEvents,
  weightSets,
} from '@/db/schema';
import type { Transaction } from '@/db/client';
import { candidateFacts } from '@/domain/candidates/facts';
import { loadCatalog, type Catalog } from '@/domain/catalog/load';
import { jobFacts } from '@/domain/jobs/facts';
import type { Authorized } from '@/domain/kernel/actor';
import type { Context } from '@/domain/kernel/context';
import { notFound } from '@/domain/kernel/errors';
import { asMember } from '@/domain/kernel/transaction';
import { compileJob } from '@/domain/scoring/compile';
import type { Evidence } from '@/domain/scoring/evidence';
import { explain, type Explanation } from '@/domain/scoring/explain';
import { scoredAnswers, screeningOfPair } from '@/domain/matching/screening';
import type { Names } from '@/domain/scoring/names';
import { CELL, type Overlay } from '@/domain/scoring/overlay';
import { weightSetSchema } from '@/domain/scoring/schema';
import { answerWords } from '../answer-words';
import { maskOf, maskResumeText } from '../mask';
import { keepReceipt, sha256 } from '../receipts';
import type { EvidenceView, FactorView, MatchView, OverlayView } from '../schema';

type Profile = (typeof candidateVersions.$inferSelect)['profile'];

const load = async (tx: Transaction, input: { jobId: string; candidateId: string }) => {
  const [row] = await tx
    .select({
      result: matchResults,
      run: matchRuns,
      snapshot: jobVersions.snapshot,
      weights: weightSets,
      person: candidates,
      version: candidateVersions,
      candidacy: candidacies,
    })
    .from(jobs)
    .innerJoin(matchRuns, eq(matchRuns.id, jobs.currentRunId))
    .innerJoin(jobVersions, eq(jobVersions.id, matchRuns.jobVersionId))
    .innerJoin(weightSets, eq(weightSets.hash, matchRuns.weightSetHash))
    .innerJoin(
      matchResults,
      and(eq(matchResults.runId, matchRuns.id), eq(matchResults.candidateId, input.candidateId)),
    )
    .innerJoin(candidates, eq(candidates.id, matchResults.candidateId))
    .innerJoin(candidateVersions, eq(candidateVersions.id, matchResults.candidateVersionId))
    .innerJoin(
      candidacies,
      and(eq(candidacies.jobId, jobs.id), eq(candidacies.candidateId, input.candidateId)),
    )
    .where(eq(jobs.id, input.jobId));
  if (row === undefined) throw notFound('This person');
  const { resumeId } = row.version;
  const [resume] = resumeId === null ? [] : await tx.select().from(resumes).where(eq(resumes.id, resumeId));
  const screening = await screeningOfPair(tx, input);
  const scoredScreening = await screeningOfPair(tx, input, row.result.scoredAt);
  const [lastEvent] = await tx
    .select({ id: stageEvents.id })
    .from(stageEvents)
    .where(eq(stageEvents.candidacyId, row.candidacy.id))
    .orderBy(desc(stageEvents.at), desc(stageEvents.id))
    .limit(1);
  return { ...row, resume, screening, scoredScreening, lastEvent };
};
type Loaded = Awaited<ReturnType<typeof load>>;

/** Text of the person's own as it may be shown: all of it, or what their mask leaves. */
type Shown = (text: string) => string;
const shownOf = ({ candidacy, person, version, resume }: Loaded): Shown =>
  candidacy.unmaskedAt === null
    ? maskOf([person.name, version.profile.name?.value, resume?.parsed.name?.value])
    : (text) => text;

/**
 * One person of a job's ranking with the whole explanation: what was scored by the current run, words and evidence
 * recomputed from the versions it scored. Opening it keeps the receipt. Throws `not_found` for whoever is not listed.
 */
export const openMatch = (
  ctx: Context,
  grant: Authorized<'match:read'>,
  input: { jobId: string; candidateId: string },
): Promise<MatchView> =>
  asMember(ctx, grant, async (tx) => {
    const found = await load(tx, input);
    const catalog = loadCatalog();
    const receipt = await keepReceipt(ctx, tx, input);
    const explanation = explainPair(found, catalog);
    const { result, person, version, candidacy } = found;
    const masked = candidacy.unmaskedAt === null;
    const shown = shownOf(found);
    const headline = version.profile.experience[0]?.title ?? null;
    const { hours, week } = version.answers;
    return {
      person: {
        candidateId: person.id,
        name: masked ? null : person.name,
        code: person.code,
        headline: headline === null ? null : shown(headline),
        city: person.cityName,
        timeZone:
          (typeof week === 'object' ? week.timeZone : null) ??
          catalog.geography.cityById(person.cityId ?? '')?.timeZone ??
          null,
        email: masked ? null : person.email,
        phone: masked ? null : person.phone,
        hours: typeof hours === 'object' ? hours : null,
        source: candidacy.source,
        stage: candidacy.stage,
        stageSince: candidacy.stageSince,
        rejectReason: candidacy.rejectReason,
        lastEventId: found.lastEvent?.id ?? null,
        own: person.organizationId === grant.organizationId,
      },
      resume: resumeView(found, masked ? shown : null),
      answers: answersView(found, shown, catalog),
      screening: screeningView(found, masked),
      score: {
        expected: result.expected,
        low: result.low,
        high: result.high,
        coverage: result.coverage,
        band: result.band,
      },
      factors: factorViews(found, explanation, shown, catalog),
      gates: result.gates.map((gate) => ({ ...gate, label: gateLabel(gate.key, found, catalog) })),
      overlay: overlayView(found, explanation.overlay),
      raises: explanation.raises.slice(0, 3).map(({ text, gain }) => ({ label: text, gain })),
      receipt: {
        weights: found.weights.name,
        parser: version.parserVersion,
        asOf: found.run.asOf,
        hash: receipt === null ? '' : sha256(receipt).slice(0, 12),
        changedSince: person.currentVersionId !== version.id,
      },
    };
  });

const namesOf = (catalog: Catalog): Names => ({
  skill: (id) => catalog.skills.byId.get(id)?.name ?? id,
  domain: (id) => catalog.employerQuestions.industries.find((industry) => industry.id === id)?.name ?? id,
  language: (code) =>
    catalog.employerQuestions.languages.find((language) => language.code === code)?.name ?? code,
});

const explainPair = (found: Loaded, catalog: Catalog): Explanation => {
  const { snapshot, version, weights, run } = found;
  const facts = candidateFacts(version.profile, version.answers, scoredAnswers(found.scoredScreening));
  const compiled = compileJob(
    jobFacts(snapshot, catalog.roles),
    weightSetSchema.parse(weights.content),
    catalog.taxonomy,
    run.asOf,
  );
  return explain(compiled, facts, namesOf(catalog));
};

const resumeView = ({ resume }: Loaded, mask: Shown | null): MatchView['resume'] => {
  if (resume === undefined) return null;
  const { parsed } = resume;
  return {
    text: mask === null ? parsed.text : maskResumeText(parsed, mask),
    blocks: parsed.blocks,
  };
};

const answersView = ({ version }: Loaded, shown: Shown, catalog: Catalog): MatchView['answers'] =>
  catalog.flexifitQuestions.questions.map((question) => ({
    id: question.id,
    label: question.label,
    answer: shown(answerWords(question, version.answers)),
  }));

/** Written answers wait until the person is unmasked, and so do their questions: nobody can be asked before that. */
const screeningView = ({ snapshot, screening }: Loaded, masked: boolean): MatchView['screening'] =>
  (snapshot.screening ?? [])
    .filter(({ kind }) => !masked || kind === 'yes_no')
    .map(({ id, text, kind }) => ({ questionId: id, text, kind, answer: screening[id] || null }));

/** The run's own numbers with the words and passages that explain them. */
const factorViews = (
  found: Loaded,
  explanation: Explanation,
  shown: Shown,
  catalog: Catalog,
): FactorView[] => {
  const { factors: labels } = catalog.weightSets;
  const explained = new Map(explanation.factors.map((factor) => [factor.factor, factor]));
  return found.result.factors.map((result) => {
    const words = explained.get(result.factor);
    return {
      factor: result.factor,
      label: labels[result.factor].label,
      weight: result.weight,
      contribution: result.contribution,
      low: result.low,
      expected: result.expected,
      high: result.high,
      phrase: words?.phrase ?? '',
      unknown: result.unknown.map((id) => ({ id, label: unknownLabel(id, found, catalog) })),
      evidence:
        words === undefined ? [] : evidenceViews(words.evidence, found.version.profile, shown, catalog),
    };
  });
};

const unknownLabel = (id: string, { snapshot }: Loaded, catalog: Catalog): string => {
  if (id === 'resume') return 'Résumé';
  const asked = snapshot.screening?.find((question) => id === `screening:${question.id}`);
  return (
    asked?.text ?? catalog.flexifitQuestions.questions.find((question) => question.id === id)?.label ?? id
  );
};

const evidenceViews = (
  evidence: Evidence,
  profile: Profile,
  shown: Shown,
  catalog: Catalog,
): EvidenceView[] => {
  const names = namesOf(catalog);
  const name = (id: string): string => names.skill(id);
  const skills = evidence.skills.map((skill): EvidenceView => {
    const held = skill.skill === null ? undefined : profile.skills[skill.skill];
    const level = skill.level === null ? 'level not told' : `level ${skill.level} found`;
    const through =
      skill.heldSkillId !== null && skill.heldSkillId !== skill.skillId
        ? `through ${name(skill.heldSkillId)}, `
        : '';
    return {
      label: name(skill.skillId),
      detail:
        held === undefined
          ? `Level ${skill.levelAsked} asked, not found`
          : `Level ${skill.levelAsked} asked, ${through}${skill.source === 'listed' ? 'only listed, ' : ''}${level}`,
      spans: held?.spans.slice(0, 3) ?? [],
    };
  });
  const work = evidence.work.slice(0, 3).flatMap((index): EvidenceView[] => {
    const entry = profile.experience[index];
    if (entry?.span == null) return [];
    const dates = [entry.start, entry.end].filter((date) => date !== null).join(' – ');
    return [
      {
        label: entry.title === null ? 'A job' : shown(entry.title),
        detail: [entry.company === null ? null : shown(entry.company), dates].filter(Boolean).join(', '),
        spans: [entry.span],
      },
    ];
  });
  return [...skills, ...work];
};

const gateLabel = (key: string, { snapshot }: Loaded, catalog: Catalog): string => {
  const [kind, ...rest] = key.split(':');
  const about = rest.join(':');
  if (kind === 'skill') {
    const level = snapshot.must_have_skills?.find((skill) => skill.skillId === about)?.level;
    return `${namesOf(catalog).skill(about)}${level === undefined ? '' : ` level ${level}`}`;
  }
  if (kind === 'licence') return about;
  if (kind === 'hours') return `${snapshot.hours?.min ?? ''} h a week`;
  return 'At the workplace';
};

const HALF_HOURS = 48;
/** Half hours of a day shown before and after what either week holds. */
const MARGIN = 2;

/** The overlay in half-hour cells: a half hour counts as what its first or second quarter says, the stronger one. */
const overlayView = ({ snapshot, version }: Loaded, overlay: Overlay | null): OverlayView | null => {
  const { week } = version.answers;
  if (overlay === null || snapshot.core_hours === undefined || typeof week !== 'object') return null;
  const at = (day: number, half: number): number =>
    (overlay.cells[day * 96 + half * 2] ?? 0) | (overlay.cells[day * 96 + half * 2 + 1] ?? 0);
  const used = Array.from({ length: HALF_HOURS }, (_, half) => half).filter((half) =>
    Array.from({ length: 7 }, (_, day) => at(day, half)).some((cell) => cell !== 0),
  );
  const from = Math.max(0, (used[0] ?? 18) - MARGIN);
  const to = Math.min(HALF_HOURS, (used.at(-1) ?? 34) + 1 + MARGIN);
  const look = (cell: number) => {
    if ((cell & CELL.both) !== 0) return 'both';
    if ((cell & CELL.needed) !== 0) return 'missing';
    return (cell & CELL.offered) !== 0 ? 'theirs' : 'none';
  };
  return {
    jobZone: snapshot.core_hours.timeZone,
    personZone: week.timeZone,
    offsetMinutes: overlay.aheadMinutes,
    from,
    to,
    cells: Array.from({ length: 7 }, (_, day) =>
      Array.from({ length: to - from }, (_, half) => look(at(day, from + half))),
    ),
    overlapMinutes: Math.min(overlay.bothMinutes, overlay.neededMinutes),
    neededMinutes: overlay.neededMinutes,
  };
};
