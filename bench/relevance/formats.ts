import { readFileSync } from 'node:fs';
import { z } from 'zod';

export const resumeLineSchema = z.object({ id: z.coerce.string(), category: z.string(), text: z.string() });
export const queryLineSchema = resumeLineSchema.extend({ title: z.string() });
export type ResumeLine = z.infer<typeof resumeLineSchema>;
export type QueryLine = z.infer<typeof queryLineSchema>;

/** A file of one JSON object a line; throws naming the line that does not fit. */
export function readLines<T>(file: string, schema: z.ZodType<T>): T[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line, index) => {
      if (line.trim() === '') return [];
      const result = schema.safeParse(JSON.parse(line));
      if (!result.success) throw new Error(`${file}:${index + 1}: ${z.prettifyError(result.error)}`);
      return [result.data];
    });
}
