/**
 * Loaded into each process of a service before its own code (`--import`): lets the fault suite end it at a step of its
 * outbox or inbox, and set its clock. The services know nothing of it.
 */
import { subscribe } from 'node:diagnostics_channel';

import { shiftClock } from '../../clock/shift-clock.ts';

/** What the suite tells a process. It travels as JSON, which knows no `undefined`. */
export type Order = { readonly crashAt: string | null } | { readonly clockOffsetMs: number };

let crashAt: string | null = null;
let clockOffsetMs = 0;

subscribe('ateneu.step', (step) => {
  // At once, without a goodbye to anybody.
  if (step === crashAt) process.kill(process.pid, 'SIGKILL');
});

shiftClock(() => clockOffsetMs);

process.on('message', (order: Order) => {
  if ('crashAt' in order) crashAt = order.crashAt;
  else clockOffsetMs = order.clockOffsetMs;
});
// It must not keep a process alive that has come to its end.
process.channel?.unref();
