/** For a document or a file of many lines, which may take longer than a part of a page, in milliseconds. */
const patienceMs = 60_000;

/** Calls a service as a client does, and waits for as long as a file may take. */
export function patiently(request: Request): Promise<Response> {
  return fetch(request, { signal: AbortSignal.timeout(patienceMs) });
}
