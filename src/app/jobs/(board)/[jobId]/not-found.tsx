import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { createCaller } from '@/trpc/root';
import { pageContext } from '@/trpc/server';
import board from '@/ui/board/board.module.css';
import { JobRow } from '@/ui/board/job-row';
import { slugWords } from './job-id';

export const metadata: Metadata = { title: { absolute: 'This job is not open · Flexibees' } };

/** A job that was closed, paused or never there: all the same from outside. Its address still says what it was about. */
export default async function JobNotOpen() {
  const words = slugWords((await headers()).get('x-pathname') ?? '');
  const similar = await createCaller(await pageContext())
    .board.similar({ words, except: null })
    .catch(() => []);
  return (
    <div className={board.message}>
      <h1 className={board.heading}>This job is not open</h1>
      <p>
        It was filled, paused or closed, or this address was cut short. If you applied, your application is
        kept:{' '}
        <a className="fb-link" href="/me">
          see your applications
        </a>
        .
      </p>
      {similar.length > 0 && (
        <>
          <h2 className={board.subheading}>Open now</h2>
          <ul className={board.list}>
            {similar.map((item) => (
              <JobRow key={item.jobId} {...item} />
            ))}
          </ul>
        </>
      )}
      <p>
        <a className="fb-link" href="/jobs">
          See all open jobs
        </a>
      </p>
    </div>
  );
}
