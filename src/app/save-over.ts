import { errorData } from '@/trpc/client';

/**
 * Saves a draft over the revision that it was typed over. `unheard` was sent over the same one before, and no answer came: it may have
 * been carried out, and refuses now what follows it. Sent again it tells, for the server knows what it holds already; then the draft
 * goes over that. Throws what `send` does: a refusal as it was when somebody else's work stands there.
 */
export const saveOver = async <Draft, Saved extends { revision: number }>(
  send: (revision: number, draft: Draft) => Promise<Saved>,
  { revision, draft, unheard }: { revision: number; draft: Draft; unheard: Draft | null },
): Promise<Saved> => {
  try {
    return await send(revision, draft);
  } catch (error) {
    if (unheard === null || errorData(error).code !== 'conflict') throw error;
    const heard = await send(revision, unheard).catch(() => null);
    if (heard === null) throw error;
    return send(heard.revision, draft);
  }
};

/** What is not known to have been carried out once a save failed: the one that got no answer, else what it was before. */
export const unheardAfter = <Draft>(error: unknown, sent: Draft, before: Draft | null): Draft | null =>
  errorData(error).code === 'network' ? sent : before;
