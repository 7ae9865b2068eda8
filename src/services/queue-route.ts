import { Receiver } from '@upstash/qstash';
import { env } from '@/env';
import { topicUrl } from './queue';

let shared: Receiver | undefined;
const receiver = (): Receiver =>
  (shared ??= new Receiver({
    currentSigningKey: env().QSTASH_CURRENT_SIGNING_KEY,
    nextSigningKey: env().QSTASH_NEXT_SIGNING_KEY,
    devMode: false,
  }));

/**
 * The body of a callback that QStash signed for exactly this topic's address, or null. The address is part of the
 * check: a signature made for one route must not work on another.
 */
export const verifiedBody = async (request: Request, topic: string): Promise<string | null> => {
  const signature = request.headers.get('upstash-signature');
  if (signature === null) return null;
  const body = await request.text();
  try {
    const valid = await receiver().verify({ signature, body, url: topicUrl(topic), clockTolerance: 5 });
    return valid ? body : null;
  } catch {
    return null;
  }
};
