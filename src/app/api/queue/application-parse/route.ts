import { consumeApplicationParse } from '@/domain/pipeline/consumers/application-parse';
import { queueRoute } from '../route-handler';

export const POST = queueRoute('application-parse', consumeApplicationParse);
