/**
 * Loaded into each process of a platform before its own code (`--import`): sets its clock ahead by the milliseconds that a
 * file says, as soon as it says so. What only time makes is then made by the services themselves; they know nothing of it.
 */
import { existsSync, readFileSync } from 'node:fs';

import { shiftClock } from './shift-clock.ts';

const file = new URL(import.meta.url).searchParams.get('file') ?? '';

/** As long as nobody has said anything, which is asked many times a second in each process, it must cost next to nothing. */
function read(): number {
  return existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0;
}

let aheadMs = read();
// It must not keep a process alive that has come to its end.
setInterval(() => (aheadMs = read()), 50).unref();
shiftClock(() => aheadMs);
