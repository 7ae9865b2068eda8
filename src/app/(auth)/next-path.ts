const HERE = 'http://here.invalid';

/** Where to go after signing in: the page of the employer's or the admin's part that was asked for, else the employer's start. Never another site. */
export const nextPath = (asked: string | string[] | undefined): string => {
  if (typeof asked !== 'string' || !URL.canParse(asked, HERE)) return '/employer';
  const { origin, pathname, search } = new URL(asked, HERE);
  return origin === HERE && /^\/(?:employer|admin)(?:\/|$)/.test(pathname)
    ? `${pathname}${search}`
    : '/employer';
};

/** The sign-in page that leads back to the page asked for; without `next` when that is the start. */
export const signInHref = (asked: string): string => {
  const next = nextPath(asked);
  return next === '/employer' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(next)}`;
};
