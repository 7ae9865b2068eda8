import { eq } from 'drizzle-orm';
import { renderApplicationSent } from '@emails/render';
import { applications, jobs, organizations } from '@/db/schema';
import { env } from '@/env';
import type { LinkWriter } from './link-writer';

/** Confirms an application that was sent; its link proves the address. */
export const applicationSentMail: LinkWriter = async (tx, { token, secret }) => {
  if (token.aboutId === null) return null;
  const [about] = await tx
    .select({
      jobTitle: jobs.title,
      organizationName: organizations.name,
      confirmed: applications.confirmed,
    })
    .from(applications)
    .innerJoin(jobs, eq(jobs.id, applications.jobId))
    .innerJoin(organizations, eq(organizations.id, applications.organizationId))
    .where(eq(applications.id, token.aboutId));
  if (about === undefined) return null;
  const { confirmed, ...job } = about;
  const openUrl = `${env().APP_URL}/me/open/application#${secret}`;
  return renderApplicationSent({ openUrl, waits: !confirmed, ...job });
};
