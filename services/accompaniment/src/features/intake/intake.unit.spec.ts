import { DomainError, evolveAll } from '@ateneu/kernel';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { decide, type IntakeCommand, intakeDecider } from './intake.decide.ts';
import { publicationOf } from './intake.publications.ts';
import {
  allowsIntakeStep,
  intakeArrowOf,
  type IntakeStatus,
  intakeStatuses,
  type IntakeTransition,
  intakeTransitionNames,
} from './intake-transitions.ts';
import { initialIntake, type Intake, type IntakeContent, type IntakeEvent, isSettled } from './intake.ts';

const at = new Date('2026-03-02T10:00:00Z');
const otherId = '0198c1d2-7a10-7c3e-9f00-00000000000f';
const meeting = {
  startsAt: new Date('2026-03-10T16:00:00Z'),
  place: 'Can Serra',
  technician: { id: 'tania', name: 'Tània Soler' },
};
const content: IntakeContent = {
  id: '0198c1d2-7a10-7c3e-9f00-000000000001',
  modality: 'unknown',
  project: { name: 'Economat de la Florida', description: 'Una botiga cooperativa.' },
  person: { name: 'Fàtima El Amrani', email: 'fatima@example.org', language: 'ca' },
  textVersion: '2026-01',
};

/** The shortest way to each state. */
const wayTo: Record<IntakeStatus, readonly IntakeTransition[]> = {
  received: ['received'],
  acknowledged: ['received', 'acknowledged'],
  'first-meeting': ['received', 'acknowledged', 'meeting-set'],
  accepted: ['received', 'acknowledged', 'meeting-set', 'accepted'],
  declined: ['received', 'acknowledged', 'declined'],
  referred: ['received', 'acknowledged', 'referred'],
};

function eventsOf(step: IntakeTransition): IntakeEvent[] {
  switch (step) {
    case 'received':
      return [
        { type: step, content, at },
        { type: 'confirmed', at },
      ];
    case 'acknowledged':
      return [{ type: step, at }];
    case 'meeting-set':
      return [{ type: step, meeting, at }];
    case 'accepted':
      return [{ type: step, projectId: otherId, modality: 'creation', at }];
    case 'declined':
      return [{ type: step, reason: 'outside-territory', at }];
    case 'referred':
      return [{ type: step, referralId: otherId, at }];
  }
}

function commandOf(step: IntakeTransition): IntakeCommand {
  switch (step) {
    case 'received':
      return { type: 'request', content, at };
    case 'acknowledged':
      return { type: 'acknowledge', at };
    case 'meeting-set':
      return { type: 'set-meeting', meeting: { ...meeting, place: 'Una altra sala' }, at };
    case 'accepted':
      return { type: 'accept', projectId: otherId, modality: 'creation', at };
    case 'declined':
      return { type: 'decline', reason: 'outside-territory', at };
    case 'referred':
      return { type: 'refer', referralId: otherId, at };
  }
}

const inState = (status: IntakeStatus): Intake =>
  evolveAll(intakeDecider, initialIntake, wayTo[status].flatMap(eventsOf));

function codeOf(work: () => unknown): string | undefined {
  try {
    work();
    return undefined;
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    throw error;
  }
}

const everyCase = intakeStatuses.flatMap((status) => intakeTransitionNames.map((step) => ({ status, step })));

describe('the machine of intake requests', () => {
  it('does in every state exactly what the table says', () => {
    for (const { status, step } of everyCase) {
      const attempt = () => decide(commandOf(step), inState(status));
      if (allowsIntakeStep(status, step)) {
        expect(attempt().map((event) => event.type)).toEqual([step]);
      } else if (step !== 'received' && intakeArrowOf(step).to === status) {
        expect(attempt()).toEqual([]);
      } else {
        expect(codeOf(attempt), `${step} from ${status}`).toBe('accompaniment.intake.wrong-state');
      }
    }
  });

  it('never leaves the table, whatever it is asked, and its history replays to the state', () => {
    const step = fc.constantFrom(...intakeTransitionNames, 'confirm' as const);
    fc.assert(
      fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
        let state: Intake = initialIntake;
        const history: IntakeEvent[] = [];
        for (const name of steps) {
          const command: IntakeCommand = name === 'confirm' ? { type: 'confirm', at } : commandOf(name);
          let events: IntakeEvent[] = [];
          if (codeOf(() => (events = decide(command, state))) !== undefined) continue;
          for (const event of events) {
            if (event.type !== 'confirmed') expect(allowsIntakeStep(state.status, event.type)).toBe(true);
            state = intakeDecider.evolve(state, event);
          }
          history.push(...events);
        }
        expect(evolveAll(intakeDecider, initialIntake, history)).toEqual(state);
      }),
    );
  });

  it('ends where the table has no arrow on', () => {
    for (const status of intakeStatuses) {
      expect(isSettled(status)).toBe(!intakeTransitionNames.some((step) => allowsIntakeStep(status, step)));
    }
  });

  it('ignores an event that the table does not allow there', () => {
    const declined = inState('declined');
    expect(intakeDecider.evolve(declined, { type: 'acknowledged', at })).toBe(declined);
  });

  it('tells of every step once, with the link only where it is to be confirmed', () => {
    for (const { status, step } of everyCase) {
      if (!allowsIntakeStep(status, step)) continue;
      const [event] = eventsOf(step);
      if (event === undefined) throw new Error('Every step is an event.');
      const state = intakeDecider.evolve(inState(status), event);
      if (state.status === 'none') throw new Error('It exists.');
      const published = publicationOf(state, event, 2, undefined);
      expect(published.contract.aggregate).toBe('intake');
      expect(JSON.stringify(published.data)).not.toContain('confirmUrl');
    }
  });
});

describe('a request', () => {
  it('is worked on only once its person has confirmed it', () => {
    const unconfirmed = evolveAll(intakeDecider, initialIntake, eventsOf('received').slice(0, 1));
    for (const step of intakeTransitionNames.filter((name) => name !== 'received')) {
      expect(codeOf(() => decide(commandOf(step), unconfirmed))).toBe('accompaniment.intake.not-confirmed');
    }
    const events = decide({ type: 'confirm', at }, unconfirmed);
    expect(events).toEqual([{ type: 'confirmed', at }]);
    expect(decide({ type: 'confirm', at }, evolveAll(intakeDecider, unconfirmed, events))).toEqual([]);
  });

  it('of somebody who does not know the modality is accepted with one', () => {
    const accept: IntakeCommand = { type: 'accept', projectId: otherId, at };
    expect(codeOf(() => decide(accept, inState('first-meeting')))).toBe('accompaniment.intake.modality-missing');
    const [event] = decide({ ...accept, modality: 'consolidation' }, inState('first-meeting'));
    expect(event).toMatchObject({ type: 'accepted', modality: 'consolidation' });
  });

  it('has its first meeting in the future, moved as often as needed, and the same one once', () => {
    const set = (startsAt: Date): IntakeCommand => ({ type: 'set-meeting', meeting: { ...meeting, startsAt }, at });
    expect(codeOf(() => decide(set(at), inState('acknowledged')))).toBe('accompaniment.intake.meeting-in-past');
    expect(decide(set(meeting.startsAt), inState('first-meeting'))).toEqual([]);
    const later = new Date('2026-03-12T16:00:00Z');
    expect(decide(set(later), inState('first-meeting'))).toMatchObject([{ meeting: { startsAt: later } }]);
  });
});
