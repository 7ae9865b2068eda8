/** A refusal that the caller is told about: answered as `{error: message}` with this HTTP status. */
export class WireError extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}
