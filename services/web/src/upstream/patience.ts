/**
 * For a document, a file of many lines, and what is handed out once and would be lost to whoever gave up on it: longer than a
 * part of a page may take, in milliseconds.
 */
const patienceMs = 60_000;

/** Calls a service as a client does, and waits for as long as a file may take. */
export function patiently(request: Request): Promise<Response> {
  return fetch(request, { signal: AbortSignal.timeout(patienceMs) });
}
