import { consumeFactAnswered } from '@/domain/notifications/consumers/fact-answered';
import { queueRoute } from '../route-handler';

export const POST = queueRoute('fact-answered', consumeFactAnswered);
