/** PostgreSQL's own words for "not now": connection exceptions, too many connections, shutting down, starting up. */
const outageCodes = /^(08...|53300|57P0[1-4])$/;
const socketCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'ETIMEDOUT',
  'EPIPE',
  'EHOSTUNREACH',
  'EAI_AGAIN',
]);
const driverMessages =
  /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error/;

/** Whether an error says that the database cannot be reached, rather than that it refused something. */
export function isOutage(err: unknown): boolean {
  for (let current = err; current instanceof Error; current = current.cause) {
    const code = (current as { code?: unknown }).code;
    if (typeof code === 'string' && (outageCodes.test(code) || socketCodes.has(code))) return true;
    if (driverMessages.test(current.message)) return true;
    // The ORM keeps the driver's error beside its own instead of as its cause.
    const previous = (current as { previous?: unknown }).previous;
    if (previous !== undefined && previous !== current && isOutage(previous)) return true;
  }
  return false;
}
