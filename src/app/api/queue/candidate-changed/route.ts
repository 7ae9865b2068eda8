import { consumeCandidateChanged } from '@/domain/matching/consumer';
import { queueRoute } from '../route-handler';

export const POST = queueRoute('candidate-changed', consumeCandidateChanged);
