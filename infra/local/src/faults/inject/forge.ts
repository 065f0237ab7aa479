import { randomUUID } from 'node:crypto';

import { newId } from '@ateneu/kernel';
import type { Broker } from '@ateneu/messaging';

import { messagesOf } from '../check/gather.ts';
import type { ForgedMessage } from '../history.ts';
import type { Random } from '../random.ts';

const confirmed = 'ateneu.training.enrolment.confirmed';

/** What can be forged. */
export const forgeries = [
  'not JSON',
  'no event',
  'an id that is none',
  'data that is missing',
  'data of the wrong kind',
  'a later version on its own subject',
  'fields of the future',
  'not JSON, and as large as the broker takes',
  'an event nearly as large as the broker takes',
] as const;
export type Forgery = (typeof forgeries)[number];

/** What the broker takes at most, less what the protocol needs. */
const largest = 1_024 * 1_024 - 1_024;

/** Publishes a message past every service. It is in the stream when this resolves. */
export async function forge(admin: Broker, what: Forgery): Promise<ForgedMessage> {
  const message = compose(what);
  await admin.jetstream.publish(message.subject, message.body, { timeout: 5_000 });
  // An event that is published twice without a message id is stored twice; one effect is the promise.
  if (message.fate === 'handled') await admin.jetstream.publish(message.subject, message.body, { timeout: 5_000 });
  return message;
}

function compose(what: Forgery): ForgedMessage {
  const subject = `${confirmed}.v1`;
  const event = enrolmentEvent();
  const dead = (body: string): ForgedMessage => ({ what, subject, body, fate: 'dead' });
  switch (what) {
    case 'not JSON':
      return dead(`{"torn ${randomUUID()}`);
    case 'not JSON, and as large as the broker takes':
      return dead(`{"torn ${randomUUID()}`.padEnd(largest, 'x'));
    case 'an event nearly as large as the broker takes':
      return {
        what,
        subject,
        body: JSON.stringify({ ...event, newextension: 'x'.repeat(largest - 4_096) }),
        fate: 'handled',
        eventId: event.id,
      };
    case 'no event':
      return dead(JSON.stringify({ hello: randomUUID() }));
    case 'an id that is none':
      return dead(JSON.stringify({ ...event, id: `x-${randomUUID()}` }));
    case 'data that is missing':
      return dead(JSON.stringify({ ...event, data: { enrolmentId: newId() } }));
    case 'data of the wrong kind':
      return dead(JSON.stringify({ ...event, data: { ...event.data, startsAt: 'tomorrow' } }));
    case 'a later version on its own subject':
      return {
        what,
        subject: `${confirmed}.v2`,
        body: JSON.stringify({ ...event, type: event.type.replace(/v1$/, 'v2'), data: { places: [] } }),
        fate: 'ignored',
      };
    case 'fields of the future':
      return {
        what,
        subject,
        body: JSON.stringify({ ...event, newextension: 'x', data: { ...event.data, room: { floor: 2 } } }),
        fate: 'handled',
        eventId: event.id,
      };
  }
}

function enrolmentEvent() {
  const enrolmentId = newId();
  const startsAt = new Date(Date.now() + 86_400_000);
  return {
    specversion: '1.0',
    id: newId(),
    type: 'cat.ateneulh.training.enrolment.confirmed.v1',
    source: '/services/training',
    subject: enrolmentId,
    time: new Date().toISOString(),
    datacontenttype: 'application/json',
    sequence: 1,
    correlationid: newId(),
    data: {
      enrolmentId,
      sessionId: newId(),
      title: { ca: 'Taller del futur' },
      startsAt: startsAt.toISOString(),
      endsAt: new Date(startsAt.getTime() + 3_600_000).toISOString(),
      personal: {
        name: 'Persona del futur',
        email: `futur-${enrolmentId}@example.org`,
        language: 'ca',
        manageUrl: 'http://127.0.0.1/training/v1/self-service/enrolments/enr_none',
      },
    },
  };
}

/**
 * Publishes events that are in the stream once more, to the letter and without a message id, so that the broker stores
 * them again. Returns how many.
 */
export async function repeatEvents(admin: Broker, random: Random): Promise<number> {
  const known = await messagesOf(admin, 'EVENTS');
  const events = known.filter(
    (message) => message.subject.startsWith('ateneu.') && message.body.includes('specversion'),
  );
  if (events.length === 0) return 0;
  const count = random.whole(3, 12);
  for (let index = 0; index < count; index += 1) {
    const { subject, body } = random.pick(events.slice(-300));
    await admin.jetstream.publish(subject, body, { timeout: 5_000 });
  }
  return count;
}
