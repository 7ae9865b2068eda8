import { WireError } from './wire-error';

/**
 * Reads a request's JSON body; an empty one counts as `{}`.
 * @throws WireError 400
 */
export function parseJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString() || '{}');
  } catch {
    throw new WireError(400, 'the body is not JSON');
  }
}
