import { consumeNotificationSend } from '@/domain/notifications/consumer';
import { queueRoute } from '../route-handler';

export const POST = queueRoute('notification-send', consumeNotificationSend);
