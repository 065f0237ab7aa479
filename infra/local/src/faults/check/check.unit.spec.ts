import { describe, expect, it } from 'vitest';

import { check } from './check.ts';
import type { Evidence } from './evidence.ts';
import { soundEvidence, soundHistory, type Told } from './fixtures.ts';
import { countDoubtful } from './mails.ts';

/** What the checker says of the sound run after a change to what is there. */
const after = (change: (evidence: Told) => void): string[] => {
  const evidence = soundEvidence();
  change(evidence);
  return rulesOf(soundHistory(), evidence);
};
const rulesOf = (history: ReturnType<typeof soundHistory>, evidence: Evidence): string[] => [
  ...new Set(check(history, evidence).map((violation) => violation.rule)),
];

describe('the checker', () => {
  it('finds nothing in a run where everything held', () => {
    expect(check(soundHistory(), soundEvidence())).toEqual([]);
  });

  it('finds nothing where events came again, to the stream and to the partner', () => {
    expect(
      after((evidence) => {
        evidence.stream.push(...evidence.stream.slice(0, 3));
        evidence.seenByPartner.push(...evidence.seenByPartner);
      }),
    ).toEqual([]);
  });
});

describe('a lost item is found:', () => {
  it.each<[string, (evidence: Told) => void, string]>([
    ['an acknowledged enrolment', (run) => run.enrolments.splice(0, 1), 'lost-write'],
    ['an acknowledged session', (run) => run.sessions.splice(0, 1), 'lost-write'],
    ['an acknowledged referral', (run) => run.referrals.splice(0, 1), 'lost-write'],
    ['an acknowledged initiative', (run) => run.initiatives.splice(0, 1), 'lost-write'],
    ['the event of an acknowledged write', (run) => run.outbox.splice(1, 1), 'lost-write'],
    ['an event that is in no stream', (run) => run.stream.splice(2, 1), 'lost-event'],
    ['an event that a service never took', (run) => run.inbox.splice(0, 1), 'lost-event'],
    ['an event that the partner never saw', (run) => run.seenByPartner.splice(1, 1), 'lost-event'],
    ['a delivery', (run) => run.deliveries.splice(0, 1), 'lost-effect'],
    ['a message that was sent and never arrived', (run) => run.mails.splice(0, 1), 'lost-effect'],
    ['a malformed message that nobody buried', (run) => run.deadLetters.splice(0, 1), 'dead-letters'],
  ])('%s', (_what, change, rule) => {
    expect(after(change)).toContain(rule);
  });

  it('an acknowledged cancellation', () => {
    const history = soundHistory();
    for (const enrolment of history.enrolments) enrolment.cancelled = 'acknowledged';
    expect(rulesOf(history, soundEvidence())).toContain('lost-write');
  });

  it('an acknowledged answer to a referral', () => {
    const history = soundHistory();
    for (const referral of history.referrals) referral.answered = 'declined';
    expect(rulesOf(history, soundEvidence())).toContain('lost-write');
  });

  it('a row of the outbox that was never published', () => {
    expect(after((run) => run.change('outbox', 0, { published: false }))).toContain('lost-event');
  });

  it('a message that is still on its way', () => {
    expect(after((run) => run.change('deliveries', 0, { status: 'sending' }))).toContain('lost-effect');
  });
});

describe('a doubled item is found:', () => {
  it('a person enrolled twice in one session', () => {
    expect(after((run) => run.enrolments.push({ ...run.at('enrolments', 2), id: 'another', arrival: 9 }))).toContain(
      'doubled-effect',
    );
  });

  it.each<[string, (evidence: Told) => void]>([
    ['a referral', (run) => run.referrals.push({ ...run.at('referrals', 0), id: 'another' })],
    ['an effect of one event', (run) => run.inbox.push({ ...run.at('inbox', 0) })],
    ['a delivery', (run) => run.deliveries.push({ ...run.at('deliveries', 0), id: 'another' })],
    ['a message', (run) => run.mails.push(run.at('mails', 0))],
  ])('%s', (_what, change) => {
    expect(after(change)).toContain('doubled-effect');
  });

  it('one key with two results', () => {
    const history = soundHistory();
    history.contradictions.push('k1: {"id":"a"} and {"id":"b"}');
    expect(rulesOf(history, soundEvidence())).toEqual(['doubled-effect']);
  });

  it('except a message in doubt, which is counted instead', () => {
    const evidence = soundEvidence();
    evidence.change('deliveries', 0, { status: 'possibly-sent' });
    evidence.mails.push(evidence.at('mails', 0));
    expect(check(soundHistory(), evidence)).toEqual([]);
    expect(countDoubtful(evidence)).toEqual({ deliveries: 1, arrived: 0, doubled: 1 });
  });
});

describe('a wrong order is found:', () => {
  it('in a stream', () => {
    expect(after((run) => run.swap('stream', (item) => item.event?.aggregateId === 'waiter'))).toEqual(['order']);
  });

  it('as the partner saw it', () => {
    expect(after((run) => run.swap('seenByPartner', () => true))).toEqual(['order']);
  });

  it('but not where one event is older than the first of another aggregate', () => {
    expect(after((run) => run.stream.unshift(...run.stream.splice(3, 1)))).toEqual([]);
  });
});

describe('what breaks the rules of places is found:', () => {
  it('more people than places', () => {
    expect(after((run) => run.change('sessions', 0, { capacity: 0 }))).toContain('capacity');
  });

  it('a place too many for a moment, though it ended well', () => {
    // The promotion comes before the cancellation that freed its place.
    expect(after((run) => run.renumber('waiter', 'promoted', 3.5))).toContain('capacity');
  });

  it('a promotion past somebody who had waited longer', () => {
    expect(after((run) => run.renumber('last', 'waitlisted', 2.5))).toContain('promotion');
  });

  it('a free place while somebody waits', () => {
    expect(after((run) => run.change('sessions', 0, { capacity: 2 }))).toContain('promotion');
  });

  it('counters that are not those of the enrolments', () => {
    expect(after((run) => run.change('sessions', 0, { waiting: 0 }))).toContain('places');
  });
});

describe('what nobody asked for is found:', () => {
  it.each<[string, (evidence: Told) => void]>([
    ['an event in the stream', (run) => run.stream.push({ stream: 'EVENTS', subject: 'ateneu.x', body: '{}' })],
    ['an event at the partner', (run) => run.seenByPartner.push({ id: 'z', type: 't', aggregateId: 'z', sequence: 1 })],
    ['an effect', (run) => run.inbox.push({ service: 'directory', reaction: 'directory/x', eventId: 'z' })],
    ['a message', (run) => run.mails.push('<z@x>')],
    ['a delivery', (run) => run.deliveries.push({ ...run.at('deliveries', 0), id: 'z', eventId: 'z' })],
  ])('%s', (_what, change) => {
    expect(after(change)).toContain('unasked-effect');
  });

  it('a cancellation', () => {
    const history = soundHistory();
    for (const enrolment of history.enrolments) enrolment.cancelled = 'no';
    expect(rulesOf(history, soundEvidence())).toEqual(['unasked-effect']);
  });

  it('a dead letter', () => {
    expect(
      after((run) => run.deadLetters.push({ service: 'notifications', reason: 'failed', body: '{"id":1}' })),
    ).toEqual(['dead-letters']);
  });

  it('a malformed message buried twice', () => {
    expect(after((run) => run.deadLetters.push(run.at('deadLetters', 0)))).toEqual(['dead-letters']);
  });

  it('an error where 503 was due', () => {
    const history = soundHistory();
    history.strangeAnswers.set('500 to enrol', 2);
    expect(rulesOf(history, soundEvidence())).toEqual(['answers']);
  });
});
