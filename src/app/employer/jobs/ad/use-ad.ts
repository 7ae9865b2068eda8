'use client';
import { useEffect, useState } from 'react';
import type { JobDraft, JobQuestionId } from '@/domain/jobs/schema';
import type { AdQuestion, AdReading } from '@/domain/jobs/schema/ad';
import { keepAd, keptAd, type KeptAd } from './kept-ad';
import { fromAd, notInAd, putBack, takeAgain, takeOne, takeOver, type TakenOver } from './take-over';

/**
 * A pasted ad and a draft: takes its answers over, marks them, puts them back. An ad that came with a new job is taken over
 * when the form opens. Everything goes through `change`, so it saves itself as typing does.
 */
export const useAd = (jobId: string, draft: JobDraft, change: (changes: JobDraft) => void) => {
  const [ad, setAd] = useState<KeptAd | null>(null);
  const keep = (next: KeptAd | null): void => {
    setAd(next);
    keepAd(jobId, next);
  };
  const take = ({ taken, changes }: { taken: TakenOver; changes: JobDraft }): void => {
    change(changes);
    keep({ state: 'taken', taken });
  };
  // Storage is the browser's: what it holds can only be known once the page is there.
  useEffect(() => {
    const found = keptAd(jobId);
    if (found?.state === 'waiting') take(takeOver(draft, found.reading, (id) => found.own.includes(id)));
    else setAd(found);
    // oxlint-disable-next-line react/exhaustive-deps
  }, [jobId]);

  const taken = ad?.state === 'taken' ? ad.taken : null;
  const marked = taken ? fromAd(draft, taken) : [];
  const quoteOf = (id: AdQuestion): string =>
    taken?.reading.found.find(({ questionId }) => questionId === id)?.quote ?? '';
  return {
    /** `null` = no ad was pasted here. */
    state: ad === null || ad.state === 'waiting' ? null : ad.state,
    marked,
    missing: taken ? notInAd(draft, taken) : [],
    kept: taken?.kept ?? [],
    quoteOf,
    /** Why a question is answered as it is: the ad's words, or that it has none. */
    reasonOf: (id: JobQuestionId, usual: string | null | undefined): string | null | undefined => {
      const question = id as AdQuestion;
      if (marked.includes(question)) {
        if (question === 'description') return 'The text of the ad.';
        // A role that the title does not name was told by the whole text.
        if (question === 'role' && quoteOf('role') !== quoteOf('title'))
          return 'By what the ad says of the work.';
        return `From the ad: “${quoteOf(question)}”`;
      }
      if (!taken?.reading.missing.includes(question)) return usual;
      return usual ? `Not in the ad. ${usual}` : 'Not in the ad.';
    },
    /** Takes an ad over into a draft that somebody works on: what it has already is theirs. */
    paste: (reading: AdReading) => take(takeOver(draft, reading, () => true)),
    takeOne: (id: AdQuestion) => {
      if (taken) take(takeOne(draft, taken, id));
    },
    undo: () => {
      if (!taken) return;
      change(putBack(draft, taken));
      keep({ state: 'put_back', taken });
    },
    redo: () => {
      if (ad?.state === 'put_back') take(takeAgain(draft, ad.taken));
    },
    dismiss: () => keep(null),
  };
};
