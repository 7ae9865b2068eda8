import { consumeMatchPart } from '@/domain/matching/parts';
import { queueRoute } from '../route-handler';

export const POST = queueRoute('match-part', consumeMatchPart);
