import { and, eq, gt, isNull, sql } from 'drizzle-orm';
import { candidates, candidateTokens } from '@/db/schema';
import type { Transaction } from '@/db/client';
import { readMailToken } from '@/domain/accounts/mail-token';
import { ACCEPTED, type Accepted } from '@/domain/accounts/schema';
import { audit, NO_ORGANIZATION } from '@/domain/kernel/audit';
import type { Context } from '@/domain/kernel/context';
import { DomainError, notFound } from '@/domain/kernel/errors';
import { enqueue, enqueueAll } from '@/domain/kernel/outbox';
import { asAuth } from '@/domain/kernel/transaction';
import { env } from '@/env';
import { standingId } from '../queries/standing';
import type { CandidateTokenPurpose } from '../schema';

const HOUR_MS = 60 * 60 * 1000;
const LIFETIME_MS: Record<CandidateTokenPurpose, number> = {
  portal: HOUR_MS,
  application: 7 * 24 * HOUR_MS,
  fact_request: 14 * 24 * HOUR_MS,
};
/** One address may be a person of their own and someone that several organisations brought; more is no mailbox. */
const MAILS_AT_ONCE = 5;

const lifetime = (ctx: Context, purpose: CandidateTokenPurpose) => {
  const createdAt = ctx.now();
  return { createdAt, expiresAt: new Date(createdAt.getTime() + LIFETIME_MS[purpose]) };
};

/**
 * Adds a link to be mailed to a candidate and, in the same transaction, the message that mails it. `aboutId` is the
 * application or the request it is about; null for the portal. Needs role `app_auth` or `app_worker`.
 */
export const issueCandidateToken = async (
  ctx: Context,
  tx: Transaction,
  about: { candidateId: string; purpose: CandidateTokenPurpose; aboutId: string | null },
): Promise<void> => {
  const id = ctx.newId();
  await tx.insert(candidateTokens).values({ id, ...about, ...lifetime(ctx, about.purpose) });
  await enqueue(ctx, tx, 'candidate-token', { tokenId: id }, { idempotencyKey: `candidate-token:${id}` });
};

/**
 * Reads a mailed link without spending it: whose it is, what it is about and until when it works. For links that may be
 * opened again, such as one to a single question. Throws `not_found` for a link we did not make, `conflict` for one that
 * is too old or whose person was found to be another one.
 */
export const readCandidateToken = async (
  ctx: Context,
  tx: Transaction,
  purpose: CandidateTokenPurpose,
  token: string,
): Promise<{ candidateId: string; aboutId: string | null; expiresAt: Date }> => {
  const id = readMailToken(env().APP_SECRET, purpose, token);
  if (id === null) throw notFound('This link');
  const [row] = await tx
    .select({ token: candidateTokens, mergedIntoId: candidates.mergedIntoId })
    .from(candidateTokens)
    .innerJoin(candidates, eq(candidates.id, candidateTokens.candidateId))
    .where(and(eq(candidateTokens.id, id), eq(candidateTokens.purpose, purpose)));
  if (row === undefined) throw notFound('This link');
  const { candidateId, aboutId, expiresAt } = row.token;
  if (row.mergedIntoId !== null || expiresAt <= ctx.now()) {
    throw new DomainError('conflict', 'This link is too old.');
  }
  return { candidateId, aboutId, expiresAt };
};

/**
 * Spends a mailed link and returns whose it was and what it is about. The conditional update lets exactly one of two
 * callers win. The mailbox was read, so the address counts as confirmed. Throws `not_found` for a link we did not make,
 * `conflict` for one that was used, is too old, or whose person was found to be another one.
 */
export const spendCandidateToken = async (
  ctx: Context,
  tx: Transaction,
  purpose: CandidateTokenPurpose,
  token: string,
): Promise<{ candidateId: string; organizationId: string | null; aboutId: string | null }> => {
  const id = readMailToken(env().APP_SECRET, purpose, token);
  if (id === null) throw notFound('This link');
  const ours = and(eq(candidateTokens.id, id), eq(candidateTokens.purpose, purpose));
  const [spent] = await tx
    .update(candidateTokens)
    .set({ usedAt: ctx.now() })
    .where(and(ours, isNull(candidateTokens.usedAt), gt(candidateTokens.expiresAt, ctx.now())))
    .returning({ candidateId: candidateTokens.candidateId, aboutId: candidateTokens.aboutId });
  if (spent === undefined) {
    const [row] = await tx.select({ usedAt: candidateTokens.usedAt }).from(candidateTokens).where(ours);
    if (row === undefined) throw notFound('This link');
    throw new DomainError(
      'conflict',
      row.usedAt === null ? 'This link is too old.' : 'This link was used already.',
    );
  }
  const [person] = await tx
    .update(candidates)
    .set({
      emailVerifiedAt: sql`coalesce(${candidates.emailVerifiedAt}, ${ctx.now().toISOString()}::timestamptz)`,
    })
    .where(and(eq(candidates.id, spent.candidateId), isNull(candidates.mergedIntoId)))
    .returning({ organizationId: candidates.organizationId });
  if (person === undefined) throw new DomainError('conflict', 'This link is too old.');
  return { ...spent, organizationId: person.organizationId };
};

/**
 * Mails a link to the portal for every person who has this address: one of their own, and one for each organisation
 * that brought them. For somebody who was merged, the link goes to the address of the person they are now. For an unknown
 * address the same statements run and the message names a link that does not exist, so that neither the answer nor its time
 * tells who is known.
 */
export const requestPortalLink = (ctx: Context, input: { email: string }): Promise<Accepted> =>
  asAuth(ctx, async (tx) => {
    const { rows: people } = await tx.execute<{ id: string; organizationId: string | null }>(sql`
      with recursive known as (
        select id, organization_id, merged_into_id from candidates where email = ${input.email}
        union
        select c.id, c.organization_id, c.merged_into_id from candidates c join known on c.id = known.merged_into_id
      )
      select id, organization_id as "organizationId" from known where merged_into_id is null
      order by organization_id nulls first, id limit ${MAILS_AT_ONCE}`);
    const ids = people.length === 0 ? [ctx.newId()] : people.map(() => ctx.newId());
    const { createdAt, expiresAt } = lifetime(ctx, 'portal');
    await tx.execute(sql`
      insert into candidate_tokens (id, candidate_id, purpose, created_at, expires_at)
      select token.id::uuid, c.id, 'portal', ${createdAt.toISOString()}::timestamptz,
        ${expiresAt.toISOString()}::timestamptz
      from jsonb_to_recordset(${JSON.stringify(ids.map((id, at) => ({ id, candidate_id: people[at]?.id ?? id })))}::jsonb)
        as token(id uuid, candidate_id uuid)
      join candidates c on c.id = token.candidate_id`);
    await enqueueAll(
      ctx,
      tx,
      ids.map((id) => ({
        topic: 'candidate-token',
        payload: { tokenId: id },
        idempotencyKey: `candidate-token:${id}`,
      })),
    );
    await audit(ctx, tx, {
      organizationId: people[0]?.organizationId ?? NO_ORGANIZATION,
      action: 'candidate.link_requested',
      entity: 'candidate',
      entityId: people[0]?.id ?? 'unknown',
      data: { people: people.length },
    });
    return ACCEPTED;
  });

/**
 * Mails a fresh link in place of one that was used or is too old, to the address of its person, or of the one they were
 * merged into: an old link proves the old address only. Throws `not_found` for a
 * link we did not make.
 */
export const renewCandidateLink = (
  ctx: Context,
  input: { token: string; purpose: CandidateTokenPurpose },
): Promise<Accepted> =>
  asAuth(ctx, async (tx) => {
    const { purpose, token } = input;
    const id = readMailToken(env().APP_SECRET, purpose, token);
    if (id === null) throw notFound('This link');
    const [old] = await tx
      .select({ candidateId: candidateTokens.candidateId, aboutId: candidateTokens.aboutId })
      .from(candidateTokens)
      .where(and(eq(candidateTokens.id, id), eq(candidateTokens.purpose, purpose)));
    if (old === undefined) throw notFound('This link');
    const candidateId = await standingId(tx, old.candidateId);
    if (candidateId === null) throw notFound('This link');
    await issueCandidateToken(ctx, tx, { ...old, candidateId, purpose });
    return ACCEPTED;
  });
