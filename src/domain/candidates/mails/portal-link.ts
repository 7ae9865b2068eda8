import { eq } from 'drizzle-orm';
import { renderPortalLink } from '@emails/render';
import { organizations } from '@/db/schema';
import { env } from '@/env';
import type { LinkWriter } from './link-writer';

/** The link to the portal; for someone whom an organisation brought it says which. */
export const portalLinkMail: LinkWriter = async (tx, { person, secret }) => {
  const { organizationId } = person;
  const [organization] =
    organizationId === null
      ? []
      : await tx
          .select({ name: organizations.name })
          .from(organizations)
          .where(eq(organizations.id, organizationId));
  return renderPortalLink({
    openUrl: `${env().APP_URL}/me/open#${secret}`,
    organizationName: organization?.name ?? null,
  });
};
