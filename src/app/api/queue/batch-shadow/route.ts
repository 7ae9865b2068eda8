import { consumeBatchShadow } from '@/domain/matching/consumers/shadow';
import { queueRoute } from '../route-handler';

export const POST = queueRoute('batch-shadow', consumeBatchShadow);
