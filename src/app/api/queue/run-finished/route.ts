import { consumeRunFinished } from '@/domain/notifications/consumer';
import { queueRoute } from '../route-handler';

export const POST = queueRoute('run-finished', consumeRunFinished);
