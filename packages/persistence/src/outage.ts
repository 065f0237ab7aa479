/** PostgreSQL's "not now": connection exceptions, out of connections, shutting down, starting up. */
const connectionStates = /^(08...|53300|57P0[1-5])$/;
/** PostgreSQL's "not in time, or not while others do that": a cancelled statement, lock waits, deadlocks, conflicts. */
const contentionStates = /^(57014|55P03|40001|40P01|25P0[34])$/;
const socketCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ECONNABORTED',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
]);
/** What the `pg` driver says without a code. */
const driverMessages =
  /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Query read timeout/;

/** Whether a failure says that something cannot be reached at this moment, rather than that it refused something. */
export function isOutage(error: unknown): boolean {
  return causesOf(error).some((current) => hasCode(current, isOutageCode) || driverMessages.test(current.message));
}

/**
 * Whether a failure comes from a part that cannot be reached, or is too busy, at this moment: worth another try, and no
 * fault of the request or of the code.
 */
export function isTemporary(error: unknown): boolean {
  return isOutage(error) || causesOf(error).some((current) => hasCode(current, (code) => contentionStates.test(code)));
}

function isOutageCode(code: string): boolean {
  return connectionStates.test(code) || socketCodes.has(code);
}

function hasCode(error: Error, matches: (code: string) => boolean): boolean {
  const { code } = error as { code?: unknown };
  return typeof code === 'string' && matches(code);
}

/** An error, what caused it and what that wrapped, outermost first. */
export function causesOf(error: unknown): Error[] {
  const chain: Error[] = [];
  const queue: unknown[] = [error];
  while (queue.length > 0 && chain.length < 20) {
    const current = queue.shift();
    if (!(current instanceof Error) || chain.includes(current)) continue;
    chain.push(current);
    // The ORM keeps the driver's error as `previous`, and Node the failures of each address as `errors`.
    queue.push(current.cause, (current as { previous?: unknown }).previous);
    if (current instanceof AggregateError) queue.push(...(current.errors as unknown[]));
  }
  return chain;
}
