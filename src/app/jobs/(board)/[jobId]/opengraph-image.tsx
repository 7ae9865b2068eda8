import { SHARE_IMAGE, shareImage } from '@/ui/board/share-image';
import { loadJob } from './load-job';

export const alt = 'The job, its employer, hours and pay';
export const size = SHARE_IMAGE;
export const contentType = 'image/png';

/** The picture that goes with a shared link. */
export default async function JobImage({ params }: { params: Promise<{ jobId: string }> }) {
  const { title, organizationName, words } = await loadJob((await params).jobId);
  const facts = [words.hours, words.work, words.pay].filter((fact) => fact !== null);
  return shareImage({ title, organizationName, facts });
}
