import type { ForgedMessage, History } from '../history.ts';
import type { Evidence } from './evidence.ts';
import { counted, grouped, type Violation } from './violation.ts';

/** Every event that was written is in its stream, in order, and reached each service that listens exactly once. */
export function checkEvents(history: History, evidence: Evidence): Violation[] {
  return [
    ...checkStreams(history, evidence),
    ...checkInboxes(history, evidence),
    ...checkPartner(evidence),
    ...checkDeadLetters(history, evidence),
  ];
}

function handledIds(forged: readonly ForgedMessage[]): Map<string, ForgedMessage> {
  return new Map(forged.filter((item) => item.fate === 'handled').map((item) => [item.eventId ?? '', item] as const));
}

function checkStreams(history: History, evidence: Evidence): Violation[] {
  const violations: Violation[] = [];
  const streamed = new Set(evidence.stream.map((message) => message.event?.id ?? ''));
  for (const row of evidence.outbox) {
    const event = `${row.type} ${row.eventId}`;
    if (!row.published) violations.push({ rule: 'lost-event', detail: `${event} was never marked as published` });
    if (!streamed.has(row.eventId)) violations.push({ rule: 'lost-event', detail: `${event} is in no stream` });
  }
  const written = new Set(evidence.outbox.map((row) => row.eventId));
  const forged = new Set(history.forged.map((item) => item.body));
  for (const { subject, event, body } of evidence.stream) {
    if (!written.has(event?.id ?? '') && !forged.has(body)) {
      violations.push({
        rule: 'unasked-effect',
        detail: `nobody wrote the event on ${subject}: ${body.slice(0, 120)}`,
      });
    }
  }
  const ours = evidence.stream.flatMap(({ stream, event }) =>
    event !== undefined && written.has(event.id) ? [{ stream, ...event }] : [],
  );
  for (const [key, events] of grouped(ours, (event) => `${event.stream} ${event.aggregateId}`)) {
    violations.push(...checkRising(key, events));
  }
  return violations;
}

/** Repeats may come at any time; what counts is when each event came first. */
function checkRising(where: string, events: readonly { id: string; sequence: number }[]): Violation[] {
  const known = new Set<string>();
  let last = 0;
  const violations: Violation[] = [];
  for (const { id, sequence } of events) {
    if (known.has(id)) continue;
    known.add(id);
    if (sequence <= last) violations.push({ rule: 'order', detail: `${where}: ${sequence} came after ${last}` });
    last = Math.max(last, sequence);
  }
  return violations;
}

function checkInboxes(history: History, evidence: Evidence): Violation[] {
  const violations: Violation[] = [];
  // A service may react to one event in several ways, each once.
  const reactions = counted(evidence.inbox.map((row) => `${row.service} ${row.eventId} as ${row.reaction}`));
  for (const [key, times] of reactions) {
    if (times > 1) violations.push({ rule: 'doubled-effect', detail: `${key}: taken ${times} times` });
  }
  const received = new Set(evidence.inbox.map((row) => `${row.service} ${row.eventId}`));
  const expected = new Set<string>();
  const events = [
    ...evidence.outbox.map(({ subject, eventId, type }) => ({ subject, eventId, type })),
    ...[...handledIds(history.forged)].map(([eventId, { subject, what }]) => ({ subject, eventId, type: what })),
  ];
  for (const [service, subjects] of evidence.subscriptions) {
    for (const { subject, eventId, type } of events) {
      if (!subjects.some((pattern) => matches(pattern, subject))) continue;
      const key = `${service} ${eventId}`;
      expected.add(key);
      if (!received.has(key))
        violations.push({ rule: 'lost-event', detail: `${service} never took ${type} ${eventId}` });
    }
  }
  for (const key of received) {
    if (!expected.has(key)) violations.push({ rule: 'unasked-effect', detail: `${key}: taken and never sent to it` });
  }
  return violations;
}

/** Whether a subject is one that a filter asks for, where `*` stands for any one token. */
function matches(pattern: string, subject: string): boolean {
  const tokens = subject.split('.');
  const wanted = pattern.split('.');
  return wanted.length === tokens.length && wanted.every((token, index) => token === '*' || token === tokens[index]);
}

function checkPartner({ outbox, seenByPartner }: Evidence): Violation[] {
  const violations: Violation[] = [];
  const seen = new Set(seenByPartner.map((event) => event.id));
  const copies = outbox.filter((row) => row.subject.startsWith('referral.'));
  for (const { eventId, type } of copies) {
    if (!seen.has(eventId)) violations.push({ rule: 'lost-event', detail: `the partner never saw ${type} ${eventId}` });
  }
  const written = new Set(copies.map((row) => row.eventId));
  for (const { id, type } of seenByPartner) {
    if (!written.has(id)) violations.push({ rule: 'unasked-effect', detail: `the partner saw ${type} ${id}` });
  }
  for (const [referral, events] of grouped(seenByPartner, (event) => event.aggregateId)) {
    violations.push(...checkRising(`referral ${referral}, as the partner saw it`, events));
  }
  return violations;
}

function checkDeadLetters({ forged }: History, { deadLetters, subscriptions }: Evidence): Violation[] {
  const violations: Violation[] = [];
  // Of a message that nearly fills what the broker takes, a dead letter has the beginning alone.
  const keyOf = (service: string, body: string): string => `${service} ${body.slice(0, 1_000)}`;
  const buried = counted(deadLetters.map(({ service, body }) => keyOf(service, body)));
  const expected = new Set<string>();
  for (const { subject, body, what, fate } of forged) {
    if (fate !== 'dead') continue;
    for (const [service, subjects] of subscriptions) {
      if (!subjects.includes(subject)) continue;
      const key = keyOf(service, body);
      expected.add(key);
      const times = buried.get(key) ?? 0;
      if (times !== 1) violations.push({ rule: 'dead-letters', detail: `${service} buried “${what}” ${times} times` });
    }
  }
  for (const { service, body, reason } of deadLetters) {
    if (expected.has(keyOf(service, body))) continue;
    violations.push({ rule: 'dead-letters', detail: `${service} buried (${reason}) ${body.slice(0, 160)}` });
  }
  return violations;
}
