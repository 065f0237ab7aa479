import { findContract, parseEvent } from '@ateneu/events';
import type { Broker } from '@ateneu/messaging';
import { describe, expect, it } from 'vitest';

import { forge, forgeries, type Forgery } from './forge.ts';

/** What was published, by a broker that only remembers. */
async function forged(what: Forgery) {
  const published: { subject: string; body: string }[] = [];
  const jetstream = { publish: async (subject: string, body: string) => published.push({ subject, body }) };
  return { message: await forge({ jetstream } as unknown as Broker, what), published };
}

const parse = (body: string): unknown => {
  const contract = findContract('cat.ateneulh.training.enrolment.confirmed.v1');
  if (contract === undefined) throw new TypeError('The contract is gone.');
  return parseEvent(contract, JSON.parse(body));
};

describe('a forged message', () => {
  it.each(forgeries)('“%s” fits the contract exactly when it is to be handled', async (what) => {
    const { message } = await forged(what);
    if (message.fate === 'handled') expect(() => parse(message.body)).not.toThrow();
    else expect(() => parse(message.body)).toThrow();
  });

  it('that is to be handled is published twice, to the letter', async () => {
    const { published, message } = await forged('fields of the future');
    expect(published).toEqual([
      { subject: message.subject, body: message.body },
      { subject: message.subject, body: message.body },
    ]);
  });

  it('is another one each time', async () => {
    const bodies = await Promise.all(
      ['not JSON', 'not JSON', 'no event', 'no event'].map((what) => forged(what as Forgery)),
    );
    expect(new Set(bodies.map(({ message }) => message.body)).size).toBe(4);
  });
});
