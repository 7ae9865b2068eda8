import type { ParseFailure } from '@/domain/resumes/schema';

/** How the reading of a file ends: as a résumé, or with a typed reason. */
export type Ending = 'parsed' | ParseFailure;

/** A file that means harm, or is broken, or pretends to be another. */
export interface HostileFile {
  /** What is wrong with it, unique in the corpus. */
  label: string;
  /** The name it is uploaded under. */
  filename: string;
  make: () => Uint8Array;
  /** The endings that are right for it. */
  ends: readonly Ending[];
}

/** Where links of a file point: a listener that counts who calls. */
export interface Lure {
  http: string;
  host: string;
  port: number;
}
