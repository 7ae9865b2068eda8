import { WireError } from './wire-error';

const FUNCTIONS: Record<string, (...values: number[]) => number> = {
  pow: Math.pow,
  sqrt: Math.sqrt,
  abs: Math.abs,
  exp: Math.exp,
  floor: Math.floor,
  ceil: Math.ceil,
  round: Math.round,
  min: Math.min,
  max: Math.max,
};

/**
 * Evaluates the arithmetic of `Upstash-Retry-Delay`, such as `pow(2, retried) * 1000`.
 * @param retried number of retries so far, from 0
 * @returns milliseconds
 * @throws WireError 400 when the expression is not one
 */
export function evaluateDelay(expression: string, retried: number): number {
  const tokens = expression.match(/\d+(?:\.\d+)?|[a-z]+|[-+*/%(),]|[^\s]/gi) ?? [];
  const invalid = (): never => {
    throw new WireError(400, `invalid retry delay expression: ${expression}`);
  };
  let position = 0;
  const take = (token: string): boolean => tokens[position] === token && (position += 1) > 0;
  const expect = (token: string): void => void (take(token) || invalid());

  const sum = (): number => {
    let value = product();
    for (;;) {
      if (take('+')) value += product();
      else if (take('-')) value -= product();
      else return value;
    }
  };
  const product = (): number => {
    let value = unary();
    for (;;) {
      if (take('*')) value *= unary();
      else if (take('/')) value /= unary();
      else if (take('%')) value %= unary();
      else return value;
    }
  };
  const unary = (): number => (take('-') ? -unary() : atom());
  const atom = (): number => {
    if (take('(')) {
      const value = sum();
      expect(')');
      return value;
    }
    if (take('retried')) return retried;
    const token = tokens[position] ?? invalid();
    position += 1;
    if (/^\d/.test(token)) return Number(token);
    const apply = FUNCTIONS[token] ?? invalid();
    expect('(');
    const values = [sum()];
    while (take(',')) values.push(sum());
    expect(')');
    return apply(...values);
  };

  const value = sum();
  return position === tokens.length && Number.isFinite(value) ? Math.max(0, value) : invalid();
}
