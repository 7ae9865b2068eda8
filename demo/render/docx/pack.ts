import { Packer, type Document } from 'docx';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

const FIXED_STAMP = '2026-11-02T09:00:00Z';

/** Bytes of a .docx in which nothing depends on the hour of writing. */
export async function packDocument(doc: Document): Promise<Buffer> {
  const parts = unzipSync(new Uint8Array(await Packer.toBuffer(doc)));
  const core = parts['docProps/core.xml'];
  if (!core) throw new Error('a Word file without core properties');
  parts['docProps/core.xml'] = strToU8(strFromU8(core).replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, FIXED_STAMP));
  const sorted = Object.fromEntries(Object.entries(parts).sort(([a], [b]) => a.localeCompare(b)));
  // A zip keeps local wall time: noon of a fixed day reads the same in every zone the script runs in.
  return Buffer.from(zipSync(sorted, { mtime: new Date(2026, 10, 2, 12), level: 9 }));
}
