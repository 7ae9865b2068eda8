import { consumeMatchChunk } from '@/domain/matching/consumer';
import { queueRoute } from '../route-handler';

export const POST = queueRoute('match-chunk', consumeMatchChunk);
