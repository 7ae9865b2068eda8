import { consumeContestOpened } from '@/domain/notifications/consumers/contests';
import { queueRoute } from '../route-handler';

export const POST = queueRoute('contest-opened', consumeContestOpened);
