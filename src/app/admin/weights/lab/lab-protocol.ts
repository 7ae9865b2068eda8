import type { LabComparison, LabRanking, LabWeights } from '@/domain/scoring/lab-rank';

/** Weights to rank by, and which values to take for what is not known. */
export interface WantedWeights {
  weights: LabWeights;
  by: LabRanking['by'];
}

/** What the page tells the worker: whom to rank, then weights to rank them by. */
export type LabRequest =
  { kind: 'people'; buffer: ArrayBuffer; inUse: LabWeights } | ({ kind: 'weights' } & WantedWeights);

/** What the worker answers, once for each request. */
export type LabAnswer =
  | { kind: 'ready'; people: number; total: number }
  | {
      kind: 'ranked';
      comparison: LabComparison;
      /** Time of ranking and comparing everybody. */
      milliseconds: number;
    };

/** First places that are drawn. */
export const TOP = 12;
