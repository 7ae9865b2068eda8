/**
 * Sets the scheme before anything is drawn, under the attribute and key that Mantine reads later. Its own component would
 * bring a client bundle to pages that need none.
 */
const SET_SCHEME = `try {
  var kept = localStorage.getItem('mantine-color-scheme-value');
  var dark = kept === 'dark' || (kept !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light');
} catch (e) {}`;

export const ColorSchemeScript = ({ nonce }: { nonce: string | undefined }) => (
  <script nonce={nonce} dangerouslySetInnerHTML={{ __html: SET_SCHEME }} />
);
