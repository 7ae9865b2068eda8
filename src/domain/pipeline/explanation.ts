import type { candidateVersions, jobVersions, matchResults, matchRuns, weightSets } from '@/db/schema';
import { candidateFacts } from '@/domain/candidates/facts';
import type { Catalog } from '@/domain/catalog/load';
import { jobFacts } from '@/domain/jobs/facts';
import { scoredAnswers } from '@/domain/matching/screening';
import { compileJob } from '@/domain/scoring/compile';
import type { Evidence } from '@/domain/scoring/evidence';
import { explain, type Explanation } from '@/domain/scoring/explain';
import { termWords } from '@/domain/scoring/months';
import type { Names } from '@/domain/scoring/names';
import { CELL, type Overlay } from '@/domain/scoring/overlay';
import { weightSetSchema } from '@/domain/scoring/schema';
import { answerWords } from './answer-words';
import { gateQuestion, unknownQuestions } from './askable';
import type { EvidenceView, ExplanationView, FactorView, OverlayView } from './schema/explanation';
import type { MatchView } from './schema/match';

/** A pair as a run scored it: the run's own numbers, and the versions they were computed from. */
export interface ScoredPair {
  result: typeof matchResults.$inferSelect;
  run: typeof matchRuns.$inferSelect;
  snapshot: (typeof jobVersions.$inferSelect)['snapshot'];
  weights: typeof weightSets.$inferSelect;
  version: typeof candidateVersions.$inferSelect;
  /** Answers to the job's own questions as they stood when the pair was scored. */
  scoredScreening: Record<string, string>;
}
type Profile = ScoredPair['version']['profile'];

/** Text of the person's own as it may be shown: all of it, or what their mask leaves. */
export type Shown = (text: string) => string;

/**
 * Why the pair has its score: the run's numbers with the words, passages and changes that explain them. The same for the
 * employer and for the person, but for what `shown` masks.
 */
export const explanationOf = (found: ScoredPair, shown: Shown, catalog: Catalog): ExplanationView => {
  const { result } = found;
  const explanation = explainPair(found, catalog);
  const askable = unknownQuestions(result);
  return {
    score: {
      expected: result.expected,
      low: result.low,
      high: result.high,
      coverage: result.coverage,
      band: result.band,
      bands: found.run.bands ?? undefined,
    },
    factors: factorViews(found, explanation, shown, catalog),
    gates: result.gates.map((gate) => ({
      ...gate,
      label: gateLabel(gate.key, found, catalog),
      questionId: gateQuestion(result, gate),
    })),
    overlay: overlayView(found, explanation.overlay),
    raises: explanation.raises.slice(0, 3).map(({ text, gain, kind, fact }) => ({
      label: text,
      gain,
      questionId: kind === 'unknown' && askable.includes(fact) ? fact : null,
    })),
  };
};

const namesOf = (catalog: Catalog): Names => ({
  skill: (id) => catalog.skills.byId.get(id)?.name ?? id,
  domain: (id) => catalog.employerQuestions.industries.find((industry) => industry.id === id)?.name ?? id,
  language: (code) =>
    catalog.employerQuestions.languages.find((language) => language.code === code)?.name ?? code,
});

const explainPair = (found: ScoredPair, catalog: Catalog): Explanation => {
  const { snapshot, version, weights, run } = found;
  const facts = candidateFacts(version.profile, version.answers, scoredAnswers(found.scoredScreening));
  const compiled = compileJob(
    jobFacts(snapshot, catalog.roles),
    weightSetSchema.parse(weights.content),
    catalog.taxonomy,
    run.asOf,
    { bands: run.bands ?? undefined },
  );
  return explain(compiled, facts, namesOf(catalog));
};

/** What the person said about how they can work, in words. */
export const answersView = (
  { version }: Pick<ScoredPair, 'version'>,
  shown: Shown,
  catalog: Catalog,
): MatchView['answers'] =>
  catalog.flexifitQuestions.questions.map((question) => ({
    id: question.id,
    label: question.label,
    answer: shown(answerWords(question, version.answers)),
  }));

/** The run's own numbers with the words and passages that explain them. */
const factorViews = (
  found: ScoredPair,
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

const unknownLabel = (id: string, { snapshot }: ScoredPair, catalog: Catalog): string => {
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
    const level = skill.level === null ? 'level not told' : `${skill.level} found`;
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
    // Past the jobs stands what heads the résumé.
    const { headline } = profile;
    if (index === profile.experience.length && headline?.span) {
      return [
        { label: shown(headline.value.title), detail: 'At the head of the résumé', spans: [headline.span] },
      ];
    }
    if (entry?.span == null) return [];
    const dated = entry.start !== null || entry.end !== null;
    return [
      {
        label: entry.title === null ? 'A job' : shown(entry.title),
        detail: [
          entry.company === null ? null : shown(entry.company),
          dated && termWords(entry.start, entry.end),
        ]
          .filter(Boolean)
          .join(', '),
        spans: [entry.span],
      },
    ];
  });
  return [...skills, ...work];
};

const gateLabel = (key: string, { snapshot }: ScoredPair, catalog: Catalog): string => {
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
const overlayView = ({ snapshot, version }: ScoredPair, overlay: Overlay | null): OverlayView | null => {
  const { week } = version.answers;
  if (overlay === null || snapshot.core_hours === undefined || typeof week !== 'object') return null;
  const at = (day: number, half: number): number =>
    (overlay.cells[day * 96 + half * 2] ?? 0) | (overlay.cells[day * 96 + half * 2 + 1] ?? 0);
  const used = Array.from({ length: HALF_HOURS }, (_, half) => half).filter((half) =>
    Array.from({ length: 7 }, (_, day) => at(day, half)).some((cell) => cell !== 0),
  );
  const from = Math.max(0, (used[0] ?? 18) - MARGIN);
  const to = Math.min(HALF_HOURS, (used.at(-1) ?? 34) + 1 + MARGIN);
  const reached = overlay.bothMinutes >= overlay.neededMinutes;
  const look = (cell: number) => {
    if ((cell & CELL.both) !== 0) return 'both';
    if ((cell & CELL.needed) !== 0) return reached ? 'spare' : 'missing';
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
