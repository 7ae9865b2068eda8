const HERE = 'http://here.invalid';

/** Where to go after signing in: the page of the employer's part that was asked for, else its start. Never another site. */
export const nextPath = (asked: string | string[] | undefined): string => {
  if (typeof asked !== 'string' || !URL.canParse(asked, HERE)) return '/employer';
  const { origin, pathname, search } = new URL(asked, HERE);
  return origin === HERE && /^\/employer(?:\/|$)/.test(pathname) ? `${pathname}${search}` : '/employer';
};
