import { allPostings } from '@/domain/jobs/queries/all-postings';
import type { PostingRow } from '@/domain/jobs/queries';
import { createRequestContext, NO_EFFECTS } from '@/trpc/context';
import { failure } from './respond';

/**
 * A file for machines about every open job, streamed and the same for everybody. A failure before its first piece is an
 * answer of its own; a later one breaks the transfer off, for a half file must not look whole.
 */
export const publicFile = async (
  request: Request,
  type: string,
  write: (pages: AsyncIterable<PostingRow[]>, now: Date) => AsyncGenerator<string>,
): Promise<Response> => {
  const ctx = await createRequestContext(request.headers, NO_EFFECTS);
  const pieces = write(allPostings(ctx), ctx.now());
  const encoder = new TextEncoder();
  const next = async (): Promise<Uint8Array | null> => {
    const { value, done } = await pieces.next();
    return done === true ? null : encoder.encode(value);
  };
  try {
    // The head of the file says nothing yet; the first page of jobs does.
    const begun = [await next(), await next(), await next(), await next()];
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => {
        for (const piece of begun) if (piece !== null) controller.enqueue(piece);
      },
      pull: async (controller) => {
        const piece = await next();
        if (piece === null) controller.close();
        else controller.enqueue(piece);
      },
    });
    return new Response(body, { headers: { 'content-type': `${type}; charset=utf-8` } });
  } catch (error) {
    return failure(error, ctx.log, new URL(request.url).pathname);
  }
};
