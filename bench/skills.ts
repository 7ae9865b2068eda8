import { parseArgs } from 'node:util';
import { compareSkills, skillScore } from '@/domain/resumes/parse/skill-corpus';

const { values } = parseArgs({ options: { show: { type: 'string' } } });
const percent = (share: number) => Math.round(share * 1000) / 10;
for (const half of ['seen', 'unseen'] as const) {
  const comparisons = await compareSkills(half);
  const { precision, recall, f1 } = skillScore(comparisons);
  console.log(
    JSON.stringify({
      bench: 'skills',
      half,
      documents: comparisons.length,
      precision: percent(precision),
      recall: percent(recall),
      f1: percent(f1),
    }),
  );
  if (values.show === half) {
    for (const { name, wrong, missing } of comparisons) {
      if (wrong.length + missing.length > 0) console.log(JSON.stringify({ name, wrong, missing }));
    }
  }
}
