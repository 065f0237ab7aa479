import type { Evidence, OutboxRow } from './evidence.ts';
import { grouped, type Violation } from './violation.ts';

/**
 * Plays every session again from the events of its enrolments: its capacity was never exceeded, whoever was promoted had
 * waited longest, and it ended as the database has it.
 */
export function checkPlaces(evidence: Evidence): Violation[] {
  const events = grouped(
    evidence.outbox.filter((row) => row.type.includes('.training.enrolment.')),
    (row) => row.sessionId ?? '',
  );
  const enrolments = grouped(evidence.enrolments, (row) => row.sessionId);
  return evidence.sessions.flatMap((session) => {
    const { places, waiting, violations } = replay(session, events.get(session.id) ?? []);
    const rows = enrolments.get(session.id) ?? [];
    const idsOf = (status: string): string[] =>
      rows
        .filter((row) => row.status === status)
        .toSorted((left, right) => left.arrival - right.arrival)
        .map((row) => row.id);
    const detail = (what: string): Violation => ({ rule: 'places', detail: `session ${session.id}: ${what}` });
    if (idsOf('confirmed').length > session.capacity) {
      violations.push({ rule: 'capacity', detail: `session ${session.id} ends over its ${session.capacity} places` });
    }
    if (idsOf('confirmed').length !== session.confirmed || idsOf('waiting').length !== session.waiting) {
      violations.push(detail('its counters are not those of its enrolments'));
    }
    if (idsOf('confirmed').toSorted().join() !== [...places].toSorted().join()) {
      violations.push(detail('its events tell of other places than its rows'));
    }
    if (idsOf('waiting').join() !== waiting.join())
      violations.push(detail('its waiting list is not that of its events'));
    if (session.status === 'published' && waiting.length > 0 && places.size < session.capacity) {
      violations.push({ rule: 'promotion', detail: `session ${session.id} has free places and people who wait` });
    }
    return violations;
  });
}

function replay(
  session: { id: string; capacity: number },
  events: readonly OutboxRow[],
): { places: Set<string>; waiting: string[]; violations: Violation[] } {
  const places = new Set<string>();
  const waiting: string[] = [];
  const violations: Violation[] = [];
  const leave = (id: string): void => {
    const place = waiting.indexOf(id);
    if (place !== -1) waiting.splice(place, 1);
  };
  for (const { type, aggregateId: id } of events.toSorted((left, right) => left.id - right.id)) {
    const what = type.split('.').at(-2);
    if (what === 'waitlisted') waiting.push(id);
    if (what === 'cancelled') {
      places.delete(id);
      leave(id);
    }
    if (what === 'promoted') {
      if (waiting[0] !== id) {
        violations.push({
          rule: 'promotion',
          detail: `session ${session.id}: ${id} was promoted before ${waiting[0]}`,
        });
      }
      leave(id);
    }
    if (what === 'confirmed' || what === 'promoted') {
      places.add(id);
      if (places.size > session.capacity) {
        violations.push({
          rule: 'capacity',
          detail: `session ${session.id} gave ${places.size} of ${session.capacity} places, the last to ${id}`,
        });
      }
    }
  }
  return { places, waiting, violations };
}
