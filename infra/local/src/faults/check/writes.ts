import type { History } from '../history.ts';
import type { Evidence } from './evidence.ts';
import { counted, type Violation } from './violation.ts';

/** Whatever a client was told is done is there, with the event that tells of it; one key had one result. */
export function checkWrites(history: History, evidence: Evidence): Violation[] {
  return [
    ...checkSessions(history, evidence),
    ...checkEnrolments(history, evidence),
    ...checkReferrals(history, evidence),
    ...checkInitiatives(history, evidence),
    ...history.contradictions.map((detail) => ({ rule: 'doubled-effect', detail: `one key, two results: ${detail}` })),
    ...[...history.strangeAnswers].map(([answer, times]) => ({
      rule: 'answers',
      detail: `answered ${times} times ${answer}`,
    })),
  ];
}

function lost(detail: string): Violation {
  return { rule: 'lost-write', detail };
}

/** The aggregate and the last word of the type of every event that was written. */
function eventsWritten({ outbox }: Evidence): Set<string> {
  return new Set(outbox.map((row) => `${row.aggregateId} ${row.type.split('.').at(-2)}`));
}

function checkSessions({ sessions }: History, evidence: Evidence): Violation[] {
  const stored = new Map(evidence.sessions.map((row) => [row.id, row]));
  const events = eventsWritten(evidence);
  return sessions.flatMap(({ id, published }) => {
    if (!stored.has(id)) return [lost(`session ${id} was acknowledged and is not there`)];
    if (published && stored.get(id)?.status !== 'published') return [lost(`session ${id} is not published`)];
    return published && !events.has(`${id} published`) ? [lost(`session ${id} has no event`)] : [];
  });
}

function checkEnrolments(history: History, evidence: Evidence): Violation[] {
  const stored = new Map(evidence.enrolments.map((row) => [row.id, row]));
  const events = eventsWritten(evidence);
  const violations: Violation[] = [];
  for (const { id, sessionId, email, status, cancelled } of history.enrolments) {
    const row = stored.get(id);
    const first = status === 'confirmed' ? 'confirmed' : 'waitlisted';
    if (row === undefined || row.sessionId !== sessionId || row.email !== email) {
      violations.push(lost(`enrolment ${id} of ${email} in ${sessionId} was acknowledged and is not there`));
      continue;
    }
    if (!events.has(`${id} ${first}`)) violations.push(lost(`enrolment ${id} has no “${first}” event`));
    if (cancelled === 'acknowledged' && row.status !== 'cancelled') {
      violations.push(lost(`the cancellation of enrolment ${id} was acknowledged and it is ${row.status}`));
    }
    if (cancelled === 'acknowledged' && !events.has(`${id} cancelled`)) {
      violations.push(lost(`the cancellation of enrolment ${id} has no event`));
    }
    if (cancelled === 'no' && row.status === 'cancelled') {
      violations.push({ rule: 'unasked-effect', detail: `enrolment ${id} is cancelled and nobody asked for it` });
    }
  }
  const persons = counted(
    evidence.enrolments.filter((row) => row.status !== 'cancelled').map((row) => `${row.email} in ${row.sessionId}`),
  );
  for (const [person, times] of persons) {
    if (times > 1) violations.push({ rule: 'doubled-effect', detail: `${person} is enrolled ${times} times` });
  }
  return violations;
}

function checkReferrals(history: History, evidence: Evidence): Violation[] {
  const stored = new Map(evidence.referrals.map((row) => [row.id, row]));
  const events = eventsWritten(evidence);
  const violations: Violation[] = [];
  for (const { id, reference, answered } of history.referrals) {
    const row = stored.get(id);
    if (row?.reference !== reference) {
      violations.push(lost(`referral ${id} (${reference}) was acknowledged and is not there`));
      continue;
    }
    if (!events.has(`${id} received`)) violations.push(lost(`referral ${id} has no “received” event`));
    if (answered !== 'accepted' && answered !== 'declined') continue;
    if (row.status !== answered) violations.push(lost(`referral ${id} was ${answered} and is ${row.status}`));
    if (!events.has(`${id} ${answered}`)) violations.push(lost(`referral ${id} has no “${answered}” event`));
  }
  for (const [reference, times] of counted(evidence.referrals.map((row) => row.reference))) {
    if (times > 1) violations.push({ rule: 'doubled-effect', detail: `referral ${reference} is there ${times} times` });
  }
  return violations;
}

function checkInitiatives(history: History, evidence: Evidence): Violation[] {
  const stored = new Map(evidence.initiatives.map((row) => [row.id, row.status]));
  const events = eventsWritten(evidence);
  return history.initiatives.flatMap(({ id, published }) => {
    if (!stored.has(id)) return [lost(`initiative ${id} was acknowledged and is not there`)];
    if (!events.has(`${id} proposed`)) return [lost(`initiative ${id} has no “proposed” event`)];
    if (!published) return [];
    return stored.get(id) === 'published' && events.has(`${id} published`)
      ? []
      : [lost(`initiative ${id} was published and is ${stored.get(id)}, or has no event`)];
  });
}
