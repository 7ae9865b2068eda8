/** The process answers; nothing else is asked of it. */
export const GET = (): Response => Response.json({ ok: true });
