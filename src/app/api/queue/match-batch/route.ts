import { consumeMatchBatch } from '@/domain/matching/batches';
import { queueRoute } from '../route-handler';

export const POST = queueRoute('match-batch', consumeMatchBatch);
