'use client';
const CACHE = 'fb-apply';
const addressOf = (applicationId: string): string => `/kept/${applicationId}`;

/** Keeps a chosen file on this device until the store has it; a device that cannot merely has to ask for it again. */
export const keepFile = async (applicationId: string, file: File): Promise<void> => {
  try {
    const cache = await caches.open(CACHE);
    await cache.put(addressOf(applicationId), new Response(file));
  } catch {
    // Private windows and full disks: the file is still in this tab.
  }
};

/** The kept file under the name it was offered by; null when this device has none. */
export const keptFile = async (applicationId: string, name: string): Promise<File | null> => {
  try {
    const found = await (await caches.open(CACHE)).match(addressOf(applicationId));
    return found === undefined ? null : new File([await found.blob()], name);
  } catch {
    return null;
  }
};

/** Forgets the file: it is in the store, or nobody wants it any more. */
export const forgetFile = async (applicationId: string): Promise<void> => {
  try {
    await (await caches.open(CACHE)).delete(addressOf(applicationId));
  } catch {
    // Nothing was kept.
  }
};
