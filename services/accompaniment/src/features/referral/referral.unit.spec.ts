import { evolveAll } from '@ateneu/kernel';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { decide, decideAll, type ReferralCommand, referralDecider } from './referral.decide.ts';
import {
  at,
  bothDirections,
  codeOf,
  commandOf,
  consent,
  content,
  everyCase,
  inState,
  today,
} from './referral.examples.ts';
import {
  allows,
  arrowOf,
  partyOf,
  referralStatuses,
  stepsOf,
  type Transition,
  transitionNames,
} from './referral-transitions.ts';
import { initialReferral, type Referral, type ReferralEvent } from './referral.ts';

describe('the referral machine', () => {
  it.each(referralStatuses)('reaches %s by its shortest way, in both directions', (status) => {
    for (const direction of bothDirections) expect(inState(status, direction).status).toBe(status);
  });

  it('does in every state exactly what the table says, for every step and direction', () => {
    for (const { direction, status, transition } of everyCase) {
      const state = inState(status, direction);
      const steps = stepsOf(status, transition);
      const attempt = () => decide(commandOf(transition, direction), state);
      if (transition === 'drafted' || (steps.length === 0 && arrowOf(transition).to !== status)) {
        expect(codeOf(attempt), `${transition} from ${status}`).toBe('accompaniment.referral.wrong-state');
      } else {
        const expected = arrowOf(transition).to === status ? [] : steps;
        expect(attempt().map((event) => event.type)).toEqual(expected);
      }
    }
  });

  it('takes each step only from the side whose step it is', () => {
    for (const { direction, status, transition } of everyCase) {
      if (transition === 'drafted') continue;
      for (const by of ['ateneu', 'partner', 'time'] as const) {
        if (by === partyOf(transition, direction)) continue;
        const attempt = () => decide(commandOf(transition, direction, by), inState(status, direction));
        expect(codeOf(attempt)).toBe('accompaniment.referral.wrong-party');
      }
    }
  });

  it('gives both directions the same steps, with the sides changed over', () => {
    for (const transition of transitionNames) {
      const sides = bothDirections.map((direction) => partyOf(transition, direction));
      expect(new Set(sides).size).toBe(transition === 'expired' ? 1 : 2);
    }
  });

  it('receives and answers at once when somebody answers what they had not opened', () => {
    const events = decide(commandOf('accepted', 'outbound'), inState('sent', 'outbound'));
    expect(events.map((event) => event.type)).toEqual(['received', 'accepted']);
  });

  it('never leaves the table, whatever it is asked, and its history replays to the state', () => {
    const command = fc.record({
      transition: fc.constantFrom(...transitionNames),
      by: fc.constantFrom('ateneu' as const, 'partner' as const, 'time' as const),
    });
    fc.assert(
      fc.property(fc.constantFrom(...bothDirections), fc.array(command, { maxLength: 15 }), (direction, commands) => {
        let state: Referral = initialReferral;
        const history: ReferralEvent[] = [];
        for (const { transition, by } of commands) {
          let events: ReferralEvent[] = [];
          if (codeOf(() => (events = decide(commandOf(transition, direction, by), state))) !== undefined) continue;
          for (const event of events) {
            expect(allows(state.status, event.type as Transition)).toBe(true);
            state = referralDecider.evolve(state, event);
          }
          history.push(...events);
        }
        expect(evolveAll(referralDecider, initialReferral, history)).toEqual(state);
      }),
    );
  });

  it('ignores an event that the table does not allow there', () => {
    const closed = inState('closed', 'inbound');
    expect(referralDecider.evolve(closed, { type: 'accepted', at })).toBe(closed);
  });
});

describe('several commands in a row', () => {
  it('decide one after another', () => {
    const events = decideAll([
      { type: 'draft', by: 'partner', content: content('inbound'), consent, today, at },
      { type: 'send', by: 'partner', partnerSuspended: false, at },
      { type: 'receive', by: 'ateneu', at },
    ]);
    expect(events.map((event) => event.type)).toEqual(['drafted', 'sent', 'received']);
  });

  it('are refused as one where one of them is', () => {
    const commands: ReferralCommand[] = [
      { type: 'draft', by: 'partner', content: content('inbound'), today, at },
      { type: 'send', by: 'partner', partnerSuspended: false, at },
    ];
    expect(codeOf(() => decideAll(commands))).toBe('accompaniment.referral.consent-missing');
  });
});
