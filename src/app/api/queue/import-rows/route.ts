import { consumeImportRows } from '@/domain/resumes/consumers/import-rows';
import { queueRoute } from '../route-handler';

export const POST = queueRoute('import-rows', consumeImportRows);
