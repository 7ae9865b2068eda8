/** Runs once before the first request. Next folds the test away and leaves the boot out of its edge build. */
export const register = async (): Promise<void> => {
  if (process.env.NEXT_RUNTIME === 'nodejs') {
    const { boot } = await import('./boot');
    boot();
  }
};
