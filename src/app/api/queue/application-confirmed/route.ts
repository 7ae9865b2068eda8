import { consumeApplicationConfirmed } from '@/domain/pipeline/consumers/application-submitted';
import { queueRoute } from '../route-handler';

export const POST = queueRoute('application-confirmed', consumeApplicationConfirmed);
