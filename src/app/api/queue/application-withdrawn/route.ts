import { consumeApplicationWithdrawn } from '@/domain/notifications/consumers/withdrawals';
import { queueRoute } from '../route-handler';

export const POST = queueRoute('application-withdrawn', consumeApplicationWithdrawn);
