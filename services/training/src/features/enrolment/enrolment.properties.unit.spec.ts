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
  | { type: 'walk-in'; person: number };

const at = new Date('2026-03-02T10:00:00Z');
const consent = { given: true, textVersion: '2026-01', at };
const personOf = (person: number): Participant => ({
  name: `Persona ${person}`,
  email: `${person}@example.org`,
  language: 'ca',
  consents: { data: consent, images: consent, news: consent },
});

/** A session with everybody in it, which gives the decider only the desk that the store would. */
function createWorld(capacity: number, waitingListEnabled: boolean) {
  const enrolments = new Map<string, Existing>();
  let { session, seats } = enrolmentDecider.initialState;
  session = { ...session, id: 's1', waitingListEnabled };
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
    seats: () => seats,
    act: (action: Action): readonly EnrolmentEvent[] => {
      if (action.type === 'enrol') {
        ids += 1;
        const participant = personOf(action.person);
        return run({ type: 'enrol', enrolmentId: `e${ids}`, participant, at }, activeOf(action.person));
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
      if (action.type === 'cancel') return run({ type: 'cancel', cause: 'person', at }, activeOf(action.person));
      seats = { ...seats, capacity: action.capacity };
      const all: EnrolmentEvent[] = [];
      for (;;) {
        const events = run({ type: 'fill', at }, noEnrolment);
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
        fc.array(action, { maxLength: 60 }),
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

  it('only people who had a place are ever recorded, nobody walks in where there is no room, and the numbers hold', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 6 }),
        fc.array(action, { maxLength: 25 }),
        fc.array(atTheDoor, { maxLength: 40 }),
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
