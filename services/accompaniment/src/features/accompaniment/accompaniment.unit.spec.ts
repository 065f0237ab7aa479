import { DomainError, evolveAll } from '@ateneu/kernel';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { accompanimentDecider, type AccompanimentCommand, decide } from './accompaniment.decide.ts';
import { publicationsOf } from './accompaniment.publications.ts';
import {
  type Accompaniment,
  type AccompanimentEvent,
  type AccompanimentPlan,
  type ConsultancySession,
  initialAccompaniment,
} from './accompaniment.ts';
import {
  accompanimentStatuses,
  accompanimentTransitions,
  type AccompanimentStatus,
  type AccompanimentTransition,
  allowsStep,
} from './accompaniment-transitions.ts';
import type { Outcome } from './outcome.ts';

const at = new Date('2026-03-02T10:00:00Z');
const today = '2026-03-02';
const technician = { id: 'tania', name: 'Tània Soler' };
const plan: AccompanimentPlan = {
  id: '0198c1d2-7a10-7c3e-9f00-000000000001',
  projectId: '0198c1d2-7a10-7c3e-9f00-000000000002',
  modality: 'creation',
  itineraryVersion: 1,
  technician,
};
const none: Outcome = { kind: 'none', why: 'El grup ha decidit esperar.' };
const created: Outcome = {
  kind: 'entity-created',
  entity: {
    name: 'Economat de la Florida, SCCL',
    taxId: 'F12345674',
    legalForm: 'cooperativa-consumidors',
    constitutedOn: '2026-02-18',
    sectors: ['alimentacio'],
  },
};
const around = { phases: [], projectName: 'Economat', contact: undefined };
const session: ConsultancySession = {
  id: '0198c1d2-7a10-7c3e-9f00-000000000003',
  heldOn: '2026-03-01',
  minutes: 90,
  technician,
  people: 4,
  objective: 'Estatuts',
};

const planned: AccompanimentEvent = { type: 'planned', plan, at };
const started: AccompanimentEvent = { type: 'started', at };
const paused: AccompanimentEvent = { type: 'paused', at };
const wayTo: Record<AccompanimentStatus, readonly AccompanimentEvent[]> = {
  planned: [planned],
  'in-progress': [planned, started],
  paused: [planned, started, paused],
  completed: [planned, started, { type: 'completed', outcome: none, at }],
  abandoned: [planned, { type: 'abandoned', reason: 'no-contact', at }],
};
const commands: Record<Exclude<AccompanimentTransition, 'planned'>, AccompanimentCommand> = {
  started: { type: 'start', at },
  paused: { type: 'pause', at },
  resumed: { type: 'resume', at },
  completed: { type: 'complete', outcome: none, today, at },
  abandoned: { type: 'abandon', reason: 'no-contact', at },
  reopened: { type: 'reopen', reason: 'Ho reprenen.', at },
};
const phases = ['idea', 'group'];
const inState = (status: AccompanimentStatus): Accompaniment =>
  evolveAll(accompanimentDecider, initialAccompaniment, wayTo[status]);

function codeOf(work: () => unknown): string | undefined {
  try {
    work();
    return undefined;
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    throw error;
  }
}

describe('an accompaniment', () => {
  it('does in every state exactly what its table says', () => {
    for (const status of accompanimentStatuses) {
      for (const [name, command] of Object.entries(commands)) {
        const step = name as keyof typeof commands;
        const attempt = () => decide(command, inState(status));
        // To reopen is no wish for a state: what is in progress cannot be reopened.
        if (step !== 'reopened' && accompanimentTransitions[step].to === status) expect(attempt()).toEqual([]);
        else if (allowsStep(status, step)) expect(attempt().map((event) => event.type)).toEqual([step]);
        else expect(codeOf(attempt)).toBe('accompaniment.accompaniment.wrong-state');
      }
    }
  });

  it('never leaves its table, whatever it is asked', () => {
    const command = fc.constantFrom<AccompanimentCommand[]>(
      { type: 'plan', plan, at },
      { type: 'record-consultancy', session, today, at },
      { type: 'assign', technician: { id: 'jordi', name: 'Jordi' }, at },
      { type: 'complete-phase', phase: 'idea', phases, at },
      { type: 'reopen-phase', phase: 'idea', phases, at },
      { type: 'correct-outcome', outcome: none, why: 'Error', today, at },
      ...Object.values(commands),
    );
    fc.assert(
      fc.property(fc.array(command, { maxLength: 15 }), (asked) => {
        let state: Accompaniment = initialAccompaniment;
        for (const next of asked) {
          let events: AccompanimentEvent[] = [];
          if (codeOf(() => (events = decide(next, state))) !== undefined) continue;
          for (const event of events) {
            const step = event.type as AccompanimentTransition;
            if (step in accompanimentTransitions) expect(allowsStep(state.status, step)).toBe(true);
            state = accompanimentDecider.evolve(state, event);
          }
        }
      }),
    );
  });

  it('adds up the minutes of its sessions', () => {
    const recorded: AccompanimentEvent = { type: 'consultancy-recorded', session, at };
    const state = evolveAll(accompanimentDecider, inState('in-progress'), [recorded, recorded]);
    expect(state).toMatchObject({ minutes: 180 });
  });

  it('sums them anew when one is corrected or taken back, in whatever state it is by then', () => {
    const recorded: AccompanimentEvent = { type: 'consultancy-recorded', session, at };
    const to = { heldOn: today, minutes: 45, people: 1, objective: 'Estatuts' };
    for (const status of accompanimentStatuses) {
      if (status === 'planned') continue;
      const before = evolveAll(accompanimentDecider, inState('in-progress'), [recorded, recorded]);
      const then = evolveAll(accompanimentDecider, before, wayTo[status].slice(2));
      const corrected = decide({ type: 'correct-consultancy', session, to, why: 'Error', today, at }, then);
      expect(evolveAll(accompanimentDecider, then, corrected)).toMatchObject({ status: then.status, minutes: 135 });
      const taken = decide({ type: 'void-consultancy', session, why: 'Error', at }, then);
      expect(evolveAll(accompanimentDecider, then, taken)).toMatchObject({ minutes: 90 });
    }
    const state = inState('in-progress');
    const late = { ...to, heldOn: '2026-03-03' };
    expect(codeOf(() => decide({ type: 'correct-consultancy', session, to: late, why: 'x', today, at }, state))).toBe(
      'accompaniment.session.in-future',
    );
    expect(codeOf(() => decide({ type: 'void-consultancy', session: undefined, why: 'x', at }, state))).toBe(
      'accompaniment.session.not-found',
    );
  });

  it('takes a session only while work is done, and only one that was held', () => {
    const record = (heldOn: string): AccompanimentCommand => ({
      type: 'record-consultancy',
      session: { ...session, heldOn },
      today,
      at,
    });
    expect(codeOf(() => decide(record(today), inState('in-progress')))).toBeUndefined();
    expect(codeOf(() => decide(record('2026-03-03'), inState('in-progress')))).toBe('accompaniment.session.in-future');
    expect(codeOf(() => decide(record(today), inState('planned')))).toBe('accompaniment.accompaniment.wrong-state');
    expect(codeOf(() => decide(record(today), inState('completed')))).toBe('accompaniment.accompaniment.wrong-state');
  });
});

describe('the work', () => {
  const open = inState('in-progress');
  const complete = (phase: string) => decide({ type: 'complete-phase', phase, phases, at }, open);

  it('completes the phases of its own itinerary, each once, and takes one back', () => {
    expect(codeOf(() => complete('statutes'))).toBe('accompaniment.phase.unknown');
    const done = evolveAll(accompanimentDecider, open, complete('idea'));
    expect(done).toMatchObject({ completedPhases: ['idea'] });
    expect(decide({ type: 'complete-phase', phase: 'idea', phases, at }, done)).toEqual([]);
    const back = decide({ type: 'reopen-phase', phase: 'idea', phases, at }, done);
    expect(evolveAll(accompanimentDecider, done, back)).toMatchObject({ completedPhases: [] });
  });

  it('is handed to another technician while it is not over, and to the same one never', () => {
    const jordi = { id: 'jordi', name: 'Jordi Pons' };
    expect(decide({ type: 'assign', technician: jordi, at }, open)).toHaveLength(1);
    expect(decide({ type: 'assign', technician, at }, open)).toEqual([]);
    expect(codeOf(() => decide({ type: 'assign', technician: jordi, at }, inState('completed')))).toBe(
      'accompaniment.accompaniment.wrong-state',
    );
  });

  it('goes on after an end, without the outcome, with all that was done', () => {
    const done = evolveAll(accompanimentDecider, open, [...complete('idea'), { type: 'completed', outcome: none, at }]);
    const reopened = evolveAll(accompanimentDecider, done, decide({ type: 'reopen', reason: 'Torna', at }, done));
    expect(reopened).toMatchObject({ status: 'in-progress', completedPhases: ['idea'] });
    expect(reopened).not.toHaveProperty('outcome');
  });
});

describe('an outcome', () => {
  const complete = (outcome: Outcome) => () => decide({ type: 'complete', outcome, today, at }, inState('in-progress'));
  const entity = (change: Partial<Extract<Outcome, { kind: 'entity-created' }>['entity']>): Outcome =>
    created.kind === 'entity-created' ? { ...created, entity: { ...created.entity, ...change } } : created;

  it('is kept with the tax id in one form', () => {
    expect(complete(entity({ taxId: 'f-12345674' }))()).toEqual([{ type: 'completed', outcome: created, at }]);
  });

  it('is refused with a wrong tax id, a constitution that is yet to come, or a form that did not change', () => {
    expect(codeOf(complete(entity({ taxId: 'F12345670' })))).toBe('accompaniment.outcome.tax-id-invalid');
    expect(codeOf(complete(entity({ constitutedOn: '2026-03-03' })))).toBe(
      'accompaniment.outcome.constituted-in-future',
    );
    expect(codeOf(complete(entity({ constitutedOn: today })))).toBeUndefined();
    expect(codeOf(complete({ kind: 'legal-form-transformed', from: 'associacio', to: 'associacio' }))).toBe(
      'accompaniment.outcome.legal-form-unchanged',
    );
  });

  it('of an entity is told as the end of the accompaniment and as the entity', () => {
    const event: AccompanimentEvent = { type: 'completed', outcome: created, at };
    const state = accompanimentDecider.evolve(inState('in-progress'), event);
    const published = state.status === 'none' ? [] : publicationsOf(state, event, 5, around);
    expect(published.map(({ contract }) => contract.type)).toEqual([
      'cat.ateneulh.accompaniment.accompaniment.completed.v1',
      'cat.ateneulh.accompaniment.entity.created.v1',
    ]);
  });
});
