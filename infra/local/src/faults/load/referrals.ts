import { randomUUID } from 'node:crypto';

import type { Actor } from './actor.ts';
import type { Reply } from './client.ts';

/** The partner refers a project, now and then with the same request twice at once. */
export async function refer({ client, history, random }: Actor, apiKey: string): Promise<void> {
  const key = randomUUID();
  const reference = `R-${key.slice(0, 8)}`;
  const person = random.whole(1, 500);
  const ask = (): Promise<Reply> =>
    client({
      kind: 'refer',
      service: 'accompaniment',
      path: '/v1/partner/referrals',
      headers: { authorization: `Bearer ${apiKey}`, 'idempotency-key': key },
      body: {
        partnerReference: reference,
        modality: random.pick(['creation', 'consolidation', 'transformation']),
        project: { name: `Projecte ${reference}`, description: 'Una cooperativa d’aliments.', sector: 'alimentacio' },
        person: { name: `Persona ${person}`, email: `projecte${person}@example.org`, language: 'ca' },
        consent: {
          scope: 'referral-and-follow-up',
          givenOn: new Date().toISOString().slice(0, 10),
          textVersion: '2026-01',
        },
      },
    });
  const first = await ask();
  if (first.outcome !== 'acknowledged') return;
  history.referrals.push({ id: String(first.body['id']), reference, key, answered: 'no' });
}

/** A technician answers a referral that has no answer yet. */
export async function answerReferral({ client, history, random, staff }: Actor): Promise<void> {
  const open = history.referrals.filter((item) => item.answered === 'no');
  if (open.length === 0) return;
  const chosen = random.pick(open);
  const decline = random.chance(0.25);
  chosen.answered = 'unknown';
  const reply = await client({
    kind: decline ? 'decline referral' : 'accept referral',
    service: 'accompaniment',
    path: `/v1/staff/referrals/${chosen.id}/${decline ? 'decline' : 'accept'}`,
    // Drafted, consented, sent, received: the version that the partner was answered.
    headers: { ...staff, 'if-match': '"3"' },
    ...(decline ? { body: { reasonCode: 'no-capacity' } } : {}),
  });
  if (reply.outcome === 'acknowledged') chosen.answered = decline ? 'declined' : 'accepted';
  else if (!reply.doubtful) chosen.answered = 'no';
}

/** Staff write down an initiative and publish it. */
export async function proposeAndPublish({ client, history, staff }: Actor): Promise<void> {
  const name = `Cooperativa ${randomUUID().slice(0, 8)}`;
  const proposed = await client({
    kind: 'write down initiative',
    service: 'directory',
    path: '/v1/staff/initiatives',
    headers: { ...staff, 'idempotency-key': randomUUID() },
    body: {
      name: { ca: name, es: name },
      summary: { ca: 'Aliments de proximitat.', es: 'Alimentos de proximidad.' },
      legalForm: 'cooperativa-consumidors',
      sectors: ['alimentacio'],
    },
  });
  if (proposed.outcome !== 'acknowledged') return;
  const initiative = { id: String(proposed.body['id']), published: false };
  history.initiatives.push(initiative);
  for (const [version, step] of ['start-review', 'publish'].entries()) {
    const reply = await client({
      kind: `initiative: ${step}`,
      service: 'directory',
      path: `/v1/staff/initiatives/${initiative.id}/${step}`,
      headers: { ...staff, 'if-match': `"${version + 1}"` },
    });
    // Asked again after a lost answer, the version has moved on: it was done.
    if (reply.outcome !== 'acknowledged' && !(reply.doubtful && reply.status === 412)) return;
    if (step === 'publish') initiative.published = reply.outcome === 'acknowledged';
  }
}
