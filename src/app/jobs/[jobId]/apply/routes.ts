/** Left by plain links, not by Next's: the board and the portal bring their own styles, which must not mix with these. */
export const BOARD = '/jobs';
export const PORTAL = '/me';
