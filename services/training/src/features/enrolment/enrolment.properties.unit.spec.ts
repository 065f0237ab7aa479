import { DomainError, evolveAll } from '@ateneu/kernel';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { EnrolmentDesk } from './desk.ts';
import { decide, type EnrolmentCommand, enrolmentDecider } from './enrolment.decide.ts';
import { type Enrolment, type EnrolmentEvent, evolve, noEnrolment, type Participant } from './enrolment.ts';

type Existing = Exclude<Enrolment, { status: 'none' }>;

/** What a random day at the desk is made of. */
type Action =
  | { type: 'enrol'; person: number }
  | { type: 'cancel'; person: number }
  | { type: 'set-capacity'; capacity: number }
  | { type: 'begin' }
  | { type: 'record'; person: number; present: boolean }
  | { type: 'walk-in'; person: number }
  | { type: 'accept'; person: number }
  | { type: 'decline'; person: number }
  | { type: 'wait'; hours: number }
  | { type: 'expire'; person: number };

const at = new Date('2026-03-02T10:00:00Z');
const consent = { given: true, textVersion: '2026-01', at };
const personOf = (person: number): Participant => ({
  name: `Persona ${person}`,
  email: `${person}@example.org`,
  language: 'ca',
  consents: { data: consent, images: consent, news: consent },
});

/** A session with everybody in it, which gives the decider only the desk that the store would. */
function createWorld(capacity: number, waitingListEnabled: boolean, offerHours?: number) {
  const enrolments = new Map<string, Existing>();
  let { session, seats } = enrolmentDecider.initialState;
  session = { ...session, id: 's1', waitingListEnabled, offerHours };
  let now = at;
  seats = { ...seats, capacity };
  let ids = 0;

  const inOrder = (): Existing[] => [...enrolments.values()].toSorted((left, right) => left.arrival - right.arrival);
  const run = (command: EnrolmentCommand, own: Enrolment): readonly EnrolmentEvent[] => {
    const next = inOrder().find(({ status, id }) => status === 'waiting' && !('id' in own && own.id === id));
    const desk: EnrolmentDesk = { session, seats, own, next: next ?? noEnrolment };
    const events = decide(command, desk);
    for (const event of events) {
      const after = evolve(enrolments.get(event.enrolmentId) ?? noEnrolment, event);
      if (after.status !== 'none') enrolments.set(event.enrolmentId, after);
    }
    seats = evolveAll(enrolmentDecider, desk, events).seats;
    return events;
  };
  const activeOf = (person: number): Enrolment =>
    inOrder().find(
      ({ participant, status }) => participant.email === `${person}@example.org` && status !== 'cancelled',
    ) ?? noEnrolment;

  return {
    inOrder,
    now: () => now,
    seats: () => seats,
    act: (action: Action): readonly EnrolmentEvent[] => {
      if (action.type === 'enrol') {
        ids += 1;
        const participant = personOf(action.person);
        return run({ type: 'enrol', enrolmentId: `e${ids}`, participant, at: now }, activeOf(action.person));
      }
      if (action.type === 'begin') {
        session = { ...session, status: 'in-progress' };
        return [];
      }
      if (action.type === 'record') {
        return run({ type: 'record-attendance', present: action.present, at }, activeOf(action.person));
      }
      if (action.type === 'walk-in') {
        ids += 1;
        const participant = personOf(action.person);
        return run({ type: 'walk-in', enrolmentId: `e${ids}`, participant, at }, activeOf(action.person));
      }
      if (action.type === 'cancel') return run({ type: 'cancel', cause: 'person', at: now }, activeOf(action.person));
      if (action.type === 'accept') return run({ type: 'accept-offer', at: now }, activeOf(action.person));
      if (action.type === 'decline') return run({ type: 'decline-offer', at: now }, activeOf(action.person));
      if (action.type === 'expire') return run({ type: 'expire-offer', at: now }, activeOf(action.person));
      if (action.type === 'wait') {
        now = new Date(now.getTime() + action.hours * 60 * 60 * 1_000);
        return [];
      }
      seats = { ...seats, capacity: action.capacity };
      const all: EnrolmentEvent[] = [];
      for (;;) {
        const events = run({ type: 'fill', at: now }, noEnrolment);
        if (events.length === 0) return all;
        all.push(...events);
      }
    },
  };
}

const person = fc.integer({ min: 1, max: 12 });
const action: fc.Arbitrary<Action> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ type: fc.constant('enrol' as const), person }) },
  { weight: 3, arbitrary: fc.record({ type: fc.constant('cancel' as const), person }) },
  {
    weight: 1,
    arbitrary: fc.record({ type: fc.constant('set-capacity' as const), capacity: fc.integer({ min: 0, max: 8 }) }),
  },
);
const withOffers: fc.Arbitrary<Action> = fc.oneof(
  { weight: 6, arbitrary: action },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('accept' as const), person }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('decline' as const), person }) },
  { weight: 2, arbitrary: fc.record({ type: fc.constant('expire' as const), person }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('wait' as const), hours: fc.integer({ min: 1, max: 10 }) }) },
);
const atTheDoor: fc.Arbitrary<Action> = fc.oneof(
  action,
  fc.record({ type: fc.constant('record' as const), person, present: fc.boolean() }),
  fc.record({ type: fc.constant('walk-in' as const), person }),
);

describe('whatever people and staff do, in whatever order', () => {
  it('no place is given twice, nobody overtakes, nobody is in twice, and nobody is thrown out', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 6 }),
        fc.boolean(),
        fc.array(action, { maxLength: 60, size: 'max' }),
        (capacity, waitingListEnabled, actions) => {
          const world = createWorld(capacity, waitingListEnabled);
          for (const next of actions) {
            const before = world.inOrder();
            let events: readonly EnrolmentEvent[] = [];
            try {
              events = world.act(next);
            } catch (error) {
              expect(error).toBeInstanceOf(DomainError);
              expect(world.inOrder()).toEqual(before);
            }
            const after = world.inOrder();
            const confirmed = after.filter(({ status }) => status === 'confirmed');
            const waiting = after.filter(({ status }) => status === 'waiting');
            const seats = world.seats();

            expect(seats).toMatchObject({ confirmed: confirmed.length, waiting: waiting.length });
            // A lowered capacity may leave more people in than places, but nobody then comes in.
            const confirmedBefore = before.filter(({ status }) => status === 'confirmed').length;
            expect(confirmed.length).toBeLessThanOrEqual(Math.max(seats.capacity, confirmedBefore));
            if (waiting.length > 0) expect(confirmed.length).toBeGreaterThanOrEqual(seats.capacity);
            const lastIn = Math.max(0, ...confirmed.map(({ arrival }) => arrival));
            const firstOut = Math.min(Infinity, ...waiting.map(({ arrival }) => arrival));
            expect(lastIn).toBeLessThan(firstOut);
            const emails = [...confirmed, ...waiting].map(({ participant }) => participant.email);
            expect(new Set(emails).size).toBe(emails.length);
            if (next.type !== 'cancel') expect(events.filter(({ type }) => type === 'cancelled')).toEqual([]);
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  it('where places are offered, none is kept twice, taken late or lost, and nobody overtakes', () => {
    let offers = 0;
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 5 }),
        fc.integer({ min: 1, max: 12 }),
        fc.array(withOffers, { maxLength: 80, size: 'max' }),
        (capacity, offerHours, actions) => {
          const world = createWorld(capacity, true, offerHours);
          for (const next of actions) {
            const before = world.inOrder();
            let events: readonly EnrolmentEvent[] = [];
            try {
              events = world.act(next);
            } catch (error) {
              expect(error).toBeInstanceOf(DomainError);
              expect(world.inOrder()).toEqual(before);
            }
            const after = world.inOrder();
            const of = (status: Enrolment['status']) => after.filter((each) => each.status === status);
            const held = [...of('confirmed'), ...of('offered')];
            const seats = world.seats();
            offers += events.filter(({ type }) => type === 'offered').length;

            expect(seats).toMatchObject({ confirmed: held.length, waiting: of('waiting').length });
            const heldBefore = before.filter(({ status }) => status === 'confirmed' || status === 'offered').length;
            expect(held.length).toBeLessThanOrEqual(Math.max(seats.capacity, heldBefore));
            if (of('waiting').length > 0) expect(held.length).toBeGreaterThanOrEqual(seats.capacity);
            const lastHeld = Math.max(0, ...held.map(({ arrival }) => arrival));
            const firstWaiting = Math.min(Infinity, ...of('waiting').map(({ arrival }) => arrival));
            expect(lastHeld).toBeLessThan(firstWaiting);
            for (const event of events) {
              const was = before.find(({ id }) => id === event.enrolmentId);
              // Only an offer of before, in its time, becomes a place; and only one past its time runs out.
              if (event.type === 'promoted') {
                expect(was?.status).toBe('offered');
                expect(was?.status === 'offered' && world.now() < was.expiresAt).toBe(true);
              }
              if (event.type === 'cancelled' && event.cause === 'offer-expired') {
                expect(was?.status === 'offered' && world.now() >= was.expiresAt).toBe(true);
              }
              if (event.type === 'offered') expect(was?.status).toBe('waiting');
            }
            const active = after.filter(({ status }) => status !== 'cancelled').map((each) => each.participant.email);
            expect(new Set(active).size).toBe(active.length);
          }
        },
      ),
      { numRuns: 300 },
    );
    expect(offers).toBeGreaterThan(100);
  });

  it('only people who had a place are ever recorded, nobody walks in where there is no room, and the numbers hold', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 6 }),
        fc.array(action, { maxLength: 25, size: 'max' }),
        fc.array(atTheDoor, { maxLength: 40, size: 'max' }),
        (capacity, before, during) => {
          const world = createWorld(capacity, true);
          for (const next of [...before, { type: 'begin' } as const, ...during]) {
            const earlier = new Map(world.inOrder().map((enrolment) => [enrolment.id, enrolment]));
            const roomBefore = world.seats().capacity - world.seats().confirmed;
            let events: readonly EnrolmentEvent[] = [];
            try {
              events = world.act(next);
            } catch (error) {
              expect(error).toBeInstanceOf(DomainError);
              expect(world.inOrder()).toEqual([...earlier.values()]);
            }
            for (const event of events) {
              const was = earlier.get(event.enrolmentId)?.status;
              if (event.type === 'attendance-recorded') expect(['confirmed', 'attended', 'absent']).toContain(was);
              if (event.type === 'walked-in') expect([was, roomBefore > 0]).toEqual([undefined, true]);
            }
            const after = world.inOrder();
            const inTheRoom = after.filter(({ status }) => status === 'confirmed' || status === 'attended');
            expect(world.seats()).toMatchObject({
              confirmed: inTheRoom.length,
              waiting: after.filter(({ status }) => status === 'waiting').length,
            });
            const active = after.filter(({ status }) => status !== 'cancelled').map((each) => each.participant.email);
            expect(new Set(active).size).toBe(active.length);
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});
