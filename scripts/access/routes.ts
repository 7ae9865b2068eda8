import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { env } from '@/env';
import { roleMay, type Permission } from '@/domain/kernel/policy';
import type { Caller } from './callers';
import type { Cell, Outcome } from './procedures';
import type { OwnersThings } from './world';

type Declared = 'public' | 'admin' | 'candidate' | 'key' | 'signed' | 'bearer' | 'procedures' | Permission;

/** Who may call each route handler; one that is not here is undeclared and fails the run. */
const ROUTES: Record<string, Declared> = {
  'api/admin/weights/lab/[jobId]': 'admin',
  'api/answers-template': 'public',
  'api/cron/sweep': 'bearer',
  'api/health/live': 'public',
  'api/health/ready': 'public',
  'api/imports/[importId]/report': 'candidate:read',
  'api/me/resumes/[resumeId]': 'candidate',
  'api/people-template': 'public',
  'api/resumes/[resumeId]': 'candidate:read',
  'jobs/feed.xml': 'public',
  'robots.txt': 'public',
  'sitemap.xml': 'public',
  // tRPC's own cells are those of its procedures.
  'api/trpc/[trpc]': 'procedures',
  'api/uploads': 'candidate:write',
  // Nobody here holds a draft's key.
  'api/uploads/application': 'key',
};
const QUEUE = /^api\/queue\/[a-z-]+$/;

const findRoutes = (directory: string): string[] =>
  readdirSync(directory, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name === 'route.ts')
    .map((entry) => relative('src/app', entry.parentPath));

type Handler = (request: Request, context: { params: Promise<OwnersThings> }) => Promise<Response>;

const requestFor = (route: string, caller: Caller, things: OwnersThings): Request => {
  const headers = { cookie: caller.cookie, origin: env().APP_URL, 'content-type': 'application/json' };
  const url = `${env().APP_URL}/${route.replace('[resumeId]', things.resumeId).replace('[jobId]', things.jobId)}`;
  if (!route.startsWith('api/uploads') && !QUEUE.test(route)) return new Request(url, { headers });
  const { itemId } = things;
  const payload = { pathname: 'nowhere.pdf', clientPayload: itemId, multipart: false, callbackUrl: url };
  const body = JSON.stringify({ type: 'blob.generate-client-token', payload });
  return new Request(url, { method: 'POST', headers, body });
};

/** Reads what is the owner's organisation's own, with no file behind it. */
const REPORT = 'api/imports/[importId]/report';

const expectedFor = (declared: Declared, caller: Caller, route: string): Outcome => {
  if (declared === 'public') return 'allowed';
  if (declared === 'admin') return caller.name === 'admin' ? 'allowed' : 'denied';
  if (declared === 'key') return 'absent';
  // The résumé is of another person: to them the same as one that is not there.
  if (declared === 'candidate') return caller.candidateId === null ? 'denied' : 'absent';
  if (declared === 'signed' || declared === 'bearer' || declared === 'procedures') return 'denied';
  const active = caller.role !== null && caller.name !== 'disabled' && roleMay(caller.role, declared);
  if (!active) return 'denied';
  if (route === REPORT) return caller.name === 'other' ? 'absent' : 'allowed';
  // The owner's upload names a wrong path and the résumé's bytes are in no store: both are reached, and not found.
  return 'absent';
};

const outcomeOf = (status: number): Outcome => {
  if (status === 401 || status === 403) return 'denied';
  return status === 404 ? 'absent' : 'allowed';
};

/** Calls every route handler with every caller's cookie; queue and cron routes must refuse them all. */
export const routeCells = async (
  callers: Caller[],
  things: OwnersThings,
): Promise<{ cells: Cell[]; undeclared: string[] }> => {
  const cells: Cell[] = [];
  const undeclared: string[] = [];
  for (const route of findRoutes(join('src', 'app'))) {
    const declared = QUEUE.test(route) ? 'signed' : ROUTES[route];
    if (declared === undefined) undeclared.push(route);
    if (declared === undefined || declared === 'procedures') continue;
    const handlers = (await import(`../../src/app/${route}/route`)) as { GET?: Handler; POST?: Handler };
    const handler = handlers.POST ?? handlers.GET;
    if (handler === undefined) throw new Error(`${route} handles neither GET nor POST.`);
    for (const caller of callers) {
      const response = await handler(requestFor(route, caller, things), { params: Promise.resolve(things) });
      cells.push({
        what: `/${route}`,
        caller: caller.name,
        expected: expectedFor(declared, caller, route),
        found: outcomeOf(response.status),
        leaked: false,
      });
    }
  }
  return { cells, undeclared };
};
