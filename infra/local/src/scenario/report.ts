import { setTimeout as delay } from 'node:timers/promises';

/** Everything must be seen within this time of its cause, in milliseconds. */
export const deadlineMs = 5_000;

/** Something was missing, late, doubled, or seen by the wrong party. */
export class Broken extends Error {
  override readonly name = 'Broken';
}

let begun = 0;

/** Begins a chapter of the story. */
export function chapter(title: string): void {
  begun += 1;
  console.log(`\n${begun}. ${title}`);
}

/** Says what happened, or what a party saw. */
export function tell(who: string, what: string): void {
  console.log(`   ${who.padEnd(16)} ${what}`);
}

/** @throws Broken with the sentence where it does not hold */
export function must(holds: boolean, sentence: string): asserts holds {
  if (!holds) throw new Broken(sentence);
}

/**
 * Waits until `look` finds something, and returns it.
 *
 * @throws Broken where it has not within the deadline
 */
export async function within<T>(what: string, look: () => Promise<T | undefined>): Promise<T> {
  const since = Date.now();
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    if (Date.now() - since > deadlineMs) throw new Broken(`${what} did not come within ${deadlineMs / 1_000} s.`);
    await delay(25);
  }
}
