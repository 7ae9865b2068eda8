import { sweep } from '../../sweep';
import { queueRoute } from '../route-handler';

export const POST = queueRoute('sweep', sweep);
