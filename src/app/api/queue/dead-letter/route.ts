import { consumeDeadLetter } from '@/domain/kernel/dead-letters';
import { queueRoute } from '../route-handler';

export const POST = queueRoute('dead-letter', consumeDeadLetter);
