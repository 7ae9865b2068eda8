import { consumeCandidateChanged } from '@/domain/matching/patch';
import { queueRoute } from '../route-handler';

export const POST = queueRoute('candidate-changed', consumeCandidateChanged);
