import { consumeResumeParse } from '@/domain/resumes/consumer';
import { queueRoute } from '../route-handler';

export const POST = queueRoute('resume-parse', consumeResumeParse);
