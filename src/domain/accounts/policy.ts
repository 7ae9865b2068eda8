import type { Limit } from '@/services/rate-limit';

const QUARTER_HOUR = 15 * 60;

/** Five a window, so that even two windows side by side hold no more than ten tries in any quarter of an hour. */
const perAccount = (name: string): Limit => ({
  name: `${name}-account`,
  tries: 5,
  windowSeconds: QUARTER_HOUR,
  whenDown: 'refuse',
});

/** An office shares one address, so these are wide. */
const perAddress = (name: string): Limit => ({
  name: `${name}-address`,
  tries: 60,
  windowSeconds: QUARTER_HOUR,
  whenDown: 'refuse',
});

/**
 * What one signed-in person may change: far above a fast hand, an import of 500 files or a form that saves itself, far below a
 * script that runs wild. It guards no secret, so work goes on without Redis.
 */
export const SIGNED_IN_LIMIT: Limit = {
  name: 'signed-in',
  tries: 1_200,
  windowSeconds: 60,
  whenDown: 'allow',
};

/** Mails that one organisation's owners may have sent to addresses they typed; who sends mail to strangers is held back without Redis too. */
export const INVITATION_LIMIT: Limit = {
  name: 'invitation',
  tries: 60,
  windowSeconds: 60 * 60,
  whenDown: 'refuse',
};

export interface AccountLimits {
  account: Limit;
  address: Limit;
  /** A success is no try at guessing, so it is not counted against its account. */
  successIsFree: boolean;
}

/** How often the verbs that guard or send a secret may be tried, for one account and from one network address. */
export const SIGN_IN_LIMITS: AccountLimits = {
  account: perAccount('sign-in'),
  address: perAddress('sign-in'),
  successIsFree: true,
};
export const SIGN_UP_LIMITS: AccountLimits = {
  account: perAccount('sign-up'),
  address: perAddress('sign-up'),
  successIsFree: false,
};
/** Every verb that sends mail to an address someone typed shares one count, whichever of them it is. */
export const MAIL_LIMITS: AccountLimits = {
  account: perAccount('mail'),
  address: perAddress('mail'),
  successIsFree: false,
};
/** Looking at an invitation guesses nothing and is no try of its password; a page may be loaded again. */
export const INVITED_LIMITS: AccountLimits = {
  account: { ...perAccount('invited'), tries: 30 },
  address: perAddress('invited'),
  successIsFree: false,
};
export const TOKEN_LIMITS: AccountLimits = {
  account: perAccount('token'),
  address: perAddress('token'),
  successIsFree: false,
};
