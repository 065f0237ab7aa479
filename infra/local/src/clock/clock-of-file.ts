/**
 * Loaded into each process of a platform before its own code (`--import`): sets its clock ahead by the milliseconds that a
 * file says, as soon as it says so. What only time makes is then made by the services themselves; they know nothing of it.
 */
import { readFileSync } from 'node:fs';

import { shiftClock } from './shift-clock.ts';

const file = new URL(import.meta.url).searchParams.get('file') ?? '';

function read(): number {
  try {
    return Number(readFileSync(file, 'utf8'));
  } catch {
    // Nobody has said anything yet.
    return 0;
  }
}

let aheadMs = read();
// It must not keep a process alive that has come to its end.
setInterval(() => (aheadMs = read()), 50).unref();
shiftClock(() => aheadMs);
