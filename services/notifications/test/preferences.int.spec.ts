import {
  enrolmentConfirmed,
  personDataErased,
  reminderDue,
  subscriptionDigestDue,
  surveyInvited,
} from '@ateneu/events';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { type RunningService, startNotifications, to } from './running-service.ts';
import type { Arrival } from './smtp-inbox.ts';

let service: RunningService;
beforeAll(async () => {
  service = await startNotifications();
});
afterAll(() => service.close());

let people = 0;
const somebody = (): string => `lectora${(people += 1)}@example.org`;
const mailsTo = (address: string): Arrival[] =>
  service.inbox.arrivals.filter((arrival) => arrival.recipients.includes(address));
const statusesOf = async (address: string) =>
  (await service.deliveries(`recipient = '${address}'`)).map(({ kind, status }) => `${kind} ${status}`);
const firstMailTo = async (address: string): Promise<Arrival['mail']> => {
  await expect.poll(() => mailsTo(address).length).toBeGreaterThanOrEqual(1);
  const [first] = mailsTo(address);
  if (first === undefined) throw new Error('Nothing came.');
  return first.mail;
};
const list = (mail: Arrival['mail']) =>
  mail.headers.get('list') as unknown as Record<string, { url?: string; name?: string }> | undefined;
/** The path of an address of ours, as the service sees it behind the proxy. */
const pathOf = (url: string | undefined): string => new URL(url ?? '').pathname.replace(/^\/notifications/, '');
const ownPageOf = (mail: Arrival['mail']): string =>
  pathOf(/https?:\/\/\S+\/self-service\/messages\/\S+/.exec(mail.text ?? '')?.[0]);
const visit = (method: 'GET' | 'POST', url: string, form?: string) =>
  service.composition.app.inject({
    method,
    url,
    headers: {
      accept: 'text/html',
      ...(form === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' }),
    },
    ...(form === undefined ? {} : { payload: form }),
  });

describe('a message that its reader can do without', () => {
  it('says how to have no more, to people and to mail programs; an essential one only to people', async () => {
    const email = somebody();
    await service.publish(reminderDue, to({ email, language: 'es' }));
    const mail = await firstMailTo(email);
    expect(list(mail)?.['unsubscribe']?.url).toMatch(/^http:\/\/localhost:4000\/notifications\/v1\/.+\/unsubscribe$/);
    expect(list(mail)?.['unsubscribe-post']?.name).toBe('List-Unsubscribe=One-Click');
    expect(mail.text).toContain('Si no quiere más mensajes como este, puede decirlo aquí:');
    expect(mail.html).toContain(`href="http://localhost:4000/notifications${ownPageOf(mail)}"`);
    const other = somebody();
    await service.publish(enrolmentConfirmed, to({ email: other }));
    const essential = await firstMailTo(other);
    expect(essential.headers.has('list')).toBe(false);
    expect(essential.text).toContain('Què us hem enviat i què voleu rebre:');
  });

  it('stops with one click from the mail program, and nothing else stops', async () => {
    const email = somebody();
    await service.publish(reminderDue, to({ email }));
    const url = pathOf(list(await firstMailTo(email))?.['unsubscribe']?.url);
    expect((await visit('GET', url)).statusCode).toBe(404);
    const clicked = await service.composition.app.inject({
      method: 'POST',
      url,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: 'List-Unsubscribe=One-Click',
    });
    expect(clicked.json()).toEqual({ topic: 'reminders' });
    await service.publish(reminderDue, to({ email: email.toUpperCase() }));
    await service.publish(surveyInvited, to({ email }));
    await service.publish(enrolmentConfirmed, to({ email }));
    await expect.poll(() => mailsTo(email)).toHaveLength(3);
    const outcomes = async () =>
      (await service.deliveries(`lower(recipient) = '${email}'`)).map(({ kind, status }) => `${kind} ${status}`);
    // Events of different people's doings are handled side by side.
    await expect
      .poll(async () => (await outcomes()).toSorted())
      .toEqual([
        'enrolment-confirmed sent',
        'session-reminder sent',
        'session-reminder suppressed',
        'survey-invited sent',
      ]);
  });

  it('of a subscription to another service stops there', async () => {
    const email = somebody();
    await service.publish(subscriptionDigestDue, to({ email }));
    const mail = await firstMailTo(email);
    const { oneClickUrl, manageUrl } = subscriptionDigestDue.example.personal;
    expect(list(mail)?.['unsubscribe']?.url).toBe(oneClickUrl);
    expect(mail.text).toContain(manageUrl);
    expect(mail.text).not.toContain('/self-service/messages/');
  });
});

describe('an address that nobody has', () => {
  it('is written to by nobody: services put it where a person was erased', async () => {
    const event = await service.publish(enrolmentConfirmed, to({ email: 'erased-1@example.invalid' }));
    const read = `select from inbox where event_id = $1`;
    await expect.poll(async () => (await service.database.pool.query(read, [event.id])).rowCount).toBe(1);
    expect(await service.deliveries(`recipient = 'erased-1@example.invalid'`)).toEqual([]);
  });
});

describe('the page behind the link', () => {
  it('shows what one was sent, and looking changes nothing', async () => {
    const email = somebody();
    await service.publish(enrolmentConfirmed, to({ email }));
    const page = ownPageOf(await firstMailTo(email));
    await expect.poll(() => statusesOf(email)).toEqual(['enrolment-confirmed sent']);
    const answer = await visit('GET', page);
    expect(answer.statusCode).toBe(200);
    expect(answer.body).toContain('Teniu plaça: Com crear una cooperativa de treball');
    expect(answer.headers['cache-control']).toBe('no-store');
    // Only what went to this very address.
    const stranger = somebody();
    await service.publish(surveyInvited, to({ email: stranger }));
    await firstMailTo(stranger);
    expect((await visit('GET', page)).body).not.toContain('Què us ha semblat?');
  });

  it('stops a topic and has it again', async () => {
    const email = somebody();
    await service.publish(enrolmentConfirmed, to({ email }));
    const page = ownPageOf(await firstMailTo(email));
    const stopped = await visit('POST', `${page}/topics/surveys/stop`, '');
    expect(stopped.statusCode).toBe(303);
    expect(new URL(String(stopped.headers.location), `http://x${page}/topics/surveys/stop`).pathname).toBe(page);
    await service.publish(surveyInvited, to({ email }));
    await expect.poll(() => statusesOf(email)).toContain('survey-invited suppressed');
    expect((await visit('GET', page)).body).toContain('Vull tornar a rebre: Enquestes de valoració');
    await visit('POST', `${page}/topics/surveys/start`, '');
    await service.publish(surveyInvited, to({ email }));
    await expect.poll(() => statusesOf(email)).toContain('survey-invited sent');
  });

  it.each(['own_unknown', 'x'.repeat(99)])('is not there for a link that nobody was sent: %s', async (secret) => {
    const answer = await visit('GET', `/v1/self-service/messages/${secret}`);
    expect(answer.statusCode).toBe(404);
    expect(answer.body).toContain('Aquest enllaç');
  });

  it('is not there any more when the message is old', async () => {
    const email = somebody();
    await service.publish(enrolmentConfirmed, to({ email }));
    const page = ownPageOf(await firstMailTo(email));
    const age = `update delivery set created_at = now() - interval '181 days' where recipient = $1`;
    await service.database.pool.query(age, [email]);
    expect((await visit('GET', page)).statusCode).toBe(404);
  });
});

describe('a suppressed address', () => {
  it('is sent nothing, not even what is essential, until staff lift it', async () => {
    const email = somebody();
    const body = { address: email, detail: 'Ens ho ha demanat per telèfon.' };
    expect((await service.ask('technician', 'POST', '/v1/staff/suppressions', {}, body)).statusCode).toBe(403);
    expect((await service.ask('coordinator', 'POST', '/v1/staff/suppressions', {}, body)).json()).toEqual({
      added: true,
    });
    await service.publish(enrolmentConfirmed, to({ email }));
    await expect.poll(() => statusesOf(email)).toEqual(['enrolment-confirmed suppressed']);
    const found = await service.ask('technician', 'POST', '/v1/staff/suppressions/search', {}, { address: email });
    expect(found.json().items).toMatchObject([{ address: email, reason: 'staff', detail: body.detail }]);
    await service.ask('coordinator', 'POST', '/v1/staff/suppressions/lift', {}, body);
    expect((await service.ask('coordinator', 'POST', '/v1/staff/suppressions/lift', {}, body)).statusCode).toBe(404);
    const [{ id } = { id: '' }] = await service.deliveries(`recipient = '${email}'`);
    await service.ask('coordinator', 'POST', `/v1/staff/deliveries/${id}/resend`);
    await expect.poll(() => mailsTo(email)).toHaveLength(1);
  });
});

describe('a person whose data was erased', () => {
  it('is in no message, no preference and no suppression any more', async () => {
    const email = somebody();
    await service.publish(reminderDue, to({ email, name: 'Remei Oblidada' }));
    const page = ownPageOf(await firstMailTo(email));
    await visit('POST', `${page}/topics/surveys/stop`, '');
    await service.publish(personDataErased, (data) => ({ ...data, personal: { emails: [email.toUpperCase()] } }));
    await expect.poll(() => service.deliveries(`recipient = '${email}'`)).toEqual([]);
    const tables = ['delivery', 'opt_out', 'suppression', 'inbox'];
    for (const table of tables) {
      const { rows } = await service.database.pool.query(`select * from ${table}`);
      expect(JSON.stringify(rows)).not.toMatch(new RegExp(`${email}|Remei`, 'i'));
    }
    expect((await visit('GET', page)).statusCode).toBe(404);
  });
});
