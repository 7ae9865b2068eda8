import { consumeApplicationFiles } from '@/domain/pipeline/consumers/application-files';
import { queueRoute } from '../route-handler';

export const POST = queueRoute('application-files', consumeApplicationFiles);
