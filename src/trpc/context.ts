import { resolvePortalSession, resolveSession, type Session } from '@/domain/accounts/sessions';
import { PORTAL_COOKIE, SESSION_COOKIE } from '@/domain/accounts/cookie';
import { database } from '@/db/client';
import type { Actor } from '@/domain/kernel/actor';
import type { Context } from '@/domain/kernel/context';
import { DomainError } from '@/domain/kernel/errors';
import { newId } from '@/domain/kernel/ids';
import { continueTrace } from '@/domain/kernel/trace';
import { env } from '@/env';
import { logger } from '@/services/log';

/** A request's context: the domain's, plus what only the transport needs. */
export interface RequestContext extends Context {
  session: Session | null;
  /** The candidate whose portal is open in this browser; beside a member's session, if any. */
  candidateId: string | null;
  /** The secret of the portal's cookie: never logged, never sent back in a body. */
  portalSessionId: string | null;
  /** Address of the client as the platform reports it; for rate limits, never logged. */
  clientAddress: string;
  /** False for a request that another site made: no mutation runs on it. */
  sameOrigin: boolean;
  setCookie: (cookie: string) => void;
  /** Runs work once the response is on its way. */
  afterwards: (task: () => Promise<void>) => void;
}

export type ResponseEffects = Pick<RequestContext, 'setCookie' | 'afterwards'>;

/** For what only reads: no cookie is set and nothing is left to do. */
export const NO_EFFECTS: ResponseEffects = { setCookie: () => undefined, afterwards: () => undefined };

/** A platform admin acts as one, even when an employer's member elsewhere. Throws `unauthenticated` or `forbidden` for others. */
export const adminActor = (session: Session | null): Extract<Actor, { kind: 'admin' }> => {
  if (session === null) throw new DomainError('unauthenticated', 'Sign in to go on.');
  if (!session.platformAdmin) throw new DomainError('forbidden', 'Only a platform admin may do this.');
  return { kind: 'admin', userId: session.user.id };
};

const cookieValue = (header: string | null, name: string): string | undefined =>
  header
    ?.split(';')
    .map((part) => part.trim())
    .find((part) => part.startsWith(`${name}=`))
    ?.slice(name.length + 1);

/** Browsers send Sec-Fetch-Site; others at least an Origin. A request with neither comes from no browser. */
const isSameOrigin = (headers: Headers): boolean => {
  const site = headers.get('sec-fetch-site');
  if (site !== null) return site === 'same-origin' || site === 'none';
  const origin = headers.get('origin');
  return origin === null || origin === new URL(env().APP_URL).origin;
};

/** Builds the context of one request from its headers; `effects` reach the response. */
export const createRequestContext = async (
  headers: Headers,
  effects: ResponseEffects,
): Promise<RequestContext> => {
  const trace = continueTrace(headers.get('traceparent'));
  const db = database();
  const now = (): Date => new Date();
  const cookies = headers.get('cookie');
  const [session, portal] = await Promise.all([
    resolveSession({ db, now }, cookieValue(cookies, SESSION_COOKIE())),
    resolvePortalSession({ db, now }, cookieValue(cookies, PORTAL_COOKIE())),
  ]);
  return {
    actor: session?.actor ?? { kind: 'anonymous' },
    session,
    candidateId: portal?.candidateId ?? null,
    portalSessionId: portal?.id ?? null,
    db,
    now,
    newId,
    trace,
    log: logger().with({ requestId: headers.get('x-request-id') ?? newId(), traceId: trace.traceId }),
    clientAddress: headers.get('x-forwarded-for')?.split(',')[0]?.trim() ?? 'local',
    sameOrigin: isSameOrigin(headers),
    ...effects,
  };
};
