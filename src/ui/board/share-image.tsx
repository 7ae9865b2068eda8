import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ImageResponse } from 'next/og';
import { hexagon, LIT, MARK_CELLS } from '@/ui/comb';
import { lightVariables, sharedVariables } from '@/ui/tokens';

export const SHARE_IMAGE = { width: 1200, height: 630 };

const HONEY = sharedVariables['--fb-honey'];
const FILES = 'node_modules/@fontsource/anek-latin/files';

/** What the fonts below hold; for any other letter the renderer would ask a server on the internet. */
const UNDRAWABLE =
  /[^\u0020-\u007E\u00A0-\u0131\u0134-\u0148\u014A-\u017E\u2013\u2014\u2018\u2019\u201C\u201D\u2026\u20AC\u20B9]/g;
const drawable = (text: string): string => text.replace(UNDRAWABLE, '').trim();

const readFonts = () =>
  Promise.all(
    ([500, 600] as const).flatMap((weight) =>
      ['latin', 'latin-ext'].map(async (subset) => ({
        // Of one family the renderer would take one file only.
        name: subset,
        weight,
        style: 'normal' as const,
        data: await readFile(join(process.cwd(), FILES, `anek-latin-${subset}-${weight}-normal.woff`)),
      })),
    ),
  );
let fonts: ReturnType<typeof readFonts> | undefined;

/** The PNG that goes with a shared link to a job; drawn from local fonts, without the network. */
export const shareImage = async (job: {
  title: string;
  organizationName: string;
  facts: readonly string[];
}): Promise<ImageResponse> => {
  const title = drawable(job.title);
  return new ImageResponse(
    <div
      style={{
        width: '100%',
        height: '100%',
        display: 'flex',
        flexDirection: 'column',
        justifyContent: 'space-between',
        padding: 72,
        background: sharedVariables['--fb-ink'],
        color: lightVariables['--fb-surface'],
        fontFamily: 'latin, latin-ext',
        fontWeight: 500,
      }}
    >
      <div style={{ display: 'flex', alignItems: 'center', gap: 20, fontSize: 36, fontWeight: 600 }}>
        <svg width={64} height={64} viewBox="0 0 32 32">
          {MARK_CELLS.map(([x, y], cell) => (
            <polygon
              key={`${x},${y}`}
              points={hexagon(x, y, 5.1)}
              fill={LIT.has(cell) ? HONEY : 'none'}
              stroke={HONEY}
              strokeWidth={LIT.has(cell) ? 0 : 1.4}
            />
          ))}
        </svg>
        Flexibees
      </div>
      <div style={{ display: 'flex', flexDirection: 'column' }}>
        <div style={{ fontSize: 36, color: sharedVariables['--fb-on-ink-soft'] }}>
          {drawable(job.organizationName)}
        </div>
        <div
          style={{ marginTop: 12, fontSize: title.length > 48 ? 60 : 76, lineHeight: 1.1, fontWeight: 600 }}
        >
          {title === '' ? 'A flexible job' : title}
        </div>
      </div>
      <div
        style={{ display: 'flex', flexWrap: 'wrap', columnGap: 40, rowGap: 8, fontSize: 34, color: HONEY }}
      >
        {job.facts.map((fact) => (
          <div key={fact}>{drawable(fact)}</div>
        ))}
      </div>
    </div>,
    { ...SHARE_IMAGE, fonts: await (fonts ??= readFonts()) },
  );
};
