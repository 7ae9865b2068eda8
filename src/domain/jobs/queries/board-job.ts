import { loadCatalog } from '@/domain/catalog/load';
import type { Context } from '@/domain/kernel/context';
import { env } from '@/env';
import { descriptionBlocks } from '../description';
import { jobPostingLd } from '../job-posting-ld';
import { postingWords } from '../posting-words';
import { getPosting } from '../queries';
import { postingPath, type BoardJob } from '../schema/posting';

/** An open job with everything its page shows. Throws `not_found` for every other job. */
export const getBoardJob = async (
  ctx: Pick<Context, 'db' | 'tx' | 'now'>,
  input: { jobId: string },
): Promise<BoardJob> => {
  const posting = await getPosting(ctx, input);
  const catalog = loadCatalog();
  const { languages, industries } = catalog.employerQuestions;
  const { content } = posting;
  const named = (ids: string[], nameOf: (id: string) => string | undefined): Record<string, string> =>
    Object.fromEntries(ids.map((id) => [id, nameOf(id) ?? id]));
  return {
    ...posting,
    path: postingPath(posting),
    words: postingWords(posting, catalog),
    description: descriptionBlocks(content.description ?? ''),
    names: {
      skills: named(posting.skillIds, (id) => catalog.skills.byId.get(id)?.name),
      languages: named(
        (content.languages ?? []).map(({ code }) => code),
        (code) => languages.find((known) => known.code === code)?.name,
      ),
      industries: named(content.domains ?? [], (id) => industries.find((known) => known.id === id)?.name),
    },
    structuredData: jobPostingLd(posting, { appUrl: env().APP_URL, now: ctx.now(), catalog }),
  };
};
