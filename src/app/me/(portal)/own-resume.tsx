'use client';
import { useQuery } from '@tanstack/react-query';
import { QueryFailed } from '@/app/employer/query-state';
import { useTRPC } from '@/trpc/client';
import { PageSkeleton } from '@/ui/page-skeleton';
import { ReadResume } from '@/ui/resume-viewer/read-resume';

/** The person's own file with what was read of it marked. */
export const OwnResume = () => {
  const resume = useQuery(useTRPC().portal.resume.queryOptions());
  if (resume.isError) {
    return <QueryFailed error={resume.error} what="Your résumé" onRetry={() => void resume.refetch()} />;
  }
  if (resume.data == null) return <PageSkeleton />;
  return <ReadResume reading={resume.data} href={`/api/me/resumes/${resume.data.file.id}`} />;
};
