import { DomainError, evolveAll } from '@ateneu/kernel';
import { describe, expect, it } from 'vitest';

import type { Seats, SessionFacts } from './availability.ts';
import type { EnrolmentDesk } from './desk.ts';
import { decide, type EnrolmentCommand, enrolmentDecider } from './enrolment.decide.ts';
import { type Enrolment, noEnrolment, type Participant } from './enrolment.ts';

const at = new Date('2026-03-02T10:00:00Z');
const consent = { given: true, textVersion: '2026-01', at };
const participant: Participant = {
  name: 'Núria Vidal',
  email: 'nuria@example.org',
  language: 'ca',
  consents: { data: consent, images: { ...consent, given: false }, news: { ...consent, given: false } },
};
const session: SessionFacts = {
  id: 's1',
  status: 'published',
  startsAt: new Date('2026-04-14T16:00:00Z'),
  endsAt: new Date('2026-04-14T18:00:00Z'),
  waitingListEnabled: true,
};
const common = { sessionId: 's1', participant, enrolledAt: at };
const confirmed: Enrolment = { status: 'confirmed', id: 'mine', arrival: 1, confirmedAt: at, ...common };
const waiting: Enrolment = { status: 'waiting', id: 'first', arrival: 2, ...common };

/** A desk, with what is said about it. */
function desk(
  about: { session?: Partial<SessionFacts>; seats?: Partial<Seats>; own?: Enrolment; next?: Enrolment } = {},
): EnrolmentDesk {
  return {
    session: { ...session, ...about.session },
    seats: { capacity: 2, confirmed: 0, waiting: 0, lastArrival: 0, ...about.seats },
    own: about.own ?? noEnrolment,
    next: about.next ?? noEnrolment,
  };
}
const enrol: EnrolmentCommand = { type: 'enrol', enrolmentId: 'e1', participant, at };
const cancel: EnrolmentCommand = { type: 'cancel', cause: 'person', at };
const refusal = (command: EnrolmentCommand, about: EnrolmentDesk): string | undefined => {
  try {
    decide(command, about);
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    throw error;
  }
  return undefined;
};
const enrolled = { enrolmentId: 'e1', sessionId: 's1', participant, at };

describe('enrolling', () => {
  it('gives a place while there is one, and the next turn', () => {
    const events = decide(enrol, desk({ seats: { confirmed: 1, lastArrival: 7 } }));
    expect(events).toEqual([{ type: 'confirmed', ...enrolled, arrival: 8 }]);
  });

  it('gives a turn in the waiting list when the session is full', () => {
    const events = decide(enrol, desk({ seats: { confirmed: 2, waiting: 3, lastArrival: 5 } }));
    expect(events).toEqual([{ type: 'waitlisted', position: 4, ...enrolled, arrival: 6 }]);
  });

  it('overtakes nobody who waits, even where a place is free at that instant', () => {
    const events = decide(enrol, desk({ seats: { confirmed: 1, waiting: 1, lastArrival: 2 } }));
    expect(events).toMatchObject([{ type: 'waitlisted', position: 2 }]);
  });

  it('in a full session without a waiting list is refused', () => {
    const full = desk({ session: { waitingListEnabled: false }, seats: { confirmed: 2 } });
    expect(refusal(enrol, full)).toBe('training.enrolment.session-full');
  });

  it('twice is refused, with a place or without', () => {
    for (const own of [confirmed, waiting]) {
      expect(refusal(enrol, desk({ own }))).toBe('training.enrolment.already-enrolled');
    }
  });

  it.each<[string, Partial<SessionFacts>]>([
    ['not-open-yet', { enrolmentOpensAt: new Date('2026-03-03T00:00:00Z') }],
    ['closed', { enrolmentClosesAt: at }],
    ['session-started', { startsAt: at }],
    ['session-started', { status: 'in-progress' }],
    ['session-started', { status: 'held' }],
    ['session-cancelled', { status: 'cancelled' }],
  ])('is refused as %s', (code, facts) => {
    expect(refusal(enrol, desk({ session: facts }))).toBe(`training.enrolment.${code}`);
  });

  it('is open from the very instant its window says', () => {
    expect(decide(enrol, desk({ session: { enrolmentOpensAt: at } }))).toHaveLength(1);
  });

  it('of somebody not born yet is refused', () => {
    const command = { ...enrol, participant: { ...participant, birthYear: 2027 } };
    expect(refusal(command, desk())).toBe('training.enrolment.birth-year-in-future');
  });
});

describe('cancelling', () => {
  const cancelled = { type: 'cancelled', enrolmentId: 'mine', cause: 'person', reason: undefined, at };

  it('gives the place to the first who waits', () => {
    const full = desk({ own: confirmed, next: waiting, seats: { confirmed: 2, waiting: 1, lastArrival: 3 } });
    const events = decide(cancel, full);
    expect(events).toEqual([cancelled, { type: 'promoted', enrolmentId: 'first', at }]);
    const after = evolveAll(enrolmentDecider, full, events);
    expect(after.seats).toEqual({ capacity: 2, confirmed: 2, waiting: 0, lastArrival: 3 });
    expect([after.own.status, after.next.status]).toEqual(['cancelled', 'confirmed']);
  });

  it('a turn in the waiting list promotes nobody', () => {
    const own: Enrolment = { ...waiting, id: 'mine', arrival: 4 };
    const full = desk({ own, next: waiting, seats: { confirmed: 2, waiting: 2, lastArrival: 4 } });
    expect(decide(cancel, full)).toEqual([cancelled]);
    expect(evolveAll(enrolmentDecider, full, decide(cancel, full)).seats).toMatchObject({ confirmed: 2, waiting: 1 });
  });

  it('promotes nobody while there are more people than a lowered capacity allows', () => {
    const over = desk({ own: confirmed, next: waiting, seats: { capacity: 1, confirmed: 3, waiting: 1 } });
    expect(decide(cancel, over)).toEqual([cancelled]);
  });

  it('promotes nobody into a session that has started', () => {
    const begun = desk({
      own: confirmed,
      next: waiting,
      session: { status: 'in-progress' },
      seats: { confirmed: 2, waiting: 1 },
    });
    expect(decide(cancel, begun)).toEqual([cancelled]);
  });

  it('twice changes nothing', () => {
    const own: Enrolment = { ...confirmed, status: 'cancelled', cancelledAt: at, cause: 'person' };
    expect(decide(cancel, desk({ own, next: waiting }))).toEqual([]);
  });

  it('is refused once the session is over, and for what does not exist', () => {
    const over = desk({ own: confirmed, session: { endsAt: at } });
    expect(refusal(cancel, over)).toBe('training.enrolment.session-started');
    expect(refusal(cancel, desk())).toBe('training.enrolment.not-found');
  });

  it('with the session promotes nobody and keeps the reason', () => {
    const reason = { ca: 'La formadora està malalta.' };
    const command: EnrolmentCommand = { type: 'cancel', cause: 'session-cancelled', reason, at };
    const gone = desk({
      own: confirmed,
      next: waiting,
      session: { status: 'cancelled' },
      seats: { confirmed: 2, waiting: 1 },
    });
    expect(decide(command, gone)).toEqual([{ ...cancelled, cause: 'session-cancelled', reason }]);
  });
});

describe('a session that moves', () => {
  const previous = {
    startsAt: session.startsAt,
    endsAt: session.endsAt,
    mode: 'in-person' as const,
    venue: 'Can Serra',
  };
  const reason = { ca: 'La formadora no pot venir.' };
  const move: EnrolmentCommand = { type: 'reschedule', previous, reason, at };
  const keep: EnrolmentCommand = { type: 'keep', at };
  const asked: Enrolment = { ...confirmed, reconfirmation: { askedAt: at } };

  it.each([
    ['place', confirmed],
    ['turn', waiting],
  ])('leaves everybody their %s, and asks them again', (_what, own) => {
    const before = desk({ own, seats: { confirmed: 1, waiting: 1 } });
    const events = decide(move, before);
    expect(events).toEqual([{ type: 'rescheduled', enrolmentId: 'id' in own ? own.id : '', previous, reason, at }]);
    const after = evolveAll(enrolmentDecider, before, events);
    expect(after).toMatchObject({ seats: before.seats, own: { status: own.status, reconfirmation: { askedAt: at } } });
  });

  it('has nothing to say to whoever left', () => {
    const gone: Enrolment = { ...confirmed, status: 'cancelled', cancelledAt: at, cause: 'person' };
    expect(decide(move, desk({ own: gone }))).toEqual([]);
  });

  it('is kept by whoever says so, once', () => {
    const before = desk({ own: asked });
    const events = decide(keep, before);
    expect(events).toEqual([{ type: 'kept', enrolmentId: 'mine', at }]);
    const after = evolveAll(enrolmentDecider, before, events);
    expect(after.own).toMatchObject({ status: 'confirmed', reconfirmation: { askedAt: at, keptAt: at } });
    expect(decide(keep, after)).toEqual([]);
  });

  it('again asks again', () => {
    const kept: Enrolment = { ...confirmed, reconfirmation: { askedAt: at, keptAt: at } };
    const again = { ...move, at: new Date('2026-03-09T10:00:00Z') };
    const before = desk({ own: kept });
    expect(evolveAll(enrolmentDecider, before, decide(again, before)).own).toMatchObject({
      reconfirmation: { askedAt: again.at },
    });
  });

  it('cannot be kept by whoever was not asked, left, or after it was called off', () => {
    expect(decide(keep, desk({ own: confirmed }))).toEqual([]);
    expect(refusal(keep, desk())).toBe('training.enrolment.not-found');
    const gone: Enrolment = { ...asked, status: 'cancelled', cancelledAt: at, cause: 'person' };
    expect(refusal(keep, desk({ own: gone }))).toBe('training.enrolment.ended');
    expect(refusal(keep, desk({ own: asked, session: { status: 'cancelled' } }))).toBe(
      'training.enrolment.session-cancelled',
    );
  });
});
