import type { Limit } from '@/services/rate-limit';

const QUARTER_HOUR = 15 * 60;

/** What a network address may begin, upload and send; it closes while nobody can count. */
export const APPLY_LIMIT: Limit = {
  name: 'apply-address',
  tries: 60,
  windowSeconds: QUARTER_HOUR,
  whenDown: 'refuse',
};

/** Saving and looking at a draft, which a form does every few seconds. */
export const APPLICATION_LIMIT: Limit = {
  name: 'application-address',
  tries: 3000,
  windowSeconds: QUARTER_HOUR,
  whenDown: 'allow',
};

/** Looking at a mailed question and answering it. Its link cannot be guessed, so nobody is kept out while nobody counts. */
export const ANSWER_LIMIT: Limit = {
  name: 'answer-address',
  tries: 300,
  windowSeconds: QUARTER_HOUR,
  whenDown: 'allow',
};
