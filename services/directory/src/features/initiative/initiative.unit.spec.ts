import { evolveAll } from '@ateneu/kernel';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { decide, type InitiativeCommand, initiativeDecider } from './initiative.decide.ts';
import { type Initiative, initialInitiative, type InitiativeDetails, type InitiativeEvent } from './initiative.ts';

const at = new Date('2026-03-02T10:00:00Z');
const details: InitiativeDetails = {
  name: { ca: 'Economat Social' },
  summary: { ca: 'Botiga cooperativa de barri.' },
  legalForm: 'cooperativa-consumidors',
  sectors: ['alimentacio'],
};
const proposed: InitiativeEvent = { type: 'proposed', id: 'i1', details, origin: { kind: 'public' }, at };
const reviewing: InitiativeEvent = { type: 'review-started', at };
const published: InitiativeEvent = { type: 'published', slug: 'economat-social', at };

const given = (...events: InitiativeEvent[]): Initiative => evolveAll(initiativeDecider, initialInitiative, events);

describe('an initiative', () => {
  it('is published after its review, under the slug it is given', () => {
    const state = given(proposed, reviewing);
    expect(decide({ type: 'publish', slug: 'economat-social', at }, state)).toEqual([published]);
  });

  it('cannot be published before somebody began its review', () => {
    expect(() => decide({ type: 'publish', slug: 's', at }, given(proposed))).toThrow(
      'directory.initiative.wrong-state',
    );
  });

  it('cannot be published without a summary', () => {
    const bare: InitiativeEvent = { ...proposed, details: { ...details, summary: undefined } };
    expect(() => decide({ type: 'publish', slug: 's', at }, given(bare, reviewing))).toThrow('summary-missing');
  });

  it('keeps its slug and first date when it is published again', () => {
    const state = given(proposed, reviewing, published, { type: 'unpublished', at });
    const again = evolveAll(
      initiativeDecider,
      state,
      decide({ type: 'publish', slug: 'other', at: new Date() }, state),
    );
    expect(again).toMatchObject({ status: 'published', slug: 'economat-social', publishedAt: at });
  });

  it('takes another slug while it is public or may be again, and says which it had', () => {
    const state = given(proposed, reviewing, published);
    expect(decide({ type: 'change-slug', slug: 'economat', at }, state)).toEqual([
      { type: 'slug-changed', from: 'economat-social', slug: 'economat', at },
    ]);
    expect(decide({ type: 'change-slug', slug: 'economat-social', at }, state)).toEqual([]);
    const archived = given(proposed, reviewing, published, { type: 'unpublished', at }, { type: 'archived', at });
    for (const refused of [given(proposed), archived]) {
      expect(() => decide({ type: 'change-slug', slug: 'economat', at }, refused)).toThrow('wrong-state');
    }
  });

  it('is rejected only while it is reviewed', () => {
    const rejection = { reasonCode: 'duplicate' } as const;
    expect(decide({ type: 'reject', rejection, at }, given(proposed, reviewing))).toEqual([
      { type: 'rejected', rejection, at },
    ]);
    expect(() => decide({ type: 'reject', rejection, at }, given(proposed, reviewing, published))).toThrow(
      'wrong-state',
    );
  });

  it('does nothing when it is already where it is asked to go', () => {
    expect(decide({ type: 'publish', slug: 's', at }, given(proposed, reviewing, published))).toEqual([]);
    expect(decide({ type: 'start-review', at }, given(proposed, reviewing))).toEqual([]);
  });

  it('that does not exist answers every command but a proposal as not found', () => {
    expect(() => decide({ type: 'archive', at }, initialInitiative)).toThrow('directory.initiative.not-found');
  });

  it('only ever moves along the arrows of its life cycle, whatever it is asked', () => {
    const arrows: Record<string, readonly string[]> = {
      none: ['proposed'],
      proposed: ['in-review'],
      'in-review': ['published', 'rejected'],
      published: ['unpublished'],
      unpublished: ['published', 'archived'],
      rejected: [],
      archived: [],
    };
    const command: fc.Arbitrary<InitiativeCommand> = fc.constantFrom<InitiativeCommand[]>(
      { type: 'propose', id: 'i1', details, origin: { kind: 'staff' }, at },
      { type: 'start-review', at },
      { type: 'edit', details: { ...details, address: 'Rambla de la Marina' }, at },
      { type: 'reject', rejection: { reasonCode: 'other' }, at },
      { type: 'publish', slug: 's', at },
      { type: 'unpublish', at },
      { type: 'archive', at },
      { type: 'change-slug', slug: 'another', at },
    );
    fc.assert(
      fc.property(fc.array(command, { maxLength: 12 }), (commands) => {
        let state: Initiative = initialInitiative;
        for (const next of commands) {
          const before = state.status;
          try {
            state = evolveAll(initiativeDecider, state, decide(next, state));
          } catch {
            expect(state.status).toBe(before);
          }
          if (state.status !== before) expect(arrows[before]).toContain(state.status);
        }
      }),
    );
  });
});
