import { eq } from 'drizzle-orm';
import { candidates, candidateVersions, jobs, jobVersions } from '@/db/schema';
import type { Transaction } from '@/db/client';
import type { CandidateProfile } from '@/domain/candidates/schema';
import { loadCatalog, type Catalog } from '@/domain/catalog/load';
import type { OwnRows } from '@/domain/kernel/actor';
import type { Context } from '@/domain/kernel/context';
import { notFound } from '@/domain/kernel/errors';
import { asCandidate } from '@/domain/kernel/transaction';
import { screeningOfPair } from '@/domain/matching/screening';
import { FACTORS } from '@/domain/scoring/schema';
import { answersView, explanationOf } from '../explanation';
import { keepReceipt } from '../receipts';
import type { AskedSkill, MirrorView } from '../schema/mirror';
import { contestsOf } from './contests';
import { ownCandidacy } from './own-candidacies';
import { loadPair, receiptView } from './scored-pair';

/**
 * What an employer's ranking says of a person, for that person: the explanation that the employer has, unmasked, with
 * what never counts and what may be corrected. Opening it keeps the receipt. Throws `not_found` for another person's
 * application, and for a job whose employer may not see the name.
 */
export const openMirror = (ctx: Context, own: OwnRows, input: { candidacyId: string }): Promise<MirrorView> =>
  asCandidate(ctx, own, async (tx) => {
    const { row, view } = await ownCandidacy(tx, own, input.candidacyId);
    const pair = { jobId: row.jobId, candidateId: own.candidateId };
    const catalog = loadCatalog();
    const [scored, facts] = [await loadPair(tx, pair), await currentFacts(tx, pair)];
    if (facts === undefined) throw notFound('This application');
    const receipt = scored === undefined ? null : await keepReceipt(ctx, tx, pair);
    const stale =
      scored !== undefined &&
      (scored.version.id !== facts.version.id || scored.run.jobVersionId !== facts.jobVersionId);
    const awaited = scored === undefined && row.source !== 'matched';
    const ranked = view.jobOpen && row.stage !== 'withdrawn';
    return {
      application: view,
      seenSince: row.unmaskedAt,
      explanation: scored === undefined ? null : explanationOf(scored, (text) => text, catalog),
      receipt: scored === undefined ? null : receiptView(scored, receipt),
      state: ranked && (stale || awaited) ? 'computing' : scored === undefined ? 'resting' : 'scored',
      neverCounts: neverCounts(catalog),
      answers: answersView(facts, (text) => text, catalog),
      skills: askedSkills(facts, scored?.resume?.parsed.text ?? null, catalog),
      questions: await questionsOf(tx, pair, facts),
      resumeText: scored?.resume?.parsed.text ?? null,
      contests: await contestsOf(tx, pair),
    };
  });

/** The person's facts and the job's demands as they stand now, scored or not. */
const currentFacts = async (tx: Transaction, pair: { jobId: string; candidateId: string }) => {
  const [row] = await tx
    .select({ version: candidateVersions, snapshot: jobVersions.snapshot, jobVersionId: jobVersions.id })
    .from(candidates)
    .innerJoin(candidateVersions, eq(candidateVersions.id, candidates.currentVersionId))
    .innerJoin(jobs, eq(jobs.id, pair.jobId))
    .innerJoin(jobVersions, eq(jobVersions.id, jobs.currentVersionId))
    .where(eq(candidates.id, pair.candidateId));
  return row;
};
type Facts = NonNullable<Awaited<ReturnType<typeof currentFacts>>>;

const questionsOf = async (
  tx: Transaction,
  pair: { jobId: string; candidateId: string },
  { snapshot }: Facts,
): Promise<MirrorView['questions']> => {
  const told = await screeningOfPair(tx, pair);
  return (snapshot.screening ?? []).map(({ id, text, kind }) => ({
    id,
    text,
    kind,
    answer: told[id] || null,
  }));
};

const neverCounts = ({ weightSets }: Catalog): string[] =>
  FACTORS.filter((factor) => weightSets.current.set.factors[factor].weight === 0).map(
    (factor) => weightSets.factors[factor].label,
  );

const heldOf = (profile: CandidateProfile, skillId: string, text: string | null): AskedSkill['held'] => {
  const skill = profile.skills.find((one) => one.skillId === skillId);
  if (skill === undefined) return null;
  const [span] = skill.spans;
  const quote = span === undefined || text === null ? null : text.slice(span.start, span.end);
  return { level: skill.level, provenance: skill.provenance, quote };
};

const askedSkills = ({ version, snapshot }: Facts, text: string | null, catalog: Catalog): AskedSkill[] => {
  const asked = [
    ...(snapshot.must_have_skills ?? []).map(({ skillId, level }) => ({ skillId, level, mustHave: true })),
    ...(snapshot.nice_to_have_skills ?? []).map((skill) => ({ ...skill, mustHave: false })),
  ];
  return asked.map(({ skillId, level, mustHave }) => ({
    skillId,
    name: catalog.skills.byId.get(skillId)?.name ?? skillId,
    asked: level,
    mustHave,
    held: heldOf(version.profile, skillId, text),
  }));
};
