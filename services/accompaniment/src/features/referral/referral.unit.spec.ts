import { DomainError, evolveAll } from '@ateneu/kernel';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { partnerSight } from './partner-sight.ts';
import { decide, decideAll, type ReferralCommand, referralDecider } from './referral.decide.ts';
import { publicationsOf } from './referral.publications.ts';
import {
  allows,
  arrowOf,
  type Direction,
  isFinal,
  partyOf,
  type ReferralStatus,
  referralStatuses,
  stepsOf,
  type Transition,
  transitionNames,
} from './referral-transitions.ts';
import { type Consent, initialReferral, type Referral, type ReferralContent, type ReferralEvent } from './referral.ts';

const at = new Date('2026-03-02T10:00:00Z');
const today = '2026-03-02';
const consent: Consent = { scope: 'referral', givenOn: '2026-03-01', textVersion: '2026-01' };
const otherId = '0198c1d2-7a10-7c3e-9f00-00000000000f';

const content = (direction: Direction): ReferralContent => ({
  id: '0198c1d2-7a10-7c3e-9f00-000000000001',
  direction,
  partnerId: '0198c1d2-7a10-7c3e-9f00-000000000002',
  modality: 'creation',
  project: { name: 'Economat de la Florida', description: 'Una botiga cooperativa.', neighbourhood: '7' },
  person: { name: 'Fatima El Amrani', email: 'fatima@example.org', language: 'ca' },
});

/** The shortest way to each state. */
const wayTo: Record<ReferralStatus, readonly Transition[]> = {
  draft: ['drafted'],
  sent: ['drafted', 'sent'],
  received: ['drafted', 'sent', 'received'],
  accepted: ['drafted', 'sent', 'received', 'accepted'],
  declined: ['drafted', 'sent', 'received', 'declined'],
  rerouted: ['drafted', 'sent', 'received', 'rerouted'],
  'in-progress': ['drafted', 'sent', 'received', 'accepted', 'started'],
  closed: ['drafted', 'sent', 'received', 'accepted', 'started', 'closed'],
  withdrawn: ['drafted', 'sent', 'withdrawn'],
  expired: ['drafted', 'sent', 'expired'],
};

function eventOf(transition: Transition, direction: Direction): ReferralEvent {
  switch (transition) {
    case 'drafted':
      return { type: transition, content: content(direction), consent, at };
    case 'declined':
      return { type: transition, reason: 'no-capacity', note: undefined, at };
    case 'rerouted':
      return { type: transition, reroutedTo: otherId, at };
    case 'closed':
      return { type: transition, outcome: 'none', at };
    default:
      return { type: transition, at };
  }
}

function commandOf(transition: Transition, direction: Direction, by = partyOf(transition, direction)): ReferralCommand {
  switch (transition) {
    case 'drafted':
      return { type: 'draft', by, content: content(direction), consent, today, at };
    case 'sent':
      return { type: 'send', by, partnerSuspended: false, at };
    case 'declined':
      return { type: 'decline', by, reason: 'no-capacity', note: undefined, at };
    case 'rerouted':
      return { type: 'reroute', by, reroutedTo: otherId, at };
    case 'closed':
      return { type: 'close', by, outcome: 'none', at };
    case 'received':
      return { type: 'receive', by, at };
    case 'accepted':
      return { type: 'accept', by, at };
    case 'started':
      return { type: 'start', by, at };
    case 'withdrawn':
      return { type: 'withdraw', by, at };
    case 'expired':
      return { type: 'expire', by, at };
  }
}

const inState = (status: ReferralStatus, direction: Direction, ...more: ReferralEvent[]): Referral =>
  evolveAll(referralDecider, initialReferral, [...wayTo[status].map((step) => eventOf(step, direction)), ...more]);

function codeOf(work: () => unknown): string | undefined {
  try {
    work();
    return undefined;
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    throw error;
  }
}

const bothDirections: readonly Direction[] = ['inbound', 'outbound'];
const everyCase = bothDirections.flatMap((direction) =>
  referralStatuses.flatMap((status) => transitionNames.map((transition) => ({ direction, status, transition }))),
);

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

describe('consent', () => {
  const bare: ReferralEvent = { type: 'drafted', content: content('outbound'), at };

  it('is needed before anything is sent', () => {
    const state = evolveAll(referralDecider, initialReferral, [bare]);
    expect(codeOf(() => decide(commandOf('sent', 'outbound'), state))).toBe('accompaniment.referral.consent-missing');
    const recorded = decide({ type: 'record-consent', by: 'ateneu', consent, today, at }, state);
    const ready = evolveAll(referralDecider, state, recorded);
    expect(decide(commandOf('sent', 'outbound'), ready)).toEqual([{ type: 'sent', at }]);
  });

  it('cannot be given tomorrow, nor be noted once the referral has left', () => {
    const tomorrow = { ...consent, givenOn: '2026-03-03' };
    const command: ReferralCommand = { type: 'record-consent', by: 'ateneu', consent: tomorrow, today, at };
    const state = evolveAll(referralDecider, initialReferral, [bare]);
    expect(codeOf(() => decide(command, state))).toBe('accompaniment.referral.consent-in-future');
    expect(codeOf(() => decide({ ...command, consent }, inState('sent', 'outbound')))).toBe(
      'accompaniment.referral.wrong-state',
    );
  });

  it('is withdrawn once, by either side, in any state', () => {
    for (const status of referralStatuses) {
      for (const by of ['ateneu', 'partner'] as const) {
        const state = inState(status, 'inbound');
        const events = decide({ type: 'withdraw-consent', by, at }, state);
        expect(events).toEqual([{ type: 'consent-withdrawn', at }]);
        expect(decide({ type: 'withdraw-consent', by, at }, evolveAll(referralDecider, state, events))).toEqual([]);
      }
    }
  });

  it('once withdrawn, stops the referral from being accepted or started, and lets it be ended', () => {
    const withdrawn: ReferralEvent = { type: 'consent-withdrawn', at };
    const attempt = (transition: Transition, status: ReferralStatus) => () =>
      decide(commandOf(transition, 'inbound'), inState(status, 'inbound', withdrawn));
    expect(codeOf(attempt('accepted', 'received'))).toBe('accompaniment.referral.consent-withdrawn');
    expect(codeOf(attempt('started', 'accepted'))).toBe('accompaniment.referral.consent-withdrawn');
    expect(codeOf(attempt('declined', 'received'))).toBeUndefined();
    expect(codeOf(attempt('closed', 'in-progress'))).toBeUndefined();
  });
});

describe('what a partner may read', () => {
  const sightOf = (status: ReferralStatus, direction: Direction, ...more: ReferralEvent[]) => {
    const state = inState(status, direction, ...more);
    return state.status === 'none' ? undefined : partnerSight(state);
  };

  it('of what it was sent: the case before it accepts, the person until it ends, then the outline', () => {
    const sights = Object.fromEntries(referralStatuses.map((status) => [status, sightOf(status, 'outbound')]));
    expect(sights).toEqual({
      draft: 'nothing',
      sent: 'case',
      received: 'case',
      accepted: 'contact',
      'in-progress': 'contact',
      declined: 'outline',
      rerouted: 'outline',
      closed: 'outline',
      withdrawn: 'outline',
      expired: 'outline',
    });
  });

  it('of what it sent itself: the person until it ends', () => {
    for (const status of referralStatuses) {
      expect(sightOf(status, 'inbound')).toBe(isFinal(status) ? 'case' : 'contact');
    }
  });

  it('is the outline alone once the consent is withdrawn, and nothing of what was never sent', () => {
    const withdrawn: ReferralEvent = { type: 'consent-withdrawn', at };
    for (const status of referralStatuses) {
      expect(sightOf(status, 'inbound', withdrawn)).toBe('outline');
      expect(sightOf(status, 'outbound', withdrawn)).toBe(status === 'draft' ? 'nothing' : 'outline');
    }
    const dropped = evolveAll(referralDecider, initialReferral, [
      eventOf('drafted', 'outbound'),
      eventOf('withdrawn', 'outbound'),
    ]);
    expect(dropped.status === 'none' ? undefined : partnerSight(dropped)).toBe('nothing');
  });
});

describe('publishing', () => {
  const key = 'ABC';
  const publish = (event: ReferralEvent, from: Referral, account: string | undefined) => {
    const state = referralDecider.evolve(from, event);
    return state.status === 'none' ? [] : publicationsOf(state, event, 7, account);
  };

  it('tells the platform of every step once, from the sending on', () => {
    for (const { direction, status, transition } of everyCase) {
      if (transition === 'drafted' || !allows(status, transition)) continue;
      const published = publish(eventOf(transition, direction), inState(status, direction), key);
      expect(published.filter(({ contract }) => contract.audience === 'internal')).toHaveLength(1);
      expect(published.filter(({ contract }) => contract.audience === 'partner').length).toBeLessThanOrEqual(1);
    }
  });

  it('sends the partner no word about the person or the project', () => {
    for (const { direction, status, transition } of everyCase) {
      if (!allows(status, transition)) continue;
      const copies = publish(eventOf(transition, direction), inState(status, direction), key).filter(
        ({ contract }) => contract.audience === 'partner',
      );
      expect(JSON.stringify(copies.map(({ data }) => data))).not.toMatch(/fatima|economat|botiga/i);
    }
  });

  it('sends no copy to a partner without an account, nor of what was never sent to it', () => {
    const accepted = eventOf('accepted', 'inbound');
    expect(publish(accepted, inState('received', 'inbound'), undefined)).toHaveLength(1);
    const dropped = publish(eventOf('withdrawn', 'outbound'), inState('draft', 'outbound'), key);
    expect(dropped.map(({ contract }) => contract.audience)).toEqual(['internal']);
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
