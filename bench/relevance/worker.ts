import { parentPort, workerData } from 'node:worker_threads';
import { candidateFacts } from '@/domain/candidates/facts';
import { profileFromParse } from '@/domain/candidates/from-parse';
import { loadCatalog } from '@/domain/catalog/load';
import { loadParseCatalog } from '@/domain/resumes/parse/load-catalog';
import { parseResume } from '@/domain/resumes/parse/resume';
import type { CandidateFacts } from '@/domain/scoring/schema';

/** One thread of the bench: reads texts as the résumé reader reads an uploaded text file. */
const { asOf } = workerData as { asOf: string };
const catalog = loadCatalog();
const parseCatalog = loadParseCatalog('config');

const read = async (text: string): Promise<CandidateFacts | null> => {
  const outcome = await parseResume(Buffer.from(text), {
    filename: 'resume.txt',
    asOf: asOf.slice(0, 7),
    catalog: parseCatalog,
  });
  return outcome.ok ? candidateFacts(profileFromParse(outcome.resume, catalog, asOf), {}, {}) : null;
};

parentPort?.on('message', (texts: string[]) => {
  void Promise.all(texts.map(read)).then((facts) => parentPort?.postMessage(facts, []));
});
