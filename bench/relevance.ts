/**
 * How relevant the ranking is: npm run -s bench:relevance -- [--corpus FILE --queries FILE] [--json] [--each]. The files are
 * JSON lines, résumés {id, category, text} and ads {id, category, title, text}; an ad's résumés are those of its category.
 * Without files both halves of our own corpus are measured. `--each` tells query by query, of the held-back half never.
 */
import { parseArgs } from 'node:util';
import { bm25Rankings } from './relevance/bm25';
import { engineRankings, factsOf, jobOf } from './relevance/engine';
import { figuresOf, type Figures } from './relevance/figures';
import {
  queryLineSchema,
  readLines,
  resumeLineSchema,
  type QueryLine,
  type ResumeLine,
} from './relevance/formats';
import { ownCorpus } from './relevance/own-corpus';

const { values } = parseArgs({
  options: {
    corpus: { type: 'string' },
    queries: { type: 'string' },
    json: { type: 'boolean', default: false },
    each: { type: 'boolean', default: false },
  },
});

interface Measured {
  engine: Figures;
  bm25: Figures;
  queries: number;
  resumes: number;
  unread: number;
  seconds: number;
}

async function measure(resumes: ResumeLine[], queries: QueryLine[], each: boolean): Promise<Measured> {
  const started = performance.now();
  const facts = await factsOf(resumes);
  const categories = resumes.map(({ category }) => category);
  const rankings = engineRankings(queries, resumes, facts);
  const engine = figuresOf(queries, categories, (_, index) => rankings[index] ?? []);
  const searched = bm25Rankings(queries, resumes);
  const bm25 = figuresOf(queries, categories, (_, index) => searched[index] ?? []);
  if (each) {
    queries.forEach((query, index) => {
      const job = jobOf(query);
      console.log(
        [
          engine.each[index]?.p10,
          bm25.each[index]?.p10,
          query.category,
          job.title,
          job.roleId,
          job.requiredSkills.map(({ skillId }) => skillId).join(' '),
          rankings[index]?.map((place) => resumes[place]?.id).join(' '),
        ].join('\t'),
      );
    });
  }
  return {
    engine: engine.mean,
    bm25: bm25.mean,
    queries: queries.length,
    resumes: resumes.length,
    unread: facts.filter((one) => one === null).length,
    seconds: Math.round((performance.now() - started) / 100) / 10,
  };
}

const { corpus, queries, each, json } = values;
if ((corpus === undefined) !== (queries === undefined)) {
  console.error('Give both --corpus and --queries, or neither.');
  process.exit(2);
}
let out: unknown;
if (corpus !== undefined && queries !== undefined) {
  out = await measure(
    readLines(corpus, resumeLineSchema, console.error),
    readLines(queries, queryLineSchema, console.error),
    each,
  );
} else {
  const { seen, heldBack } = ownCorpus();
  const measured = await measure(seen.resumes, seen.queries, each);
  out = { seen: measured, ...(await measure(heldBack.resumes, heldBack.queries, false)) };
}
console.log(JSON.stringify(out, null, json ? undefined : 2));
