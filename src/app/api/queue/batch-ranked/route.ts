import { consumeBatchRanked } from '@/domain/notifications/consumer';
import { queueRoute } from '../route-handler';

export const POST = queueRoute('batch-ranked', consumeBatchRanked);
