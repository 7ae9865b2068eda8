import { initTRPC, TRPCError } from '@trpc/server';
import superjson from 'superjson';
import { ZodError } from 'zod';
import { SIGNED_IN_LIMIT, type AccountLimits } from '@/domain/accounts/policy';
import { accountKeySchema } from '@/domain/accounts/schema';
import { authorize, authorizeCandidate, type Actor, type Authorized } from '@/domain/kernel/actor';
import { workerContext } from '@/domain/kernel/consume';
import { DomainError } from '@/domain/kernel/errors';
import { newId } from '@/domain/kernel/ids';
import { drainAfterwards } from '@/domain/kernel/outbox';
import type { Permission } from '@/domain/kernel/policy';
import { fieldIssues, type FieldIssue } from '@/domain/kernel/schema';
import { unstorablePath } from '@/domain/kernel/storable';
import type { Logger } from '@/services/log';
import { limiter, type Limit } from '@/services/rate-limit';
import { adminActor, type RequestContext } from './context';
import { TRPC_CODES } from './errors';

/** What the client learns of a failure besides its message. */
export interface ErrorData {
  code: string;
  issues: FieldIssue[];
  /** Names the log line of an unexpected failure. */
  errorId: string | null;
  retryAfterSeconds: number | null;
}

/** Which permission a procedure needs; the access matrix is generated from it. */
export interface ProcedureMeta {
  access: 'public' | 'user' | 'candidate' | 'admin' | Permission;
}

const describe = (error: TRPCError): ErrorData => {
  const { cause } = error;
  if (cause instanceof DomainError) {
    const { issues = [], retryAfterSeconds = null } = cause.details;
    return { code: cause.code, issues, errorId: null, retryAfterSeconds };
  }
  if (cause instanceof ZodError) {
    return { code: 'invalid_input', issues: fieldIssues(cause), errorId: null, retryAfterSeconds: null };
  }
  const errorId = cause instanceof Unexpected ? cause.id : null;
  return { code: error.code.toLowerCase(), issues: [], errorId, retryAfterSeconds: null };
};

/** A failure nobody expected: its words stay in the log, under this id. */
class Unexpected extends Error {
  constructor(readonly id: string) {
    super(`Something went wrong on our side. What you typed is kept; try again. (${id})`);
  }
}

const t = initTRPC
  .context<RequestContext>()
  .meta<ProcedureMeta>()
  .create({
    transformer: superjson,
    defaultMeta: undefined,
    errorFormatter: ({ shape, error }) => {
      const data = describe(error);
      const message =
        data.issues.length > 0 && error.cause instanceof ZodError
          ? 'Some answers need another look.'
          : shape.message;
      return { ...shape, message, data: { ...shape.data, stack: undefined, ...data } };
    },
  });

export const createRouter = t.router;
export const createCallerFactory = t.createCallerFactory;

/** A domain error as its tRPC code; what nobody expected is logged under an id, and only the id is told. */
export const toTRPCError = (cause: unknown, log: Logger, route: string): TRPCError => {
  if (cause instanceof DomainError) {
    const { message, code, details } = cause;
    const { cause: reason } = details;
    if (code === 'unavailable' || reason !== undefined) log.error('refused', { error: reason, route, code });
    return new TRPCError({ code: TRPC_CODES[code], message, cause });
  }
  const unexpected = new Unexpected(newId());
  log.error('procedure failed', { error: cause, errorId: unexpected.id, route });
  return new TRPCError({ code: 'INTERNAL_SERVER_ERROR', message: unexpected.message, cause: unexpected });
};

const mapErrors = t.middleware(async ({ ctx, path, next }) => {
  const result = await next();
  if (result.ok) return result;
  const { cause, code } = result.error;
  if (!(cause instanceof DomainError) && code !== 'INTERNAL_SERVER_ERROR') return result;
  return { ...result, error: toTRPCError(cause ?? result.error, ctx.log, path) };
});

/** Refuses text that Postgres cannot keep where it is typed; further in it would be a failure of ours. */
const refuseUnstorable = t.middleware(async ({ getRawInput, next }) => {
  const path = unstorablePath(await getRawInput());
  if (path === null) return next();
  const message = 'This holds characters that cannot be saved. Type it again.';
  throw new DomainError('invalid_input', 'Some answers need another look.', { issues: [{ path, message }] });
});

/** Refuses a mutation that another site made, and sends what a mutation put into the outbox once it has answered. */
const guardMutations = t.middleware(async ({ ctx, type, path, next }) => {
  if (type !== 'mutation') return next();
  if (!ctx.sameOrigin) throw new DomainError('forbidden', 'This request came from another site.');
  const started = performance.now();
  const result = await next();
  ctx.log.info('mutation', {
    route: path,
    durationMs: Math.round(performance.now() - started),
    status: result.ok ? 200 : 400,
  });
  if (result.ok) {
    ctx.afterwards(() => drainAfterwards(workerContext('outbox')));
  }
  return result;
});

/** Counts what a signed-in person changes, whichever procedure it is and each call of a batch by itself. */
const limitSignedIn = t.middleware(async ({ ctx, type, next }) => {
  const who = ctx.session?.user.id ?? ctx.candidateId;
  if (type === 'mutation' && who !== null) await limiter().take(SIGNED_IN_LIMIT, who);
  return next();
});

const base = t.procedure.use(mapErrors).use(guardMutations).use(limitSignedIn).use(refuseUnstorable);

/** Anyone, signed in or not. */
export const publicProcedure = base.meta({ access: 'public' });

/**
 * Anyone, within limits per account and per network address. Every call counts by itself, before its input is
 * checked, so a batch gains nothing.
 */
export const limitedProcedure = (limits: AccountLimits) =>
  publicProcedure.use(async ({ ctx, getRawInput, next }) => {
    const account = accountKeySchema.safeParse(await getRawInput()).data;
    await Promise.all([
      limiter().take(limits.address, ctx.clientAddress),
      account === undefined ? undefined : limiter().take(limits.account, account),
    ]);
    const result = await next();
    if (result.ok && limits.successIsFree && account !== undefined) {
      await limiter().giveBack(limits.account, account);
    }
    return result;
  });

/** Anyone, so often from one network address. */
export const addressProcedure = (limit: Limit) =>
  publicProcedure.use(async ({ ctx, next }) => {
    await limiter().take(limit, ctx.clientAddress);
    return next();
  });

/** Anyone who is signed in, whatever the organisation. */
export const userProcedure = base.meta({ access: 'user' }).use(({ ctx, next }) => {
  const { session } = ctx;
  if (session === null) throw new DomainError('unauthenticated', 'Sign in to go on.');
  return next({ ctx: { session } });
});

/** A member of an organisation whose role holds `permission`; the verb receives the grant. */
export const memberProcedure = <P extends Permission>(permission: P) =>
  base.meta({ access: permission }).use(({ ctx, next }) => {
    const grant: Authorized<P> = authorize(ctx.actor, permission);
    return next({ ctx: { grant } });
  });

/** As `memberProcedure`, so often for each organisation. */
export const limitedMemberProcedure = <P extends Permission>(permission: P, limit: Limit) =>
  memberProcedure(permission).use(async ({ ctx, next }) => {
    await limiter().take(limit, ctx.grant.organizationId);
    return next();
  });

/** A platform admin. */
export const adminProcedure = base
  .meta({ access: 'admin' })
  .use(({ ctx, next }) => next({ ctx: { actor: adminActor(ctx.session) } }));

/** A candidate in their own portal; the verb receives the grant of their own rows. */
export const candidateProcedure = base.meta({ access: 'candidate' }).use(({ ctx, next }) => {
  const { candidateId } = ctx;
  const actor: Actor = candidateId === null ? { kind: 'anonymous' } : { kind: 'candidate', candidateId };
  return next({ ctx: { actor, own: authorizeCandidate(actor) } });
});
