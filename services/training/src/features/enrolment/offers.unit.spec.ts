import { given } from '@ateneu/testing';
import { describe, it } from 'vitest';

import type { SessionFacts } from './availability.ts';
import type { EnrolmentDesk } from './desk.ts';
import { type EnrolmentCommand, enrolmentDecider } from './enrolment.decide.ts';
import { type Enrolment, type EnrolmentEvent, noEnrolment, type Participant } from './enrolment.ts';

const at = new Date('2026-04-01T10:00:00Z');
const later = (hours: number) => new Date(at.getTime() + hours * 60 * 60 * 1_000);
const consent = { given: true, textVersion: '2026-01', at };
const participant: Participant = {
  name: 'Núria Vidal',
  email: 'nuria@example.org',
  language: 'ca',
  consents: { data: consent, images: consent, news: consent },
};
const session: SessionFacts = {
  id: 's1',
  status: 'published',
  startsAt: new Date('2026-04-14T16:00:00Z'),
  endsAt: new Date('2026-04-14T18:00:00Z'),
  waitingListEnabled: true,
  offerHours: 24,
};
const common = { sessionId: 's1', participant, enrolledAt: at };
const confirmed: Enrolment = { status: 'confirmed', id: 'mine', arrival: 1, confirmedAt: at, ...common };
const offered: Enrolment = {
  status: 'offered',
  id: 'mine',
  arrival: 1,
  offeredAt: at,
  expiresAt: later(24),
  ...common,
};
const waiting: Enrolment = { status: 'waiting', id: 'next', arrival: 2, ...common };

const desk = (own: Enrolment, changes: Partial<EnrolmentDesk> = {}) =>
  given({
    ...enrolmentDecider,
    initialState: {
      session,
      seats: { capacity: 1, confirmed: 1, waiting: 1, lastArrival: 2 },
      own,
      next: waiting,
      ...changes,
    },
  });
const cancel: EnrolmentCommand = { type: 'cancel', cause: 'person', at };
const offer = (expiresAt: Date, when = at): EnrolmentEvent => ({
  type: 'offered',
  enrolmentId: 'next',
  expiresAt,
  at: when,
});
const ended = (cause: 'person' | 'offer-declined' | 'offer-expired', when = at): EnrolmentEvent => ({
  type: 'cancelled',
  enrolmentId: 'mine',
  cause,
  at: when,
});

describe('a place that is offered', () => {
  it('goes to whoever is next, for as long as the session says and never beyond its start', () => {
    desk(confirmed)
      .when(cancel)
      .thenEvents(ended('person'), offer(later(24)));
    const soon = { ...session, startsAt: later(3) };
    desk(confirmed, { session: soon })
      .when(cancel)
      .thenEvents(ended('person'), offer(later(3)));
  });

  it('is taken in time, once', () => {
    const accept: EnrolmentCommand = { type: 'accept-offer', at: later(23) };
    desk(offered)
      .when(accept)
      .thenEvents({ type: 'promoted', enrolmentId: 'mine', at: later(23) });
    desk(confirmed).when(accept).thenEvents();
  });

  it('is not taken from the very moment on at which it ends, nor after the start, nor by whoever was offered none', () => {
    desk(offered)
      .when({ type: 'accept-offer', at: later(24) })
      .thenRefused('training.enrolment.offer-expired');
    const begun = { ...session, status: 'in-progress' as const };
    desk(offered, { session: begun })
      .when({ type: 'accept-offer', at })
      .thenRefused('training.enrolment.offer-expired');
    desk(waiting).when({ type: 'accept-offer', at }).thenRefused('training.enrolment.no-offer');
    desk(noEnrolment).when({ type: 'accept-offer', at }).thenRefused('training.enrolment.not-found');
  });

  it('goes on to the next when it is declined, cancelled or runs out', () => {
    desk(offered)
      .when({ type: 'decline-offer', at })
      .thenEvents(ended('offer-declined'), offer(later(24)));
    desk(offered)
      .when(cancel)
      .thenEvents(ended('person'), offer(later(24)));
    desk(offered)
      .when({ type: 'expire-offer', at: later(24) })
      .thenEvents(ended('offer-expired', later(24)), offer(later(48), later(24)));
  });

  it('does not run out before its time, and nothing that is no offer ever does', () => {
    desk(offered)
      .when({ type: 'expire-offer', at: later(23.99) })
      .thenEvents();
    desk(confirmed)
      .when({ type: 'expire-offer', at: later(100) })
      .thenEvents();
    desk(waiting)
      .when({ type: 'expire-offer', at: later(100) })
      .thenEvents();
  });

  it('ends with the start, and then goes to nobody', () => {
    const { startsAt } = session;
    desk(offered).when({ type: 'expire-offer', at: startsAt }).thenEvents(ended('offer-expired', startsAt));
  });
});
