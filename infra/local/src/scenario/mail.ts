import type { CaughtMessage } from '../mail-catcher/message.ts';
import { Broken, deadlineMs, must } from './report.ts';

/** The mailbox of everybody in the story. */
export interface Mail {
  /**
   * The one message to an address since `after` whose subject matches, waiting for it where it is not there yet.
   *
   * @throws Broken where none comes in time, or more than one is there
   */
  oneTo(address: string, subject: RegExp): Promise<CaughtMessage>;
  /** Everything that an address has got. */
  allTo(address: string): Promise<CaughtMessage[]>;
}

/** Reads the mail catcher over HTTP. */
export function createMail(url: string): Mail {
  const read = async (address: string, waitMs: number): Promise<CaughtMessage[]> => {
    const response = await fetch(`${url}/messages?to=${encodeURIComponent(address)}&wait=${waitMs}`);
    must(response.ok, `The mail catcher answered ${response.status}.`);
    return ((await response.json()) as { messages: CaughtMessage[] }).messages;
  };
  const allTo = (address: string): Promise<CaughtMessage[]> => read(address, 0);
  return {
    allTo,
    oneTo: async (address, subject) => {
      const until = Date.now() + deadlineMs;
      for (;;) {
        const found = (await read(address, 250)).filter((message) => subject.test(message.subject));
        if (found[0] !== undefined) {
          must(found.length === 1, `${address} got “${found[0].subject}” ${found.length} times.`);
          return found[0];
        }
        if (Date.now() > until) throw new Broken(`${address} got no message with ${subject} in time.`);
      }
    },
  };
}
