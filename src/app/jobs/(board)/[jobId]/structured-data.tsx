import { headers } from 'next/headers';

/**
 * schema.org data for search engines. A script of this type is data and never runs; `<` is written as an escape, so that no
 * text of an employer can end the element.
 */
export const StructuredData = async ({ data }: { data: Record<string, unknown> | null }) => {
  if (data === null) return null;
  const nonce = (await headers()).get('x-nonce') ?? undefined;
  return (
    <script
      type="application/ld+json"
      nonce={nonce}
      dangerouslySetInnerHTML={{ __html: JSON.stringify(data).replaceAll('<', '\\u003c') }}
    />
  );
};
