import { consumeFactRequested } from '@/domain/pipeline/consumers/fact-requested';
import { queueRoute } from '../route-handler';

export const POST = queueRoute('fact-requested', consumeFactRequested);
