import { evolveAll } from '@ateneu/kernel';
import { given } from '@ateneu/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { decide, type SessionCommand, sessionDecider } from './session.decide.ts';
import { initialSession, type Session, type SessionDetails, type SessionEvent } from './session.ts';

const at = new Date('2026-03-02T10:00:00Z');
const details: SessionDetails = {
  title: { ca: 'Com fer una cooperativa' },
  summary: { ca: 'De la idea als estatuts.' },
  startsAt: new Date('2026-04-14T16:00:00Z'),
  endsAt: new Date('2026-04-14T18:00:00Z'),
  mode: 'in-person',
  venue: 'Can Serra',
  waitingListEnabled: true,
};
const reason = { ca: 'La formadora està malalta.' };
const drafted: SessionEvent = { type: 'drafted', id: 's1', details, capacity: 20, at };
const published: SessionEvent = { type: 'published', at };
const started: SessionEvent = { type: 'started', at };
const held: SessionEvent = { type: 'held', at };
const cancelled: SessionEvent = { type: 'cancelled', reason, at };

const after = (...events: SessionEvent[]) => given(sessionDecider, ...events);
const edit = (changes: Partial<SessionDetails>, enrolled = 0, capacity = 20): SessionCommand => ({
  type: 'edit',
  details: { ...details, ...changes },
  capacity,
  enrolled,
  at,
});

describe('a session', () => {
  it('is published from its draft', () => {
    after(drafted).when({ type: 'publish', at }).thenEvents(published);
  });

  it('is held once it began, also where nobody said that it did, and not before', () => {
    const over = details.endsAt;
    after(drafted, published)
      .when({ type: 'hold', at: over })
      .thenEvents({ type: 'started', at: over }, { type: 'held', at: over });
    after(drafted, published).when({ type: 'hold', at }).thenRefused('training.session.wrong-state');
    after(drafted, published, started).when({ type: 'hold', at }).thenEvents(held);
    after(drafted, published, started, held).when({ type: 'hold', at }).thenEvents();
  });

  it('is not published when its time has come', () => {
    after(drafted).when({ type: 'publish', at: details.startsAt }).thenRefused('training.session.in-the-past');
  });

  it('is not published without a venue where people meet, and needs none online', () => {
    const placeless: SessionEvent = { ...drafted, details: { ...details, venue: undefined } };
    after(placeless).when({ type: 'publish', at }).thenRefused('training.session.venue-missing');
    const online: SessionEvent = { ...drafted, details: { ...details, venue: undefined, mode: 'online' } };
    after(online).when({ type: 'publish', at }).thenEvents(published);
  });

  it.each<[string, Partial<SessionDetails>]>([
    ['it ends before it starts', { endsAt: details.startsAt }],
    ['enrolment opens after the start', { enrolmentOpensAt: new Date('2026-04-14T16:00:00Z') }],
    [
      'enrolment opens after it closes',
      { enrolmentOpensAt: new Date('2026-04-02T00:00:00Z'), enrolmentClosesAt: new Date('2026-04-01T00:00:00Z') },
    ],
  ])('is refused when %s', (_why, times) => {
    const code = 'training.session.times-inconsistent';
    after()
      .when({ type: 'draft', id: 's1', details: { ...details, ...times }, capacity: 20, at })
      .thenRefused(code);
    after(drafted).when(edit(times)).thenRefused(code);
  });

  it('changes in one edit what it says and how many places it has', () => {
    after(drafted, published)
      .when(edit({ title: { ca: 'Fem una cooperativa' } }, 3, 25))
      .thenEvents(
        { type: 'edited', details: { ...details, title: { ca: 'Fem una cooperativa' } }, at },
        { type: 'capacity-changed', capacity: 25, at },
      );
  });

  it.each<[string, Partial<SessionDetails>]>([
    ['date', { startsAt: new Date('2026-04-14T15:00:00Z') }],
    ['end', { endsAt: new Date('2026-04-14T20:00:00Z') }],
    ['venue', { venue: 'La Florida' }],
    ['mode', { mode: 'hybrid' }],
  ])('keeps the %s that people enrolled for, and may change it while nobody has', (_what, changes) => {
    after(drafted, published).when(edit(changes, 1)).thenRefused('training.session.announced');
    after(drafted, published)
      .when(edit(changes, 0))
      .thenEvents({ type: 'edited', details: { ...details, ...changes }, at });
  });

  const to = { startsAt: new Date('2026-04-21T16:00:00Z'), endsAt: new Date('2026-04-21T18:00:00Z') };
  const previous = {
    startsAt: details.startsAt,
    endsAt: details.endsAt,
    mode: 'in-person' as const,
    venue: 'Can Serra',
  };
  const move = (changes: Partial<SessionDetails>, when = at): SessionCommand => ({
    type: 'reschedule',
    changes,
    reason,
    at: when,
  });

  it('moves to another date or place once it is published, and remembers what it had promised', () => {
    const moved: SessionEvent = { type: 'rescheduled', details: { ...details, ...to }, previous, reason, at };
    after(drafted, published).when(move(to)).thenEvents(moved);
    after(drafted, published)
      .when(move({ venue: 'La Florida' }))
      .thenEvents({ ...moved, details: { ...details, venue: 'La Florida' } });
    const state = evolveAll(sessionDecider, initialSession, [drafted, published, moved]);
    expect(state).toMatchObject({
      status: 'published',
      previousStartsAt: details.startsAt,
      announced: { sequence: 1 },
    });
  });

  it('does not move to where it already is', () => {
    after(drafted, published)
      .when(move({ startsAt: details.startsAt, venue: 'Can Serra' }))
      .thenEvents();
  });

  it('does not move into the past, to dates that do not fit, or once its own time has come', () => {
    after(drafted, published)
      .when(move({ startsAt: at }))
      .thenRefused('training.session.in-the-past');
    after(drafted, published)
      .when(move({ startsAt: to.endsAt, endsAt: to.startsAt }))
      .thenRefused('training.session.times-inconsistent');
    after(drafted, published).when(move(to, details.startsAt)).thenRefused('training.session.begun');
  });

  it('moves neither as a draft, which is just edited, nor once it began or ended', () => {
    for (const history of [[], [published, started], [published, started, held], [cancelled]]) {
      after(drafted, ...history)
        .when(move(to))
        .thenRefused('training.session.wrong-state');
    }
  });

  it('is not edited once it began, was held or was cancelled', () => {
    for (const history of [[published, started], [published, started, held], [cancelled]]) {
      after(drafted, ...history)
        .when(edit({}))
        .thenRefused('training.session.wrong-state');
    }
  });

  it('is cancelled at any moment before it was held, and never afterwards', () => {
    for (const history of [[], [published], [published, started]]) {
      after(drafted, ...history)
        .when({ type: 'cancel', reason, at })
        .thenEvents(cancelled);
    }
    after(drafted, published, started, held)
      .when({ type: 'cancel', reason, at })
      .thenRefused('training.session.wrong-state');
  });

  it('does nothing when it already is what it is asked to be', () => {
    after(drafted, published).when({ type: 'publish', at }).thenEvents();
    after(drafted, published, started).when({ type: 'start', at }).thenEvents();
    after(drafted, published, started, held).when({ type: 'hold', at }).thenEvents();
    after(drafted, cancelled)
      .when({ type: 'cancel', reason: { ca: 'Una altra' }, at })
      .thenEvents();
    after(drafted).when({ type: 'change-capacity', capacity: 20, at }).thenEvents();
  });

  it('that does not exist answers every command but a draft as not found', () => {
    after().when({ type: 'publish', at }).thenRefused('training.session.not-found');
  });

  it('counts each change that people can see since it was published, and no other', () => {
    const edited = (changes: Partial<SessionDetails>): SessionEvent => ({
      type: 'edited',
      details: { ...details, ...changes },
      at,
    });
    const sequenceAfter = (...events: SessionEvent[]): number | undefined => {
      const state = evolveAll(sessionDecider, initialSession, [drafted, ...events]);
      return state.status === 'none' ? undefined : state.announced?.sequence;
    };
    expect(sequenceAfter(edited({ venue: 'La Florida' }))).toBeUndefined();
    expect(sequenceAfter(edited({ venue: 'La Florida' }), cancelled)).toBeUndefined();
    expect(sequenceAfter(edited({ venue: 'La Florida' }), published)).toBe(0);
    expect(sequenceAfter(published, edited({ venue: 'La Florida' }))).toBe(1);
    expect(sequenceAfter(published, edited({ title: { ca: 'Fem-ne una' } }), edited({}))).toBe(2);
    expect(sequenceAfter(published, edited({ enrolmentClosesAt: new Date('2026-04-01T00:00:00Z') }))).toBe(0);
    expect(sequenceAfter(published, { type: 'capacity-changed', capacity: 1, at }, started, held)).toBe(0);
    expect(sequenceAfter(published, cancelled)).toBe(1);
  });

  it('only ever moves along the arrows of its life, whatever it is asked', () => {
    const arrows: Record<string, readonly string[]> = {
      none: ['draft'],
      draft: ['published', 'cancelled'],
      published: ['in-progress', 'cancelled'],
      'in-progress': ['held', 'cancelled'],
      held: [],
      cancelled: [],
    };
    const command = fc.constantFrom<SessionCommand[]>(
      { type: 'draft', id: 's1', details, capacity: 5, at },
      edit({ venue: 'Collblanc' }),
      { type: 'change-capacity', capacity: 3, at },
      { type: 'publish', at },
      move({ venue: 'Bellvitge' }),
      { type: 'start', at },
      { type: 'hold', at },
      { type: 'cancel', reason, at },
    );
    fc.assert(
      fc.property(fc.array(command, { maxLength: 12 }), (commands) => {
        let state: Session = initialSession;
        for (const next of commands) {
          const before = state.status;
          try {
            state = evolveAll(sessionDecider, state, decide(next, state));
          } catch {
            expect(state.status).toBe(before);
          }
          if (state.status !== before) expect(arrows[before]).toContain(state.status);
        }
      }),
    );
  });
});
