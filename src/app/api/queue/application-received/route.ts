import { consumeApplicationReceived } from '@/domain/notifications/consumers/application-received';
import { queueRoute } from '../route-handler';

export const POST = queueRoute('application-received', consumeApplicationReceived);
