import { z } from 'zod';
import { expect, it } from 'vitest';
import { applicationFormSchema } from '@/domain/pipeline/schema/application';
import { jobAnswersSchema } from '@/domain/jobs/schema';
import { fieldIssues } from '@/domain/kernel/schema';
import { appRouter } from './root';

interface Procedure {
  _def: { inputs: z.core.$ZodType[] };
}
const procedures = Object.entries(appRouter._def.procedures as unknown as Record<string, Procedure>);

/** Values that hardly any field takes: missing, of every other kind, too small, too large, not whole, of no closed list. */
const MISFITS: unknown[] = [
  undefined,
  null,
  '',
  'x',
  'x'.repeat(30_000),
  -1,
  2.5,
  1e300,
  Number.NaN,
  true,
  [],
  Array.from({ length: 2_000 }, () => 'x'),
  {},
  { unknown: 1 },
];

/** Inputs of a schema that are wrong in one place each, wherever its objects, lists and choices lead. */
const wrongInputs = (schema: z.core.$ZodType, depth = 0): unknown[] => {
  if (depth > 6) return MISFITS;
  if (schema instanceof z.ZodObject) {
    const fields = Object.entries(schema.shape);
    return [
      ...MISFITS,
      ...fields.flatMap(([key, field]) => wrongInputs(field, depth + 1).map((value) => ({ [key]: value }))),
    ];
  }
  if (schema instanceof z.ZodArray)
    return [...MISFITS, ...wrongInputs(schema.element, depth + 1).map((value) => [value])];
  if (schema instanceof z.ZodRecord)
    return [...MISFITS, ...wrongInputs(schema.valueType, depth + 1).map((value) => ({ key: value }))];
  if (schema instanceof z.ZodUnion)
    return schema.options.flatMap((option: z.core.$ZodType) => wrongInputs(option, depth + 1));
  if (schema instanceof z.ZodPipe) return wrongInputs(schema.in, depth + 1);
  if (
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodNullable ||
    schema instanceof z.ZodDefault ||
    schema instanceof z.ZodPrefault
  )
    return wrongInputs(schema.unwrap(), depth + 1);
  return MISFITS;
};

const LIBRARY = /invalid|too (small|big)|expected|received|unrecogni[sz]ed|must (be|match)|undefined|NaN/i;

const schemas: [string, z.core.$ZodType][] = [
  ...procedures.flatMap(([path, { _def }]) =>
    _def.inputs.map((input): [string, z.core.$ZodType] => [path, input]),
  ),
  ['an application', applicationFormSchema],
  ['a job', jobAnswersSchema],
];

it('never speaks to a person in the words of the library, whatever they send', () => {
  let refused = 0;
  const said = new Set<string>();
  for (const [path, schema] of schemas) {
    for (const input of wrongInputs(schema)) {
      const { error } = z.safeParse(schema, input);
      if (error === undefined) continue;
      refused += 1;
      for (const { message } of fieldIssues(error)) {
        if (LIBRARY.test(message) || !/^[A-Z0-9“].*[.?]$/s.test(message)) said.add(`${path}: ${message}`);
      }
    }
  }
  expect(refused).toBeGreaterThan(1_000);
  expect([...said]).toEqual([]);
});
