import { readFileSync } from 'node:fs';
import { z } from 'zod';

export const resumeLineSchema = z.object({
  id: z.coerce.string(),
  category: z.coerce.string(),
  text: z.string(),
});
export const queryLineSchema = resumeLineSchema.extend({ title: z.string() });
export type ResumeLine = z.infer<typeof resumeLineSchema>;
export type QueryLine = z.infer<typeof queryLineSchema>;

const parsed = (line: string): unknown => {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
};

/**
 * The lines of a file of one JSON object a line. One that is no JSON or does not fit is left out, and told of with `say` by file and
 * number.
 */
export function readLines<T>(file: string, schema: z.ZodType<T>, say: (problem: string) => void): T[] {
  return readFileSync(file, 'utf8')
    .replace(/^\uFEFF/, '')
    .split('\n')
    .flatMap((line, index) => {
      if (line.trim() === '') return [];
      const value = parsed(line);
      const result = schema.safeParse(value);
      if (result.success) return [result.data];
      const what = value === undefined ? 'This is no JSON.' : z.prettifyError(result.error);
      say(`${file}:${index + 1}: left out. ${what}`);
      return [];
    });
}
