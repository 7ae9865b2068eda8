import { loadCatalog } from '@/domain/catalog/load';
import { logMask } from '@/domain/catalog/log-mask';
import { env } from '@/env';
import { setLogMask } from '@/services/log';

/** A bad environment or a bad file in `config/` ends the process with its reason; then the log gets its mask. */
export const boot = (): void => {
  try {
    env();
    setLogMask(logMask(loadCatalog().masks));
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  }
};
