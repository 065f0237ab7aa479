import { enrolmentConfirmed, enrolmentWaitlisted } from '@ateneu/events';
import { newId } from '@ateneu/kernel';
import { hostileTexts } from '@ateneu/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { templates } from '../src/templates/index.ts';
import { type RunningService, startNotifications, to } from './running-service.ts';

let service: RunningService;
beforeAll(async () => {
  service = await startNotifications();
});
afterAll(() => service.close());

const sentTo = async (email: string): Promise<string> => {
  await service.publish(enrolmentConfirmed, to({ email }));
  const sent = () => service.deliveries(`recipient = '${email}' and status = 'sent'`);
  await expect.poll(sent).toHaveLength(1);
  return (await sent())[0]?.id ?? '';
};
const auditOf = async (action: string, subjectId: string) =>
  (
    await service.database.pool.query('select * from audit_record where action = $1 and subject_id = $2', [
      action,
      subjectId,
    ])
  ).rows;
const get = (url: string, role = 'technician') => service.ask(role, 'GET', url);

describe('the log of deliveries', () => {
  it('is searched by person, state, kind and event, page by page, and the search is audited', async () => {
    const email = 'Llista@example.org';
    for (let count = 0; count < 3; count += 1) await service.publish(enrolmentConfirmed, to({ email }));
    const { id: event } = await service.publish(enrolmentWaitlisted, to({ email }));
    await expect
      .poll(async () => (await get('/v1/staff/deliveries?recipient=llista@EXAMPLE.org&status=sent')).json().items)
      .toHaveLength(4);
    const page = await get('/v1/staff/deliveries?recipient=llista@example.org&kind=enrolment-confirmed&limit=2');
    expect(page.json().items).toHaveLength(2);
    expect(page.headers['link']).toContain('rel="next"');
    const { next, items } = page.json();
    const rest = (
      await get(`/v1/staff/deliveries?recipient=llista@example.org&kind=enrolment-confirmed&limit=2&cursor=${next}`)
    ).json();
    expect([rest.items.length, rest.next]).toEqual([1, null]);
    expect(items.map((item: { id: string }) => item.id)).not.toContain(rest.items[0].id);
    const byEvent = (await get(`/v1/staff/deliveries?event=${event}`)).json();
    expect(byEvent.items).toMatchObject([{ kind: 'enrolment-waitlisted', recipient: email, status: 'sent' }]);
    expect(byEvent.items[0]).not.toHaveProperty('html');
    const audits = await auditOf('list', '*');
    expect(audits.length).toBeGreaterThan(0);
    expect(JSON.stringify(audits.map((audit) => audit.details)).toLowerCase()).not.toContain('llista@');
  });

  it('shows one delivery with what was said, and leaves a record of who looked', async () => {
    const id = await sentTo('una@example.org');
    const answer = await get(`/v1/staff/deliveries/${id}`);
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['etag']).toMatch(/^"\d+"$/);
    expect(answer.json()).toMatchObject({ id, status: 'sent', text: expect.stringContaining('Us confirmem') });
    expect(await auditOf('read', id)).toMatchObject([{ actor_kind: 'staff', actor_id: 'technician' }]);
  });

  it('is nobody else’s to read', async () => {
    const id = await sentTo('privada@example.org');
    for (const url of ['/v1/staff/deliveries', `/v1/staff/deliveries/${id}`, '/v1/staff/templates']) {
      expect((await service.composition.app.inject(url)).statusCode).toBe(401);
      expect((await get(url, 'stranger')).statusCode).toBe(403);
    }
  });

  it('answers bad questions with 4xx problem details', async () => {
    const bad = [
      'limit=0',
      'limit=101',
      'status=lost',
      'event=1',
      'recipient=nobody',
      'cursor=x',
      `cursor=${Buffer.from('["x"]').toString('base64url')}`,
      `cursor=${Buffer.from('[7]').toString('base64url')}`,
    ];
    for (const query of bad) {
      const answer = await get(`/v1/staff/deliveries?${query}`);
      expect([query, [400, 422].includes(answer.statusCode), answer.headers['content-type']]).toEqual([
        query,
        true,
        expect.stringContaining('application/problem+json'),
      ]);
    }
    for (const text of hostileTexts) {
      const value = encodeURIComponent(text.toWellFormed());
      for (const url of [
        `/v1/staff/deliveries?kind=${value}`,
        `/v1/staff/deliveries?cursor=${value}`,
        `/v1/staff/deliveries/${value}`,
        `/v1/staff/templates/${value}/preview`,
      ]) {
        expect([url, (await get(url)).statusCode < 500]).toEqual([url, true]);
      }
    }
    expect((await get(`/v1/staff/deliveries/${newId()}`)).json()).toMatchObject({
      code: 'notifications.delivery.not-found',
    });
  });
});

describe('sending a message again', () => {
  const resend = (id: string, key?: string, role = 'coordinator') =>
    service.ask(role, 'POST', `/v1/staff/deliveries/${id}/resend`, key === undefined ? {} : { 'idempotency-key': key });
  const copies = (email: string) => service.inbox.arrivals.filter((arrival) => arrival.recipients.includes(email));

  it('is for coordinators, happens once per key, and is recognisable by its Message-ID', async () => {
    const email = 'altra-vegada@example.org';
    const id = await sentTo(email);
    expect((await resend(id, 'k', 'technician')).statusCode).toBe(403);
    const first = await resend(id, 'k1');
    expect(first.statusCode).toBe(202);
    expect(first.json()).toMatchObject({ id, status: 'pending' });
    await expect.poll(() => copies(email).length).toBe(2);
    expect((await resend(id, 'k1')).json()).toEqual(first.json());
    await expect.poll(async () => (await service.deliveries(`id = '${id}'`))[0]?.status).toBe('sent');
    expect(new Set(copies(email).map((copy) => copy.mail.messageId)).size).toBe(1);
    expect(copies(email)).toHaveLength(2);
    expect(await auditOf('resend', id)).toHaveLength(1);
  });

  it('is refused while the message is still being sent, and changes nothing', async () => {
    const id = await sentTo('encara@example.org');
    await service.database.pool.query(`update delivery set status = 'sending' where id = $1`, [id]);
    const answer = await resend(id);
    expect([answer.statusCode, answer.json().code]).toEqual([409, 'notifications.delivery.under-way']);
    expect(await service.deliveries(`id = '${id}'`)).toMatchObject([{ status: 'sending', attempts: 1 }]);
    expect((await resend(newId())).statusCode).toBe(404);
  });
});

describe('the templates', () => {
  it('are listed with their languages', async () => {
    const { items } = (await get('/v1/staff/templates')).json();
    expect(items).toHaveLength(templates.length);
    expect(items).toContainEqual({
      kind: 'referral-accepted',
      title: 'A referred project was accepted',
      event: 'cat.ateneulh.accompaniment.referral.accepted.v1',
      languages: ['ca', 'es', 'en'],
    });
  });

  it('are previewed as HTML that may do nothing, and as text', async () => {
    const html = await get('/v1/staff/templates/referral-accepted/preview?language=es');
    expect(html.headers).toMatchObject({ 'content-type': 'text/html; charset=utf-8', 'content-language': 'es' });
    expect(html.headers['content-security-policy']).toContain(`default-src 'none'`);
    expect(html.body).toMatch(/^<!doctype html>/);
    expect(html.body).toContain('El Ateneu acompañará su proyecto');
    const text = await get('/v1/staff/templates/referral-accepted/preview?part=text');
    expect(text.headers['content-type']).toBe('text/plain; charset=utf-8');
    expect(text.body).toContain('l’Ateneu acompanyarà el vostre projecte');
    expect((await get('/v1/staff/templates/no-such/preview')).json()).toMatchObject({
      code: 'notifications.template.not-found',
    });
  });
});
