import type { ChildProcess } from 'node:child_process';

/** The status of a rehearsal that somebody stopped. */
export const stoppedStatus = 130;

/** Remembers how to take back something that was begun; the last begun is taken back first. */
export type Undo = (step: () => unknown) => void;

class Stopped extends Error {}

/**
 * Runs a rehearsal as this process, takes back whatever it had begun however it ends, and exits: with 0 where it held, 1
 * where it did not, and {@link stoppedStatus} after SIGINT, SIGTERM, or the end of the command that started it.
 */
export async function runRehearsal(rehearse: (undo: Undo) => Promise<boolean>): Promise<never> {
  const steps: (() => unknown)[] = [];
  const stopped = new Promise<never>((_resolve, reject) => {
    // A second one changes nothing: what was begun must be taken back.
    for (const event of ['SIGINT', 'SIGTERM', 'disconnect']) process.on(event, () => reject(new Stopped()));
  });
  let status = 1;
  try {
    status = (await Promise.race([rehearse((step) => steps.push(step)), stopped])) ? 0 : 1;
  } catch (error) {
    if (error instanceof Stopped) status = stoppedStatus;
    else console.error(error);
  }
  for (const step of steps.toReversed()) {
    try {
      await step();
    } catch (error) {
      console.error(error);
    }
  }
  process.exit(status);
}

/** Ends a process with this one, where nobody has until then. */
export function endWithUs<Child extends ChildProcess>(child: Child): Child {
  const end = (): void => void child.kill('SIGKILL');
  process.once('exit', end);
  child.once('exit', () => process.off('exit', end));
  return child;
}
