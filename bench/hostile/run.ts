import { parseIsolated } from '@/domain/resumes/adapter';
import { reasonWords } from '@/domain/resumes/reasons';
import type { ParseOutcome } from '@/domain/resumes/schema';
import type { Canary } from './canary';
import type { ChildWatch } from './child-watch';
import type { Ending, HostileFile } from './hostile-file';
import { resumeLines } from './resume-lines';

export interface Reading {
  label: string;
  ending: Ending | 'untyped';
  expected: boolean;
  seconds: number;
  peakMb: number;
  /** Network sockets opened or tried while it was read. */
  sockets: number;
  deaths: string[];
}

/** Parsed with a text, or refused with words for a person; whatever else comes back is untyped. */
function endingOf(outcome: ParseOutcome): Ending | 'untyped' {
  if (outcome.ok) return outcome.resume.text.length > 0 ? 'parsed' : 'untyped';
  const words = reasonWords(outcome.reason) as { title: string; advice: string } | undefined;
  return words && words.title !== '' && words.advice !== '' ? outcome.reason : 'untyped';
}

const read = (bytes: Uint8Array, filename: string) => parseIsolated(bytes, { filename, asOf: '2026-11' });

/** Reads one file the way an import does, with a warm child, and tells what that took. */
export async function readHostile(file: HostileFile, watch: ChildWatch, canary: Canary): Promise<Reading> {
  const bytes = file.make();
  await read(Buffer.from(resumeLines().join('\n')), 'resume.txt');
  watch.takePeak();
  const before = { deaths: watch.deaths().length, refused: watch.refused(), calls: canary.calls() };
  const started = performance.now();
  const ending = await read(bytes, file.filename).then(endingOf, (): 'untyped' => 'untyped');
  const seconds = (performance.now() - started) / 1000;
  return {
    label: file.label,
    ending,
    expected: ending !== 'untyped' && file.ends.includes(ending),
    seconds,
    peakMb: watch.takePeak() / 1024,
    sockets: canary.calls() - before.calls + watch.refused() - before.refused + watch.sockets(),
    deaths: watch.deaths().slice(before.deaths),
  };
}
