/** A start that cannot work: one message that says what is wrong and what to do, for a person. */
export class StartFailure extends Error {
  override readonly name = 'StartFailure';
}

/** The start was told to stop before it was over. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted';

  constructor() {
    super('The start was interrupted.');
  }
}

/** What went wrong, for a person: our own failures in their words, the system's with what they mean. */
export function describeFailure(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { code, path } = error as NodeJS.ErrnoException;
  if (code === 'ENOSPC') return 'The disk is full: free some space (at least 300 MB) and start again.';
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') {
    return `${path ?? 'A file'} cannot be written (${code}): make .data yours (\`chown -R\`), or set ATENEU_DATA_DIR to a folder that is.`;
  }
  return error.message;
}

/** Waits for every one to end, and only then fails with the first failure: nothing goes on behind a failure's back. */
export async function allSettled<T>(work: readonly Promise<T>[]): Promise<T[]> {
  const results = await Promise.allSettled(work);
  const failed = results.find((result) => result.status === 'rejected');
  if (failed !== undefined) throw failed.reason;
  return results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
}
