import { evolveAll } from '@ateneu/kernel';
import { given } from '@ateneu/testing';
import { describe, expect, it } from 'vitest';

import type { EnrolmentDesk } from './desk.ts';
import { decide, type EnrolmentCommand, enrolmentDecider } from './enrolment.decide.ts';
import { type Enrolment, type EnrolmentEvent, noEnrolment, type Participant } from './enrolment.ts';

const enrolledAt = new Date('2026-03-02T10:00:00Z');
const startsAt = new Date('2026-04-14T16:00:00Z');
const endsAt = new Date('2026-04-14T18:00:00Z');
const at = new Date('2026-04-14T16:10:00Z');
const consent = { given: true, textVersion: '2026-01', at: enrolledAt };
const participant: Participant = {
  name: 'Núria Vidal',
  email: 'nuria@example.org',
  language: 'ca',
  consents: { data: consent, images: consent, news: consent },
};
const common = { id: 'mine', sessionId: 's1', arrival: 1, participant, enrolledAt };
const confirmed: Enrolment = { status: 'confirmed', ...common, confirmedAt: enrolledAt };
const waiting: Enrolment = { status: 'waiting', ...common };
const cancelled: Enrolment = { status: 'cancelled', ...common, cancelledAt: enrolledAt, cause: 'person' };
const absent: Enrolment = { status: 'absent', ...common, confirmedAt: enrolledAt, recordedAt: at };
const attended: Enrolment = { status: 'attended', ...common, confirmedAt: enrolledAt, minutes: 120, recordedAt: at };

const desk = (own: Enrolment, changes: Partial<EnrolmentDesk> = {}): EnrolmentDesk => ({
  session: { id: 's1', status: 'published', startsAt, endsAt, waitingListEnabled: true },
  seats: { capacity: 2, confirmed: 1, waiting: 0, lastArrival: 1 },
  own,
  next: noEnrolment,
  ...changes,
});
const deskOf = (own: Enrolment, changes: Partial<EnrolmentDesk> = {}) =>
  given({ ...enrolmentDecider, initialState: desk(own, changes) });
const present: EnrolmentCommand = { type: 'record-attendance', present: true, at };
const missing: EnrolmentCommand = { type: 'record-attendance', present: false, at };
const recorded = (isPresent: boolean, minutes: number): EnrolmentEvent => ({
  type: 'attendance-recorded',
  enrolmentId: 'mine',
  present: isPresent,
  minutes,
  at,
});
const walkIn: EnrolmentCommand = { type: 'walk-in', enrolmentId: 'new', participant, at };

describe('attendance', () => {
  it('is of the whole session, of the minutes stated, or none', () => {
    deskOf(confirmed).when(present).thenEvents(recorded(true, 120));
    deskOf(confirmed)
      .when({ ...present, minutes: 45 })
      .thenEvents(recorded(true, 45));
    deskOf(confirmed).when(missing).thenEvents(recorded(false, 0));
  });

  it('is recorded from when the door opens, an hour before, or as soon as staff say it began; absence from the start', () => {
    const doors = new Date(startsAt.getTime() - 60 * 60 * 1_000);
    const early = { ...present, at: new Date(doors.getTime() - 1) };
    deskOf(confirmed).when(early).thenRefused('training.attendance.not-yet');
    deskOf(confirmed)
      .when({ ...present, at: doors })
      .thenEvents({ ...recorded(true, 120), at: doors });
    const justBefore = { ...missing, at: new Date(startsAt.getTime() - 1) };
    deskOf(confirmed).when(justBefore).thenRefused('training.attendance.not-yet');
    const begun = { ...desk(confirmed).session, status: 'in-progress' as const };
    deskOf(confirmed, { session: begun })
      .when(early)
      .thenEvents({ ...recorded(true, 120), at: early.at });
    for (const instant of [startsAt, new Date('2027-01-01T00:00:00Z')]) {
      deskOf(confirmed)
        .when({ ...present, at: instant })
        .thenEvents({ ...recorded(true, 120), at: instant });
    }
  });

  it('is never that of somebody who waits, who left, or who is not there at all', () => {
    for (const own of [waiting, cancelled]) {
      deskOf(own).when(present).thenRefused('training.attendance.without-place');
      deskOf(own).when(missing).thenRefused('training.attendance.without-place');
    }
    deskOf(noEnrolment).when(present).thenRefused('training.enrolment.not-found');
  });

  it('is not longer than the session, nor of one that was called off', () => {
    deskOf(confirmed)
      .when({ ...present, minutes: 121 })
      .thenRefused('training.attendance.too-long');
    const off = { ...desk(confirmed).session, status: 'cancelled' as const };
    deskOf(confirmed, { session: off }).when(present).thenRefused('training.enrolment.session-cancelled');
  });

  it('is corrected both ways, and saying the same again changes nothing', () => {
    deskOf(attended).when(missing).thenEvents(recorded(false, 0));
    deskOf(absent).when(present).thenEvents(recorded(true, 120));
    deskOf(attended)
      .when({ ...present, minutes: 60 })
      .thenEvents(recorded(true, 60));
    deskOf(attended).when(present).thenEvents();
    deskOf(absent).when(missing).thenEvents();
  });

  it('frees the place of whoever is absent, and takes it back when that was wrong', () => {
    const before = desk(confirmed);
    const gone = evolveAll(enrolmentDecider, before, decide(missing, before));
    expect(gone).toMatchObject({ own: { status: 'absent' }, seats: { confirmed: 0 } });
    expect(evolveAll(enrolmentDecider, gone, decide(present, gone))).toMatchObject({
      own: { status: 'attended', minutes: 120 },
      seats: { confirmed: 1 },
    });
  });

  it('keeps an enrolment from being cancelled, unless the whole session is', () => {
    for (const own of [attended, absent]) {
      deskOf(own).when({ type: 'cancel', cause: 'staff', at }).thenRefused('training.attendance.on-record');
      const off = decide({ type: 'cancel', cause: 'session-cancelled', at }, desk(own));
      expect(evolveAll(enrolmentDecider, desk(own), off).seats.confirmed).toBe(own.status === 'attended' ? 0 : 1);
    }
  });
});

describe('somebody who walks in', () => {
  it('gets the next turn and is recorded as attending', () => {
    const before = desk(noEnrolment);
    const events = decide(walkIn, before);
    expect(events).toEqual([
      { type: 'walked-in', enrolmentId: 'new', sessionId: 's1', arrival: 2, participant, minutes: 120, at },
    ]);
    expect(evolveAll(enrolmentDecider, before, events)).toMatchObject({
      own: { id: 'new', status: 'attended', walkIn: true },
      seats: { confirmed: 2, lastArrival: 2 },
    });
  });

  it('finds no room where everybody who enrolled may yet come', () => {
    const full = { seats: { capacity: 1, confirmed: 1, waiting: 0, lastArrival: 1 } };
    deskOf(noEnrolment, full).when(walkIn).thenRefused('training.attendance.no-room');
  });

  it('is not somebody who enrolled, nor comes before the start', () => {
    deskOf(confirmed).when(walkIn).thenRefused('training.enrolment.already-enrolled');
    deskOf(absent).when(walkIn).thenRefused('training.enrolment.already-enrolled');
    deskOf(waiting).when(walkIn).thenRefused('training.attendance.person-waiting');
    deskOf(noEnrolment)
      .when({ ...walkIn, at: enrolledAt })
      .thenRefused('training.attendance.not-yet');
  });

  it('may have waited until staff took the turn away, even after the session', () => {
    const later = new Date('2026-04-15T09:00:00Z');
    deskOf(waiting)
      .when({ type: 'cancel', cause: 'person', at: later })
      .thenRefused('training.enrolment.session-started');
    deskOf(waiting)
      .when({ type: 'cancel', cause: 'staff', at: later })
      .thenEvents({ type: 'cancelled', enrolmentId: 'mine', cause: 'staff', reason: undefined, at: later });
  });
});
