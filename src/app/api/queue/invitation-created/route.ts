import { consumeInvitationCreated } from '@/domain/accounts/consumers/invitation-created';
import { queueRoute } from '../route-handler';

export const POST = queueRoute('invitation-created', consumeInvitationCreated);
