/**
 * For a document, a file of many lines, and what is handed out once and would be lost to whoever gave up on it: longer than a
 * part of a page may take, in milliseconds.
 */
const patienceMs = 60_000;

/** Calls a service as a client does, and waits for as long as a file may take. */
export function patiently(request: Request): Promise<Response> {
  return fetch(request, { signal: AbortSignal.timeout(patienceMs) });
}

/** Calls for a file that is passed on as it comes: it must begin in time, and may then take as long as its reader does. */
export async function asItComes(request: Request): Promise<Response> {
  const waiting = new AbortController();
  const timer = setTimeout(() => waiting.abort(), patienceMs);
  try {
    return await fetch(request, { signal: waiting.signal });
  } finally {
    clearTimeout(timer);
  }
}
