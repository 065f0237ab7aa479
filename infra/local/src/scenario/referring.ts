import { randomUUID } from 'node:crypto';

import type { Cast, Partner, Versioned } from './cast.ts';
import { must, tell } from './report.ts';

function referral(cast: Cast, reference: string, email: string): object {
  return {
    partnerReference: reference,
    modality: 'creation',
    project: {
      name: `Cooperativa d'aliments de la Florida ${cast.run}`,
      description: 'Set veïnes volen obrir una botiga cooperativa d’aliments de proximitat.',
      sector: 'alimentacio',
      neighbourhood: '7',
      groupSize: 7,
    },
    person: { name: 'Fàtima El Amrani', email, language: 'es' },
    consent: {
      scope: 'referral-and-follow-up',
      givenOn: new Date().toISOString().slice(0, 10),
      textVersion: '2026-01',
    },
  };
}

/** Partner A refers a project and a technician accepts it. Returns the referral. */
export async function referAndAccept(cast: Cast, a: Partner): Promise<string> {
  const email = `fatima-${cast.run}@example.org`;
  const body = referral(cast, `A-${cast.run}-1`, email);
  const key = { 'idempotency-key': randomUUID() };
  const { body: sent } = await a.api.done<Versioned>('/accompaniment/v1/partner/referrals', body, key);
  const { body: repeated } = await a.api.done<Versioned>('/accompaniment/v1/partner/referrals', body, key);
  must(repeated.id === sent.id, 'The same request, repeated, made a second referral.');
  tell('partner A', `refers a project with consent (${sent.status}); repeating the request changes nothing`);
  const received = await a.client.expect('received');
  must(received.data['referralId'] === sent.id, 'Partner A saw another referral than the one it made.');
  must(!JSON.stringify(received).includes('atima'), 'The event for partner A holds personal data.');
  await cast.technician.done(`/accompaniment/v1/staff/referrals/${sent.id}/accept`, undefined, {
    'if-match': `"${sent.version}"`,
  });
  tell('technician', 'accepts the referral');
  await a.client.expect('accepted');
  const message = await cast.mail.oneTo(email, /acepta|aceptad|acompañ/i);
  must(message.headers['content-language'] === 'es', 'The person was not written to in Spanish.');
  tell('the person', `gets “${message.subject}” (${message.headers['content-language']})`);
  return sent.id;
}

/** Partner A's program is stopped, three more things happen, and it comes back. */
export async function awayAndBack(cast: Cast, a: Partner): Promise<void> {
  await a.client.disconnect();
  tell('partner A', 'is away');
  const email = `salma-${cast.run}@example.org`;
  const { body: sent } = await a.api.done<Versioned>(
    '/accompaniment/v1/partner/referrals',
    referral(cast, `A-${cast.run}-2`, email),
  );
  await cast.technician.done(`/accompaniment/v1/staff/referrals/${sent.id}/accept`, undefined, {
    'if-match': `"${sent.version}"`,
  });
  const { body: declined } = await a.api.done<Versioned>(
    '/accompaniment/v1/partner/referrals',
    referral(cast, `A-${cast.run}-3`, email),
  );
  tell('meanwhile', 'two more referrals reach the ateneu and one is accepted: three events');
  const before = a.client.seen.length;
  await a.client.connect();
  const order: [string, string][] = [
    ['received', sent.id],
    ['accepted', sent.id],
    ['received', declined.id],
  ];
  for (const [event, id] of order) {
    const seen = await a.client.expect(event);
    must(seen.data['referralId'] === id, `Partner A saw “${event}” of another referral than expected.`);
  }
  await a.client.expectNothing();
  must(a.client.seen.length - before === 3, 'Partner A did not see exactly the three events it missed.');
  tell('partner A', 'is back and saw exactly those three');
}
