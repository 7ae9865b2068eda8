import { consumeImportFinished } from '@/domain/notifications/consumer';
import { queueRoute } from '../route-handler';

export const POST = queueRoute('import-finished', consumeImportFinished);
