const keyOf = (jobId: string): string => `fb-from-list:${jobId}`;

/**
 * Remembers, over a reload, that the history's newest entry was put on top of the job's list. Its length tells the entry: one
 * that is replaced keeps it, one that is added changes it.
 */
export const rememberList = (jobId: string): void => {
  try {
    sessionStorage.setItem(keyOf(jobId), String(window.history.length));
  } catch {
    // Storage may be full or forbidden: Back then shows the list in the place of the person.
  }
};

/** Whether the list is one step back. */
export const cameFromList = (jobId: string): boolean => {
  try {
    return sessionStorage.getItem(keyOf(jobId)) === String(window.history.length);
  } catch {
    return false;
  }
};

/** The list is shown again. */
export const forgetList = (jobId: string): void => {
  try {
    sessionStorage.removeItem(keyOf(jobId));
  } catch {
    // Nothing was remembered either.
  }
};
