/** Runs work for one key after the work that came before it for that key; other keys go on meanwhile. */
export type Queues = <T>(key: string, work: () => Promise<T>) => Promise<T>;

/**
 * Makes the queues of one process. The database's lock already lets one through at a time, also between processes; with
 * the queue in front of it, a rush on one session holds one connection instead of all of them, and people get their turn
 * in the order their requests came.
 */
export function createQueues(): Queues {
  const last = new Map<string, Promise<unknown>>();
  return (key, work) => {
    const turn = (last.get(key) ?? Promise.resolve()).then(work, work);
    last.set(key, turn);
    const leave = (): void => {
      if (last.get(key) === turn) last.delete(key);
    };
    turn.then(leave, leave);
    return turn;
  };
}
