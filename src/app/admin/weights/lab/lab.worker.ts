import { decodeLabPeople, type LabPeople } from '@/domain/scoring/lab-people';
import { compareRankings, labRanker, type LabRanker, type LabRanking } from '@/domain/scoring/lab-rank';
import { TOP, type LabAnswer, type LabRequest, type WantedWeights } from './lab-protocol';

/** Ranks a job's people off the page's own thread: their values stay here, and only weights and first places travel. */
let state: { people: LabPeople; rank: LabRanker; inUse: LabRanking } | null = null;

const answer = (told: LabAnswer): void => postMessage(told);

const load = (buffer: ArrayBuffer, inUse: LabRanking['weights']): void => {
  const people = decodeLabPeople(buffer);
  const rank = labRanker(people);
  state = { people, rank, inUse: rank(inUse, 'inUse') };
  answer({ kind: 'ready', people: people.codes.length, total: people.total });
};

const rankBy = ({ weights, by }: WantedWeights): void => {
  if (state === null) return;
  const begun = performance.now();
  const comparison = compareRankings(state.people, state.inUse, state.rank(weights, by), TOP);
  answer({ kind: 'ranked', comparison, milliseconds: performance.now() - begun });
};

addEventListener('message', ({ data }: MessageEvent<LabRequest>) => {
  if (data.kind === 'people') load(data.buffer, data.inUse);
  else rankBy(data);
});
