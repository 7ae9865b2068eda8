import type { Message, Summary } from './mailbox';

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const STYLE = `
:root { color-scheme: light dark; --line: light-dark(#e3e0d8, #34322d); --quiet: light-dark(#6b675e, #a09b90); }
* { box-sizing: border-box }
body { margin: 0 auto; max-width: 60rem; padding: 1.5rem; font: 16px/1.5 system-ui, sans-serif;
  background: light-dark(#fbfaf7, #191815); color: light-dark(#23211d, #ece9e2) }
h1 { font-size: 1.35rem; margin: 0 }
header { display: flex; align-items: baseline; gap: 1rem; flex-wrap: wrap; margin-bottom: 1rem }
a { color: inherit }
ol { list-style: none; margin: 0; padding: 0; border-top: 1px solid var(--line) }
li a { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: 0 1rem; padding: .7rem .25rem; text-decoration: none;
  border-bottom: 1px solid var(--line) }
li a:hover, li a:focus-visible { background: light-dark(#f1eee6, #23211d) }
strong, .meta { overflow-wrap: anywhere }
.meta, time, dt { color: var(--quiet); font-size: .875rem }
dl { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: .1rem 1rem; margin: 0 0 1rem }
dd { margin: 0; overflow-wrap: anywhere }
pre { white-space: pre-wrap; overflow-wrap: anywhere; font: inherit }
iframe { width: 100%; height: 70vh; border: 1px solid var(--line); border-radius: .5rem; background: #fff }
`;

const page = (title: string, body: string, head = ''): string => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
${head}<title>${escape(title)}</title><style>${STYLE}</style></head><body>${body}</body></html>`;

const time = (instant: string): string =>
  `<time datetime="${instant}">${instant.slice(0, 10)} ${instant.slice(11, 19)} UTC</time>`;

/** The list of messages; it reloads itself. */
export function renderInbox(messages: Summary[], to: string | undefined): string {
  const items = messages.map(
    ({ id, from, to, subject, receivedAt }) => `<li><a href="/messages/${id}">
<strong>${escape(subject || '(no subject)')}</strong> ${time(receivedAt)}
<span class="meta">${escape(from)} → ${escape(to.join(', '))}</span></a></li>`,
  );
  const heading = to === undefined ? 'Inbox' : `Inbox of ${to}`;
  const empty = '<p>No mail yet. Whatever the application sends arrives here.</p>';
  return page(
    `${heading} (${messages.length})`,
    `<header><h1>${escape(heading)}</h1><span class="meta">${messages.length} messages</span>
${to === undefined ? '' : '<a href="/">all mail</a>'}</header>${items.length === 0 ? empty : `<ol>${items.join('')}</ol>`}`,
    '<meta http-equiv="refresh" content="5">',
  );
}

/** One message: what its envelope says, its body (HTML in a sandbox of its own), its attachments. */
export function renderMessage(message: Message): string {
  const { id, subject, from, to, receivedAt, html, text, attachments } = message;
  const files = attachments.map(
    ({ filename, contentType, size }) => `${filename} (${contentType}, ${size} bytes)`,
  );
  const owners = to.map((address) => `<a href="/?to=${encodeURIComponent(address)}">${escape(address)}</a>`);
  const body =
    html === null
      ? `<pre>${escape(text)}</pre>`
      : `<iframe title="Message" sandbox="allow-popups allow-popups-to-escape-sandbox" src="/messages/${id}/html"></iframe>`;
  return page(
    subject,
    `<header><a href="/">← Inbox</a></header><h1>${escape(subject || '(no subject)')}</h1>
<dl><dt>From</dt><dd>${escape(from)}</dd><dt>To</dt><dd>${owners.join(', ')}</dd>
<dt>Received</dt><dd>${time(receivedAt)}</dd>
${files.length === 0 ? '' : `<dt>Attached</dt><dd>${escape(files.join('; '))}</dd>`}
<dt>Source</dt><dd><a href="/api/messages/${id}/raw">message.eml</a></dd></dl>${body}`,
  );
}

/** The message's own HTML; its links open in a new tab. */
export const renderHtml = ({ html }: Message): string => `<base target="_blank">${html ?? ''}`;
