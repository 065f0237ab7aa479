import { describe, expect, it } from 'vitest';

import { outcomeOf, withoutAddresses } from './smtp-outcome.ts';

const failure = (fields: object) => ({ message: 'no', ...fields });

describe('an attempt that failed', () => {
  it.each([
    ['an unknown recipient', { responseCode: 550, command: 'RCPT TO', code: 'EENVELOPE' }, true],
    ['an address that is none', { command: 'API', code: 'EENVELOPE' }, true],
    ['a refused sender', { responseCode: 553, command: 'MAIL FROM', code: 'EENVELOPE' }, false],
    ['a refused text', { responseCode: 554, command: 'DATA', code: 'EMESSAGE' }, false],
  ])('because of %s is final, and says whether it is the address', (_why, fields, addressRefused) => {
    expect(outcomeOf(failure(fields), false)).toMatchObject({ outcome: 'refused', addressRefused });
  });

  it.each([
    ['a full mailbox', { responseCode: 452, command: 'RCPT TO', code: 'EENVELOPE' }],
    ['a text refused for now', { responseCode: 451, command: 'DATA', code: 'EMESSAGE' }],
    ['a log-in of ours that is wrong', { responseCode: 535, command: 'AUTH PLAIN', code: 'EAUTH' }],
    ['a server that turns us away at the door', { responseCode: 554, command: 'CONN', code: 'EPROTOCOL' }],
    ['a server that is away', { command: 'CONN', code: 'ESOCKET' }],
  ])('because of %s is tried again', (_why, fields) => {
    expect(outcomeOf(failure(fields), false).outcome).toBe('postponed');
  });

  it('is in doubt where the line was lost after the text had begun, and not where the server still answered', () => {
    expect(outcomeOf(failure({ command: 'CONN', code: 'ECONNECTION' }), true).outcome).toBe('unknown');
    expect(outcomeOf(failure({ command: 'CONN', code: 'ETIMEDOUT' }), true).outcome).toBe('unknown');
    expect(outcomeOf(failure({ responseCode: 451, command: 'DATA', code: 'EMESSAGE' }), true).outcome).toBe(
      'postponed',
    );
  });

  it('is told without the addresses that the server repeats', () => {
    const told = withoutAddresses('550 5.1.1 <Nuria+a@Example.org>: user "nuria@example.org" unknown');
    expect(told).toBe('550 5.1.1 <[address]>: user "[address]" unknown');
  });
});
