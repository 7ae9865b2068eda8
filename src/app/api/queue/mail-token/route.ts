import { consumeMailToken } from '@/domain/accounts/consumer';
import { queueRoute } from '../route-handler';

export const POST = queueRoute('mail-token', consumeMailToken);
