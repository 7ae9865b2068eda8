import type { Route } from 'next';

/** Addresses of things with an id; typed routes know only whole literals. */
export const applicationHref = (candidacyId: string): Route => `/me/applications/${candidacyId}` as Route;
export const postingHref = (jobId: string): Route => `/jobs/${jobId}` as Route;
export const BOARD = '/jobs' as Route;
