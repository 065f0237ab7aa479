import type { Terminal } from '@ateneu/local/platform/terminal';

/** A terminal that only what went wrong is written to. */
export const quiet: Terminal = {
  done: () => {},
  note: () => {},
  plain: () => {},
  line: () => {},
  warn: (text) => console.error(text),
  fail: (text) => console.error(text),
};

/** Does something that tells what it sees, and keeps it from telling. */
export async function silently<T>(work: () => Promise<T>): Promise<T> {
  const aloud = console.log;
  console.log = () => {};
  try {
    return await work();
  } finally {
    console.log = aloud;
  }
}
