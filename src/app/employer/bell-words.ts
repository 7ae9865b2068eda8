import type { NotificationList } from '@/domain/notifications/schema';
import type { BellItem } from '@/ui/shell/notification-bell';
import { wholePoints } from '@/ui/score-words';
import { importHref, jobHref, listedHref } from './routes';
import { plural } from './words';

type Item = NotificationList['items'][number];

/** "Asha Pillai answered: 71 → 84". */
const answered = ({ answer }: Item): string => {
  if (answer === null) return 'An answer came in';
  const { person, before, after, bands } = answer;
  if (after === null) return `${person} answered`;
  const [was, is] = [before === null ? null : wholePoints(before, bands), wholePoints(after, bands)];
  return was === null || was === is
    ? `${person} answered: still ${is}`
    : `${person} answered: ${was} → ${is}`;
};

/** What the bell says of a notice, and where it leads; of people only who answered is named. */
export const bellWords = (item: Item): Pick<BellItem, 'title' | 'text' | 'href'> => {
  const { event, count, jobId, jobTitle, importId, candidateId, group } = item;
  const job = {
    text: jobTitle ?? 'A job that is gone',
    href:
      jobId === null
        ? null
        : candidateId === null || group === null
          ? jobHref(jobId, candidateId ?? undefined)
          : listedHref(jobId, candidateId, group),
  };
  switch (event) {
    case 'strong_matches':
      return { title: plural(count, 'new strong match', 'new strong matches'), ...job };
    case 'application_received':
      return { title: 'Somebody applied', ...job };
    case 'application_withdrawn':
      return { title: 'Somebody withdrew', ...job };
    case 'fact_answered':
      return { title: answered(item), ...job };
    case 'contest_opened':
      // Today knows where the ranking lists the person, and takes the answer when nowhere.
      return { title: 'Somebody contests a score', ...job, href: '/employer' };
    case 'import_finished':
      return {
        title: 'Import finished',
        text: `${plural(count, 'résumé', 'résumés')} read`,
        href: importId === null ? null : importHref(importId),
      };
    case 'application_confirmed':
    case 'fact_requested':
    case 'contest_answered':
      return { title: 'A candidate was told', ...job };
  }
};
