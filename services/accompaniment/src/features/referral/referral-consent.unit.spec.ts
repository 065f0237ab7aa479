import { evolveAll } from '@ateneu/kernel';
import { describe, expect, it } from 'vitest';

import { dueStep } from './referral-deadlines.ts';
import { decide, type ReferralCommand, referralDecider } from './referral.decide.ts';
import { at, codeOf, commandOf, consent, content, inState, otherId, today } from './referral.examples.ts';
import { allows, type ReferralStatus, referralStatuses, type Transition } from './referral-transitions.ts';
import { type Consent, initialReferral, type ReferralEvent } from './referral.ts';

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

describe('passing a project on', () => {
  const reroute: ReferralCommand = { type: 'reroute', by: 'ateneu', reroutedTo: otherId, today, at };
  const received = inState('received', 'inbound');

  it('needs a consent that reaches so far, or one that the person gives for it', () => {
    expect(codeOf(() => decide(reroute, received))).toBe('accompaniment.referral.consent-too-narrow');
    const wide: ReferralEvent = {
      type: 'consent-recorded',
      consent: { ...consent, scope: 'referral-and-rerouting' },
      at,
    };
    const rerouted = { type: 'rerouted', reroutedTo: otherId, at };
    expect(decide(reroute, evolveAll(referralDecider, received, [wide]))).toEqual([rerouted]);
    expect(decide({ ...reroute, consent }, received)).toEqual([rerouted]);
    const tomorrow = { ...consent, givenOn: '2026-03-03' };
    expect(codeOf(() => decide({ ...reroute, consent: tomorrow }, received))).toBe(
      'accompaniment.referral.consent-in-future',
    );
  });

  it('is over once the consent is withdrawn, whatever its scope was', () => {
    const wide: Consent = { ...consent, scope: 'referral-and-rerouting' };
    const events: ReferralEvent[] = [
      { type: 'consent-recorded', consent: wide, at },
      { type: 'consent-withdrawn', at },
    ];
    const state = evolveAll(referralDecider, received, events);
    expect(codeOf(() => decide(reroute, state))).toBe('accompaniment.referral.consent-withdrawn');
  });
});

describe('waiting for an answer', () => {
  const policy = { reminderDays: 10, expiryDays: 30 };
  const after = (days: number, ms = 0): Date => new Date(at.getTime() + days * 86_400_000 + ms);
  const stepAfter = (days: number, status: ReferralStatus, ...more: ReferralEvent[]) => {
    const state = inState(status, 'outbound', ...more);
    return state.status === 'none' ? undefined : dueStep(state, policy, after(days));
  };

  it('is reminded of at ten days and ends at thirty, to the instant', () => {
    const state = inState('sent', 'outbound');
    if (state.status === 'none') throw new Error('It exists.');
    expect(dueStep(state, policy, after(10, -1))).toBeUndefined();
    expect(dueStep(state, policy, after(10))).toBe('remind');
    expect(dueStep(state, policy, after(30, -1))).toBe('remind');
    expect(dueStep(state, policy, after(30))).toBe('expire');
  });

  it('is what the table lets expire, and nothing else', () => {
    for (const status of referralStatuses) {
      expect(stepAfter(99, status)).toBe(allows(status, 'expired') ? 'expire' : undefined);
    }
  });

  it('is reminded of once, by time alone, and not of what can no longer be accepted', () => {
    const remind = (by: 'time' | 'ateneu'): ReferralCommand => ({ type: 'remind', by, at });
    const sent = inState('sent', 'outbound');
    const events = decide(remind('time'), sent);
    expect(events).toEqual([{ type: 'reminder-due', at }]);
    expect(decide(remind('time'), evolveAll(referralDecider, sent, events))).toEqual([]);
    expect(codeOf(() => decide(remind('ateneu'), sent))).toBe('accompaniment.referral.wrong-party');
    expect(stepAfter(15, 'sent', ...events)).toBeUndefined();
    expect(decide(remind('time'), inState('sent', 'outbound', { type: 'consent-withdrawn', at }))).toEqual([]);
    expect(decide(remind('time'), inState('accepted', 'outbound'))).toEqual([]);
  });

  it('keeps the reminder through what follows', () => {
    const reminded = inState('sent', 'outbound', { type: 'reminder-due', at });
    expect(evolveAll(referralDecider, reminded, [{ type: 'received', at }])).toMatchObject({ remindedAt: at });
  });
});
