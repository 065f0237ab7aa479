/** A part of the local platform that can be run as a process of its own. */
export interface Runnable {
  /** Begins to answer on `host` (a name or address of this machine). */
  listen(host: string): Promise<void>;
  /** Stops answering; what is under way is finished or cut. */
  close(): Promise<void>;
}

/**
 * Reads the variables that a process cannot do without; ends it with one sentence when any is missing.
 *
 * @param names the variables' names
 */
export function readEnvironment<Name extends string>(names: readonly Name[]): Record<Name, string> {
  const missing = names.filter((name) => (process.env[name] ?? '') === '');
  if (missing.length > 0) fail(`The environment lacks ${missing.join(', ')}.`);
  return Object.fromEntries(names.map((name) => [name, process.env[name] ?? ''])) as Record<Name, string>;
}

/** Listens on `HOST` (127.0.0.1), says so in one JSON line, and closes on SIGTERM or SIGINT. */
export async function serve(name: string, runnable: Runnable): Promise<void> {
  let closing = false;
  const stop = (): void => {
    if (closing) return;
    closing = true;
    runnable.close().then(
      () => process.exit(0),
      (error: unknown) => fail(`${name} did not close well: ${String(error)}`),
    );
  };
  process.on('SIGTERM', stop).on('SIGINT', stop);
  try {
    await runnable.listen(process.env['HOST'] ?? '127.0.0.1');
  } catch (error) {
    fail(`${name} cannot listen: ${error instanceof Error ? error.message : String(error)}`);
  }
  process.stdout.write(`${JSON.stringify({ level: 30, time: Date.now(), name, msg: `${name} is listening.` })}\n`);
}

function fail(sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}
