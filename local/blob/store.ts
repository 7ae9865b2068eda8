import { createHash, randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { badRequest, notFound, preconditionFailed } from './blob-error';
import type { Spooled } from './spool';

/** What the completed upload is reported to; kept until that has been done. */
export type PendingCallback = { url: string; tokenPayload: string | null };

/** One blob. It exists from the moment its description is in place; the content file is there before. */
export type Blob = {
  pathname: string;
  /** Name of the content file; a new content gets a new name. */
  file: string;
  size: number;
  etag: string;
  contentType: string;
  cacheControl: string;
  uploadedAt: string;
  pending?: PendingCallback;
};

export type WriteCondition = {
  /** Etag that the blob must have now. */
  ifMatch: string | undefined;
  allowOverwrite: boolean;
};

/** What a writer says of a blob. */
export type Description = Pick<Blob, 'pathname' | 'contentType' | 'cacheControl' | 'pending'>;

export type Store = {
  /** Where spooled content must lie, so that it can be renamed into place. */
  temporary: string;
  find: (pathname: string) => Blob | undefined;
  /** All blobs, by pathname. */
  all: () => Blob[];
  contentPath: (blob: Blob) => string;
  /** Gives spooled content its name. @throws BlobError when the condition does not hold; the content is then dropped */
  commit: (content: Spooled, description: Description, condition: WriteCondition) => Promise<Blob>;
  remove: (pathname: string, ifMatch: string | undefined) => Promise<void>;
  /** Notes that the callback has been made. */
  settle: (blob: Blob) => Promise<void>;
};

/**
 * Opens a store in a directory. Descriptions are JSON files that appear by rename, so that a killed process leaves either
 * the old blob or the new one; what it left half-done is removed here.
 */
export function openStore(dir: string): Store {
  const [meta, content, temporary] = [join(dir, 'meta'), join(dir, 'content'), join(dir, 'tmp')];
  rmSync(temporary, { recursive: true, force: true });
  for (const path of [meta, content, temporary]) mkdirSync(path, { recursive: true });
  const blobs = readAll(meta);
  const known = new Set([...blobs.values()].map(({ file }) => file));
  for (const file of readdirSync(content)) if (!known.has(file)) rmSync(join(content, file));

  const describe = async (blob: Blob): Promise<void> => {
    const staging = join(temporary, randomUUID());
    await writeFile(staging, JSON.stringify(blob));
    await rename(staging, metaPath(blob.pathname));
    blobs.set(blob.pathname, blob);
  };
  const metaPath = (pathname: string): string =>
    join(meta, `${createHash('sha256').update(pathname).digest('hex')}.json`);
  const contentPath = ({ file }: Blob): string => join(content, file);
  const inTurn = turns();

  return {
    temporary,
    contentPath,
    find: (pathname) => blobs.get(pathname),
    all: () => [...blobs.values()].toSorted((one, two) => (one.pathname < two.pathname ? -1 : 1)),
    commit: (spooled, description, condition) =>
      inTurn(description.pathname, async () => {
        const current = blobs.get(description.pathname);
        try {
          checkCondition(current, condition);
        } catch (error) {
          await rm(spooled.path, { force: true });
          throw error;
        }
        const file = randomUUID();
        const blob = {
          ...description,
          file,
          size: spooled.size,
          etag: spooled.etag,
          uploadedAt: new Date().toISOString(),
        };
        await rename(spooled.path, join(content, file));
        await describe(blob);
        if (current) await rm(contentPath(current), { force: true });
        return blob;
      }),
    remove: (pathname, ifMatch) =>
      inTurn(pathname, async () => {
        const current = blobs.get(pathname);
        if (ifMatch !== undefined && current?.etag !== ifMatch)
          throw current ? preconditionFailed() : notFound();
        if (!current) return;
        blobs.delete(pathname);
        await rm(metaPath(pathname), { force: true });
        await rm(contentPath(current), { force: true });
      }),
    settle: (blob) =>
      inTurn(blob.pathname, async () => {
        const { pending: _done, ...settled } = blob;
        // Deleted or replaced meanwhile: nothing to note.
        if (blobs.get(blob.pathname) === blob) await describe(settled);
      }),
  };
}

function checkCondition(current: Blob | undefined, { ifMatch, allowOverwrite }: WriteCondition): void {
  if (ifMatch !== undefined) {
    if (current?.etag !== ifMatch) throw preconditionFailed();
  } else if (current && !allowOverwrite)
    throw badRequest(
      'This blob already exists, use `allowOverwrite: true` if you want to overwrite it. Or `addRandomSuffix: true` to generate a unique filename.',
    );
}

function readAll(meta: string): Map<string, Blob> {
  const blobs = readdirSync(meta).map((name): Blob => JSON.parse(readFileSync(join(meta, name), 'utf8')));
  return new Map(blobs.map((blob) => [blob.pathname, blob]));
}

/** Runs the changes of one pathname one after another. */
function turns(): <T>(key: string, work: () => Promise<T>) => Promise<T> {
  const last = new Map<string, Promise<unknown>>();
  return (key, work) => {
    const turn = (last.get(key) ?? Promise.resolve()).then(work, work);
    last.set(key, turn);
    const forget = (): void => {
      if (last.get(key) === turn) last.delete(key);
    };
    turn.then(forget, forget);
    return turn;
  };
}
