import { consumePeopleCompare } from '@/domain/candidates/consumers/compare-people';
import { queueRoute } from '../route-handler';

export const POST = queueRoute('people-compare', consumePeopleCompare);
