import type { History } from '../history.ts';
import { checkEvents } from './events.ts';
import type { Evidence } from './evidence.ts';
import { checkMails } from './mails.ts';
import { checkPlaces } from './places.ts';
import type { Violation } from './violation.ts';
import { checkWrites } from './writes.ts';

/** Compares what clients were told with what is there. Knows nothing of the services' code; pure. */
export function check(history: History, evidence: Evidence): Violation[] {
  return [
    ...checkWrites(history, evidence),
    ...checkPlaces(evidence),
    ...checkEvents(history, evidence),
    ...checkMails(history, evidence),
  ];
}
