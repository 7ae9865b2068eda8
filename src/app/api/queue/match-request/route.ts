import { consumeMatchRequest } from '@/domain/matching/runs';
import { queueRoute } from '../route-handler';

export const POST = queueRoute('match-request', consumeMatchRequest);
