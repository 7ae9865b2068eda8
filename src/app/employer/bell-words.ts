import type { Route } from 'next';
import type { NotificationList } from '@/domain/notifications/schema';
import { importHref, jobHref } from './routes';
import { plural } from './words';

type Notice = NotificationList['items'][number];

const GONE = 'A job that is gone';
/** What a notice says to a member, and where it leads; null leads nowhere. */
export const bellWords = (notice: Notice): { title: string; text: string; href: Route | null } => {
  const { event, count, jobId, jobTitle, candidateId, importId } = notice;
  switch (event) {
    case 'strong_matches':
      return {
        title: plural(count, 'new strong match', 'new strong matches'),
        text: jobTitle ?? GONE,
        href: jobId === null ? null : jobHref(jobId),
      };
    case 'application_received':
      return {
        title: 'Somebody applied',
        text: jobTitle ?? GONE,
        href: jobId === null ? null : jobHref(jobId, candidateId ?? undefined),
      };
    default:
      return {
        title: 'Import finished',
        text: `${plural(count, 'résumé', 'résumés')} read`,
        href: importId === null ? null : importHref(importId),
      };
  }
};
