import { answerScreening, checkScreening } from '@/domain/candidates/commands';
import type { OwnRows } from '@/domain/kernel/actor';
import { audit } from '@/domain/kernel/audit';
import type { Context } from '@/domain/kernel/context';
import { enqueue } from '@/domain/kernel/outbox';
import { asCandidate } from '@/domain/kernel/transaction';
import { ownCandidacy } from '../queries/own-candidacies';

/**
 * Records the person's own answer to a question of a job they applied to; null takes it back. Throws `not_found` for
 * another person's application, `invalid_input` at the question or the answer.
 */
export const saveOwnScreeningAnswer = (
  ctx: Context,
  own: OwnRows,
  input: { candidacyId: string; questionId: string; answer: string | null },
): Promise<{ candidacyId: string }> =>
  asCandidate(ctx, own, async (tx) => {
    const { candidacyId, questionId, answer } = input;
    const { row } = await ownCandidacy(tx, own, candidacyId);
    const { organizationId, jobId } = row;
    await checkScreening(tx, { jobId, questionId, answer });
    await answerScreening(ctx, tx, {
      organizationId,
      jobId,
      candidateId: own.candidateId,
      questionId,
      answer: answer ?? '',
      provenance: 'answered',
    });
    await enqueue(ctx, tx, 'candidate-changed', { candidateId: own.candidateId });
    await audit(ctx, tx, {
      organizationId,
      action: 'candidate.screening_answered',
      entity: 'candidate',
      entityId: own.candidateId,
      data: { jobId, questionId },
    });
    return { candidacyId };
  });
