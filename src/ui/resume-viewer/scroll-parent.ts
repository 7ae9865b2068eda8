/** The element that scrolls what stands in `element`; null when the page itself does. */
export function scrollParent(element: Element | null): Element | null {
  for (let at = element?.parentElement ?? null; at !== null; at = at.parentElement) {
    if (at === document.documentElement) return null;
    if (/auto|scroll/.test(getComputedStyle(at).overflowY)) return at;
  }
  return null;
}
