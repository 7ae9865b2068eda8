import type { AdReading } from '@/domain/jobs/schema/ad';
import type { TakenOver } from './take-over';

/** An ad that waits for its new draft to open, with the answers that the person gave beside it; or what was taken over of one. */
export type KeptAd =
  { state: 'waiting'; reading: AdReading; own: string[] } | { state: 'taken' | 'put_back'; taken: TakenOver };

const keyOf = (jobId: string): string => `fb-ad-${jobId}`;

/** What this device knows of a job's ad; storage may be full or forbidden, and then nothing is. */
export const keptAd = (jobId: string): KeptAd | null => {
  try {
    const text = localStorage.getItem(keyOf(jobId));
    return text === null ? null : (JSON.parse(text) as KeptAd);
  } catch {
    return null;
  }
};

export const keepAd = (jobId: string, ad: KeptAd | null): void => {
  try {
    if (ad === null) localStorage.removeItem(keyOf(jobId));
    else localStorage.setItem(keyOf(jobId), JSON.stringify(ad));
  } catch {
    // The marks are lost; the answers are not.
  }
};
