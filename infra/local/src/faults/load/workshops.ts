import { randomUUID } from 'node:crypto';

import type { Mailbox } from '../../mail-catcher/mailbox.ts';
import type { AcknowledgedEnrolment } from '../history.ts';
import type { Actor } from './actor.ts';
import type { Reply } from './client.ts';

/** Staff draft a session of few places and publish it, so that its waiting list has work to do. */
export async function openSession({ client, history, random, staff }: Actor): Promise<void> {
  const capacity = random.whole(2, 6);
  const startsAt = new Date(Date.now() + 14 * 24 * 3_600_000);
  const name = randomUUID().slice(0, 8);
  const drafted = await client({
    kind: 'draft session',
    service: 'training',
    path: '/v1/staff/sessions',
    headers: { ...staff, 'idempotency-key': randomUUID() },
    body: {
      title: { ca: `Taller ${name}`, es: `Taller ${name}` },
      summary: { ca: 'Taller pràctic.', es: 'Taller práctico.' },
      startsAt: startsAt.toISOString(),
      endsAt: new Date(startsAt.getTime() + 2 * 3_600_000).toISOString(),
      mode: 'in-person',
      venue: 'Can Serra',
      capacity,
    },
  });
  if (drafted.outcome !== 'acknowledged') return;
  const session = { id: String(drafted.body['id']), capacity, published: false };
  history.sessions.push(session);
  const published = await client({
    kind: 'publish session',
    service: 'training',
    path: `/v1/staff/sessions/${session.id}/publish`,
    headers: { ...staff, 'if-match': '"1"' },
  });
  session.published = published.outcome === 'acknowledged' || (published.doubtful && published.status === 412);
}

/** Somebody enrols in one of the latest sessions; now and then twice at once, or again with the same key later. */
export async function enrol(actor: Actor): Promise<void> {
  const { client, history, random } = actor;
  const sessions = history.sessions.filter((item) => item.published).slice(-4);
  if (sessions.length === 0) return openSession(actor);
  const session = random.pick(sessions);
  const person = random.whole(1, 60);
  // Some addresses refuse mail, so that training hears of failed deliveries.
  const email = `${random.chance(0.05) ? 'bounce+' : ''}persona${person}@example.org`;
  const key = randomUUID();
  const ask = (): Promise<Reply> =>
    client({
      kind: 'enrol',
      service: 'training',
      path: `/v1/sessions/${session.id}/enrolments`,
      headers: { 'idempotency-key': key },
      body: {
        name: `Persona ${person}`,
        email,
        language: person % 2 === 0 ? 'ca' : 'es',
        consents: { textVersion: '2026-01', data: true },
      },
    });
  const replies = await Promise.all(random.chance(0.15) ? [ask(), ask()] : [ask()]);
  const first = replies.find((reply) => reply.outcome === 'acknowledged');
  if (first === undefined) return;
  // One key has one result. A refusal before it is none: nothing was done, and another try may find a place.
  const later = random.chance(0.1) ? await ask() : first;
  const others = [...replies.filter((reply) => reply.outcome === 'acknowledged'), later];
  for (const { outcome, body } of others) {
    if (outcome === 'unknown' || body['id'] === first.body['id']) continue;
    history.contradictions.push(`${key}: ${JSON.stringify(first.body)} and ${JSON.stringify(body)}`);
  }
  const { id, status } = first.body;
  history.enrolments.push({
    id: String(id),
    sessionId: session.id,
    email,
    status: status === 'confirmed' ? 'confirmed' : 'waiting',
    key,
    cancelled: 'no',
  });
}

/** Many people want the same few places at the same moment, while others give theirs back. */
export async function rush(actor: Actor): Promise<void> {
  const session = actor.history.sessions.findLast((item) => item.published);
  if (session === undefined) return;
  const own = { ...actor, history: { ...actor.history, sessions: [session] } };
  const leaving = actor.history.enrolments.filter((item) => item.sessionId === session.id && item.cancelled === 'no');
  await Promise.all([
    ...Array.from({ length: 8 }, () => enrol(own)),
    ...leaving.slice(0, 4).map((enrolment) => cancelByStaff(actor, enrolment)),
  ]);
}

/** Staff cancel an enrolment as it was when the person enrolled: one that was promoted since is refused. */
export async function cancelByStaff(
  { client, history, random, staff }: Actor,
  chosen = chooseEnrolment(history.enrolments, random.next()),
): Promise<void> {
  if (chosen?.cancelled !== 'no') return;
  chosen.cancelled = 'unknown';
  const reply = await client({
    kind: 'cancel (staff)',
    service: 'training',
    path: `/v1/staff/enrolments/${chosen.id}/cancel`,
    headers: { ...staff, 'if-match': '"1"' },
  });
  settle(chosen, reply);
}

/** A person cancels by the link in the e-mail, once it is there. */
export async function cancelByLink({ client, history, random }: Actor, mailbox: Mailbox): Promise<void> {
  const chosen = chooseEnrolment(history.enrolments, random.next());
  if (chosen === undefined) return;
  const [message] = mailbox.find({ to: chosen.email });
  const link = message?.links.find((address) => address.includes('/self-service/enrolments/'));
  if (link === undefined) return;
  const path = new URL(link).pathname.replace('/training/', '/');
  const seen = await client({ kind: 'look', service: 'training', path, method: 'GET', quiet: true });
  // The latest message to this address may be about another of its enrolments.
  const own = history.enrolments.find((item) => item.id === seen.body['id'] && item.cancelled === 'no');
  if (own === undefined) return;
  own.cancelled = 'unknown';
  settle(own, await client({ kind: 'cancel (link)', service: 'training', path: `${path}/cancel` }));
}

function chooseEnrolment(
  enrolments: readonly AcknowledgedEnrolment[],
  share: number,
): AcknowledgedEnrolment | undefined {
  const latest = enrolments.filter((item) => item.cancelled === 'no').slice(-40);
  return latest[Math.floor(share * latest.length)];
}

function settle(enrolment: AcknowledgedEnrolment, { outcome, doubtful }: Reply): void {
  if (outcome === 'acknowledged') enrolment.cancelled = 'acknowledged';
  else enrolment.cancelled = doubtful ? 'unknown' : 'no';
}
