import { desc, sql } from 'drizzle-orm';
import { jobPostings } from '@/db/schema';
import type { Context } from '@/domain/kernel/context';
import { asPublic } from '@/domain/kernel/transaction';
import type { PostingRow } from '../queries';

const AT_ONCE = 500;

/** Every open job, newest first, some hundred at a time; one published meanwhile is not among them, none comes twice. */
export async function* allPostings(
  ctx: Pick<Context, 'db' | 'tx'>,
  atOnce = AT_ONCE,
): AsyncGenerator<PostingRow[]> {
  let last: PostingRow | undefined;
  do {
    const after = last;
    const page = await asPublic(ctx, (tx) =>
      tx
        .select()
        .from(jobPostings)
        .where(
          after &&
            sql`(${jobPostings.publishedAt}, ${jobPostings.jobId}) < (${after.publishedAt.toISOString()}::timestamptz, ${after.jobId}::uuid)`,
        )
        .orderBy(desc(jobPostings.publishedAt), desc(jobPostings.jobId))
        .limit(atOnce),
    );
    if (page.length > 0) yield page;
    last = page.length < atOnce ? undefined : page.at(-1);
  } while (last !== undefined);
}
