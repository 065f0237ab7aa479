/**
 * Lets those who ask the same at the same moment share one read. Whoever asks while a read is under way gets the next
 * one, so nobody gets an answer that began before the question: what was committed before it is in it. A read begins at
 * the end of the turn in which it was first asked for, so that all who ask in that turn share it.
 */
export function sharedRead<T>(read: () => Promise<T>): () => Promise<T> {
  let running: Promise<unknown> = Promise.resolve();
  let next: Promise<T> | undefined;
  const begin = async (before: Promise<unknown>): Promise<T> => {
    await before;
    await new Promise((resolve) => setImmediate(resolve));
    next = undefined;
    const reading = read();
    running = reading.catch(() => {});
    return reading;
  };
  return () => {
    next ??= begin(running);
    return next;
  };
}
