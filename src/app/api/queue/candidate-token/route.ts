import { consumeCandidateToken } from '@/domain/candidates/consumer';
import { queueRoute } from '../route-handler';

export const POST = queueRoute('candidate-token', consumeCandidateToken);
