import type { z } from 'zod';
import { expect, it } from 'vitest';
import { appRouter } from './root';

interface Procedure {
  _def: { type: 'query' | 'mutation'; output?: z.core.$ZodType };
}
/** tRPC types its record as routers; at run time it is flat, by path. */
const procedures = Object.entries(appRouter._def.procedures as unknown as Record<string, Procedure>);

const isSchema = (value: unknown): value is z.core.$ZodTypes =>
  typeof value === 'object' && value !== null && '_zod' in value;

/** Whether any part of the schema lets through what it does not name. */
const isOpen = (value: unknown): boolean => {
  if (!isSchema(value)) {
    return typeof value === 'object' && value !== null && Object.values(value).some(isOpen);
  }
  const { def } = value._zod;
  if (def.type === 'any' || def.type === 'unknown') return true;
  return Object.values(def).some(isOpen);
};

it('has an output schema for every procedure', () => {
  expect(procedures.length).toBeGreaterThan(30);
  expect(procedures.flatMap(([path, { _def }]) => (isSchema(_def.output) ? [] : [path]))).toEqual([]);
});

/**
 * Drafts keep what was typed by whoever reads them, and a pasted ad is read into one; a posting's structured data is schema.org's, of
 * what is public.
 */
const OPEN = ['applications.get', 'board.posting', 'jobs.forEditing', 'jobs.readAd'];

it('names all that an answer may hold, but for drafts and structured data', () => {
  const open = procedures.filter(([, { _def }]) => isOpen(_def.output));
  expect(open.map(([path]) => path)).toEqual(OPEN);
});
