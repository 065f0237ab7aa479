import { evolveAll } from '@ateneu/kernel';
import { describe, expect, it } from 'vitest';

import { partnerSight } from './partner-sight.ts';
import { referralDecider } from './referral.decide.ts';
import { at, eventOf, everyCase, inState } from './referral.examples.ts';
import { publicationsOf } from './referral.publications.ts';
import { allows, type Direction, isFinal, type ReferralStatus, referralStatuses } from './referral-transitions.ts';
import { initialReferral, type Referral, type ReferralEvent } from './referral.ts';

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

  it('names whom to remind where it is the partner, and tells the partner itself nothing', () => {
    const event: ReferralEvent = { type: 'reminder-due', at };
    const contact = { name: 'Coop57', email: 'derivacions@example.org', language: 'ca' as const };
    for (const [direction, receiver] of [
      ['outbound', contact],
      ['inbound', undefined],
    ] as const) {
      const state = referralDecider.evolve(inState('sent', direction), event);
      if (state.status === 'none') throw new Error('It exists.');
      const published = publicationsOf(state, event, 7, key, { contact });
      expect(published.map(({ contract }) => contract.audience)).toEqual(['internal']);
      expect(published[0]?.data).toMatchObject({ waitsFor: receiver === undefined ? 'ateneu' : 'partner' });
      expect(published[0]?.data).toHaveProperty('personal.receiver', receiver);
    }
  });

  it('sends no copy to a partner without an account, nor of what was never sent to it', () => {
    const accepted = eventOf('accepted', 'inbound');
    expect(publish(accepted, inState('received', 'inbound'), undefined)).toHaveLength(1);
    const dropped = publish(eventOf('withdrawn', 'outbound'), inState('draft', 'outbound'), key);
    expect(dropped.map(({ contract }) => contract.audience)).toEqual(['internal']);
  });
});
