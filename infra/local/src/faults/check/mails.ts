import type { History } from '../history.ts';
import type { Evidence } from './evidence.ts';
import { counted, type Violation } from './violation.ts';

/** What nobody can know: messages whose sender died between the mail server's yes and our note of it. */
export interface DoubtfulMails {
  readonly deliveries: number;
  /** Of those, how many arrived once. */
  readonly arrived: number;
  /** Of those, how many arrived more than once. */
  readonly doubled: number;
}

/** How many deliveries stand in doubt, and what became of them. */
export function countDoubtful({ deliveries, mails }: Evidence): DoubtfulMails {
  const caught = counted(mails);
  const doubtful = deliveries.filter((item) => item.status === 'possibly-sent');
  const times = doubtful.map((item) => caught.get(item.messageId) ?? 0);
  return {
    deliveries: doubtful.length,
    arrived: times.filter((count) => count === 1).length,
    doubled: times.filter((count) => count > 1).length,
  };
}

/** Events of which each that names a person tells that person, once. Of others it hangs on who they are about. */
const alwaysTold = /\.(training\.enrolment|directory\.initiative)\./;

/** Every event that tells somebody gave rise to its delivery, once, and every delivery to one message. */
export function checkMails(history: History, evidence: Evidence): Violation[] {
  const violations: Violation[] = [];
  const heard = evidence.subscriptions.get('notifications') ?? [];
  const due = new Set([
    ...evidence.outbox
      .filter((row) => row.namesPerson && alwaysTold.test(row.type) && heard.includes(row.subject))
      .map((row) => row.eventId),
    ...history.forged
      .filter((item) => item.fate === 'handled' && heard.includes(item.subject))
      .map((item) => item.eventId ?? ''),
  ]);
  const perEvent = counted(evidence.deliveries.map((item) => item.eventId));
  for (const eventId of due) {
    const times = perEvent.get(eventId) ?? 0;
    if (times === 0) violations.push({ rule: 'lost-effect', detail: `nobody was told of event ${eventId}` });
  }
  const perMessage = counted(evidence.deliveries.map((item) => `${item.eventId} (${item.kind}) to ${item.recipient}`));
  for (const [message, times] of perMessage) {
    if (times > 1) violations.push({ rule: 'doubled-effect', detail: `event ${message} has ${times} deliveries` });
  }
  const written = new Set([...evidence.outbox.map((row) => row.eventId), ...due]);
  for (const { eventId, kind } of evidence.deliveries) {
    // No event gives rise to a digest: the day does.
    if (kind === 'staff-digest') continue;
    if (!written.has(eventId)) violations.push({ rule: 'unasked-effect', detail: `a delivery for event ${eventId}` });
  }
  const caught = counted(evidence.mails);
  for (const { id, kind, status, messageId } of evidence.deliveries) {
    const copies = caught.get(messageId) ?? 0;
    const delivery = `delivery ${id} (${kind}, ${status})`;
    if (status === 'sent' && copies === 0)
      violations.push({ rule: 'lost-effect', detail: `${delivery} never arrived` });
    if (status !== 'possibly-sent' && copies > 1) {
      violations.push({ rule: 'doubled-effect', detail: `${delivery} arrived ${copies} times` });
    }
    if (status === 'failed' && copies > 0)
      violations.push({ rule: 'mails', detail: `${delivery} arrived all the same` });
    if (status === 'pending' || status === 'sending') {
      violations.push({ rule: 'lost-effect', detail: `${delivery} never came to an end` });
    }
  }
  const known = new Set(evidence.deliveries.map((item) => item.messageId));
  for (const messageId of caught.keys()) {
    if (!known.has(messageId))
      violations.push({ rule: 'unasked-effect', detail: `message ${messageId} of no delivery` });
  }
  return violations;
}
