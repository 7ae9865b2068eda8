import { consumeApplicationSubmitted } from '@/domain/pipeline/consumers/application-submitted';
import { queueRoute } from '../route-handler';

export const POST = queueRoute('application-submitted', consumeApplicationSubmitted);
