import { DomainError } from './errors';
import { roleMay, type MemberRole, type Permission } from './policy';

/** Who is acting. Every verb receives one in its context; none is trusted from the input. */
export type Actor =
  | { kind: 'anonymous' }
  | { kind: 'member'; userId: string; organizationId: string; role: MemberRole }
  /** Signed in, but member of no organisation. */
  | { kind: 'user'; userId: string }
  | { kind: 'admin'; userId: string }
  /** A person whose address was proved by a mailed link, in their own portal. */
  | { kind: 'candidate'; candidateId: string }
  /** Queue consumers and schedules. */
  | { kind: 'worker'; name: string };

declare const granted: unique symbol;

/** Proof that `authorize` was called for `P`: only this opens a tenant transaction, so a forgotten check does not compile. */
export interface Authorized<P extends Permission = Permission> {
  readonly [granted]: P;
  readonly organizationId: string;
  readonly userId: string;
}

/** Proof that `authorizeCandidate` was called: only this opens a transaction on a person's own rows. */
export interface OwnRows {
  readonly [granted]: 'own';
  readonly candidateId: string;
}

/** The grant of a candidate's own rows. Throws `unauthenticated` for every other actor. */
export const authorizeCandidate = (actor: Actor): OwnRows => {
  if (actor.kind !== 'candidate') {
    throw new DomainError('unauthenticated', 'Open the link from your mail to go on, or ask for a new one.');
  }
  return { candidateId: actor.candidateId } as OwnRows;
};

/**
 * The grant of `permission` in the actor's own organisation.
 * Throws `unauthenticated` for anonymous actors and `forbidden` where the role does not hold the permission.
 */
export const authorize = <P extends Permission>(actor: Actor, permission: P): Authorized<P> => {
  if (actor.kind === 'anonymous') throw new DomainError('unauthenticated', 'Sign in to go on.');
  if (actor.kind !== 'member' || !roleMay(actor.role, permission)) {
    throw new DomainError('forbidden', 'Your role does not allow this. Ask an owner of your organisation.');
  }
  return { organizationId: actor.organizationId, userId: actor.userId } as Authorized<P>;
};

/** Throws unless the actor is a worker: consumers are reachable through signed callbacks only. */
export const requireWorker = (actor: Actor): void => {
  if (actor.kind !== 'worker') throw new DomainError('forbidden', 'Only the queue may do this.');
};

/** Throws unless the actor is a platform admin. */
export const requireAdmin = (actor: Actor): void => {
  if (actor.kind !== 'admin') throw new DomainError('forbidden', 'Only a platform admin may do this.');
};
