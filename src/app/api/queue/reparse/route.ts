import { consumeReparse } from '@/domain/resumes/consumers/reparse';
import { queueRoute } from '../route-handler';

export const POST = queueRoute('reparse', consumeReparse);
