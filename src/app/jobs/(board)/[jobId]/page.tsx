import type { Metadata } from 'next';
import { createCaller } from '@/trpc/root';
import { pageContext } from '@/trpc/server';
import { JobRow } from '@/ui/board/job-row';
import { CoreHours } from '@/ui/board/core-hours';
import board from '@/ui/board/board.module.css';
import classes from '@/ui/board/job.module.css';
import { JobFacts } from './job-facts';
import { Needs } from './needs';
import { loadJob } from './load-job';
import { ShareButton } from './share-button';
import { StructuredData } from './structured-data';

interface Props {
  params: Promise<{ jobId: string }>;
}

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => {
  const { title, organizationName, words, path, description } = await loadJob((await params).jobId);
  const facts = [words.hours, words.work, words.pay].filter((part) => part !== null).join(', ');
  const about = [facts, description[0]?.lines.join(' ')].filter(Boolean).join('. ');
  const summary = about.length > 160 ? `${about.slice(0, 159).replace(/\s+\S*$/, '')}…` : about;
  return {
    title: { absolute: `${title}, ${organizationName} · Flexibees` },
    description: summary,
    alternates: { canonical: path },
    openGraph: { type: 'website', title: `${title} at ${organizationName}`, description: summary, url: path },
    twitter: { card: 'summary_large_image' },
  };
};

export default async function JobPage({ params }: Props) {
  const job = await loadJob((await params).jobId);
  const { jobId, title, organizationName, words, description, content, path } = job;
  const similar = await createCaller(await pageContext())
    .board.similar({ words: title.slice(0, 120), except: jobId })
    .catch(() => []);
  const applyHref = `/jobs/${jobId}/apply`;
  return (
    <>
      <StructuredData data={job.structuredData} />
      <div className={classes.job}>
        <header className={classes.head}>
          <p className={classes.employer}>{organizationName}</p>
          <h1>{title}</h1>
          <JobFacts words={words} />
        </header>
        <aside className={classes.aside} aria-label="Hours and applying">
          <h2>{words.coreHours === null ? 'Your hours are yours' : 'Does your week fit?'}</h2>
          {content.core_hours === undefined || words.coreHours === null ? (
            <p>There are no core hours: you choose when you work{words.hours ? `, ${words.hours}` : ''}.</p>
          ) : (
            <CoreHours core={content.core_hours} from={job.updatedAt.getTime()} />
          )}
          <a className={classes.apply} href={applyHref}>
            Apply, about 3 minutes
          </a>
          <p className={classes.small}>
            No account needed. You see what we read from your résumé before you send it.
          </p>
          <ShareButton title={`${title}, ${organizationName}`} path={path} />
        </aside>
        <div className={classes.body}>
          {description.length > 0 && (
            <section className={classes.written} aria-label="The work">
              {description.map(({ kind, lines }, at) =>
                kind === 'list' ? (
                  <ul key={at}>
                    {lines.map((line, item) => (
                      <li key={item}>{line}</li>
                    ))}
                  </ul>
                ) : (
                  <p key={at}>{lines.join(' ')}</p>
                ),
              )}
            </section>
          )}
          <Needs job={job} />
          <section>
            <h2>How you will be told</h2>
            <p>
              Applications are ranked by how well they fit this job, so that the employer sees likely ones
              first. Ranking is used; a person reads every application and decides, and nobody is turned down
              by a score.
            </p>
            <p>
              You can see what the employer sees about you and how your fit was worked out, correct it, and
              ask for it to be looked at again. We write to you when your application moves.
            </p>
          </section>
        </div>
      </div>
      {similar.length > 0 && (
        <section className={classes.similar}>
          <h2 className={board.subheading}>Other open jobs</h2>
          <ul className={board.list}>
            {similar.map((item) => (
              <JobRow key={item.jobId} {...item} />
            ))}
          </ul>
        </section>
      )}
      <div className={classes.thumb}>
        <a className={classes.apply} href={applyHref}>
          Apply, about 3 minutes
        </a>
      </div>
    </>
  );
}
