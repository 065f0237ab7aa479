import { deliveryBounced, deliveryComplained, enrolmentConfirmed, reminderDue } from '@ateneu/events';
import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { type RunningService, startNotifications, to } from './running-service.ts';

const secret = `whsec_${Buffer.alloc(32, 3).toString('base64')}`;
let service: RunningService;
beforeAll(async () => {
  service = await startNotifications({ MAIL_REPORTS_SECRET: secret, MAIL_RETURN_PATH: 'retorns@ateneu.example' });
});
afterAll(() => service.close());

let people = 0;
/** Somebody who was sent a message, and its Message-ID. */
const reached = async (): Promise<{ email: string; messageId: string; eventId: string }> => {
  const email = `bustia${(people += 1)}@example.org`;
  const event = await service.publish(enrolmentConfirmed, to({ email }));
  await expect.poll(() => rowOf(email)).toMatchObject({ status: 'sent' });
  return { email, messageId: (await rowOf(email))?.message_id ?? '', eventId: event.id };
};
const rowOf = async (email: string) => (await service.deliveries(`recipient = '${email}'`))[0];
const report = (path: string, body: string, type: string, key = secret, at = new Date()) =>
  service.composition.app.inject({
    method: 'POST',
    url: `/v1/inbound/${path}`,
    headers: {
      'content-type': type,
      'webhook-id': 'rep_1',
      'webhook-timestamp': String(Math.floor(at.getTime() / 1_000)),
      'webhook-signature': new Webhook(key).sign('rep_1', at, body),
    },
    payload: body,
  });
const events = (...list: object[]) => report('mail-events', JSON.stringify({ events: list }), 'application/json');
const published = async (type: string, email: string): Promise<unknown[]> => {
  const { rows } = await service.database.pool.query<{ payload: string }>(
    `select payload from outbox where type = $1`,
    [type],
  );
  return rows
    .map((row) => JSON.parse(row.payload) as { data: { personal: { recipient: string } } })
    .filter((event) => event.data.personal.recipient === email);
};
const sendAnother = async (email: string): Promise<string[]> => {
  await service.publish(enrolmentConfirmed, to({ email }));
  await service.publish(reminderDue, to({ email }));
  const states = async () => (await service.deliveries(`recipient = '${email}'`)).map(({ status }) => status).slice(1);
  await expect
    .poll(async () => (await states()).filter((state) => ['sent', 'suppressed'].includes(state)))
    .toHaveLength(2);
  return (await service.deliveries(`recipient = '${email}'`))
    .slice(1)
    .map(({ kind, status }) => `${kind} ${status}`)
    .toSorted();
};
/** A delivery status notification, as mail servers write them. */
const dsn = (fields: { messageId: string; recipient: string; action?: string; status?: string; diagnostic?: string }) =>
  [
    'From: MAILER-DAEMON@mx.example.org',
    'To: retorns@ateneu.example',
    'Subject: Undelivered Mail Returned to Sender',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status; boundary="b1"',
    '',
    '--b1',
    'Content-Type: text/plain; charset=us-ascii',
    '',
    'The message could not be delivered.',
    '--b1',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.example.org',
    '',
    `Final-Recipient: rfc822; ${fields.recipient}`,
    `Action: ${fields.action ?? 'failed'}`,
    `Status: ${fields.status ?? '5.1.1'}`,
    `Diagnostic-Code: smtp; ${fields.diagnostic ?? `550 5.1.1 <${fields.recipient}>: user unknown`}`,
    '',
    '--b1',
    'Content-Type: text/rfc822-headers',
    '',
    `Message-ID: ${fields.messageId}`,
    'Subject: la vostra plaça',
    '',
    '--b1--',
    '',
  ].join('\r\n');
const byMail = (body: string) => report('mail-reports', body, 'message/rfc822');

describe('a message that came back', () => {
  it('was sent with the address for returns as its envelope', async () => {
    const { email } = await reached();
    const [arrival] = service.inbox.arrivals.filter(({ recipients }) => recipients.includes(email));
    expect(arrival?.sender).toBe('retorns@ateneu.example');
    expect(arrival?.mail.from?.text).toContain('hola@ateneu.example');
  });

  it.each([
    [
      'a notification by mail',
      (is: { messageId: string; email: string }) => byMail(dsn({ ...is, recipient: is.email })),
    ],
    [
      'a provider’s event',
      ({ messageId, email }: { messageId: string; email: string }) =>
        events({ type: 'bounce', messageId, recipient: email, reason: `550 5.1.1 <${email}> unknown` }),
    ],
    [
      'a provider’s event without a Message-ID',
      ({ email }: { email: string }) => events({ type: 'bounce', recipient: email.toUpperCase(), permanent: true }),
    ],
  ])('for good, by %s, is told once, and nothing is sent to the address again', async (_by, tell) => {
    const { email, messageId, eventId } = await reached();
    expect((await tell({ messageId, email })).json()).toEqual({ recorded: 1 });
    expect((await tell({ messageId, email })).json()).toEqual({ recorded: 0 });
    const news = await published(deliveryBounced.type, email);
    expect(news).toMatchObject([
      { data: { causedBy: eventId, causedByType: enrolmentConfirmed.type, permanent: true, channel: 'email' } },
    ]);
    const [{ data }] = news as [{ data: object }];
    expect(JSON.stringify({ ...data, personal: undefined })).not.toContain(email);
    expect(await sendAnother(email)).toEqual(['enrolment-confirmed suppressed', 'session-reminder suppressed']);
  });

  it.each([
    ['a full mailbox', { status: '5.2.2', diagnostic: '552 5.2.2 mailbox full' }],
    ['a policy', { status: '5.7.1', diagnostic: '550 5.7.1 blocked, code 95.1.1' }],
  ])('because of %s is told, and the address stays good', async (_why, how) => {
    const { email, messageId } = await reached();
    await byMail(dsn({ messageId, recipient: email, ...how }));
    expect(await published(deliveryBounced.type, email)).toMatchObject([{ data: { permanent: false } }]);
    expect(await sendAnother(email)).toEqual(['enrolment-confirmed sent', 'session-reminder sent']);
  });

  it.each([
    ['is only late', (email: string, messageId: string) => dsn({ messageId, recipient: email, action: 'delayed' })],
    ['returns no message of ours', (email: string) => dsn({ messageId: '<x@elsewhere.example>', recipient: email })],
    [
      'guesses at one of ours',
      (email: string) => dsn({ messageId: '<0198c1d2-7a10-7c3e-9f00-000000000001@ateneu.example>', recipient: email }),
    ],
    ['is no report at all', () => 'Subject: hola\r\n\r\nNo soc cap avís.'],
    ['is nothing', () => '\r\n'],
  ])('changes nothing where the report %s', async (_what, body) => {
    const { email, messageId } = await reached();
    expect((await byMail(body(email, messageId))).json()).toEqual({ recorded: 0 });
    expect(await published(deliveryBounced.type, email)).toEqual([]);
  });

  it('at the door of the mail server already has its address suppressed, where the address is what is wrong', async () => {
    const [dead, policy] = [`mort${(people += 1)}@example.org`, `norma${(people += 1)}@example.org`];
    service.inbox.onRecipient((address) => {
      if (address === dead) return { code: 550, message: `5.1.1 <${address}> no existeix` };
      return address === policy ? { code: 550, message: '5.7.1 no des d’aquí' } : undefined;
    });
    for (const email of [dead, policy]) {
      await service.publish(enrolmentConfirmed, to({ email }));
      await expect.poll(() => rowOf(email)).toMatchObject({ status: 'failed' });
    }
    const { rows } = await service.database.pool.query(`select address from suppression where address = any ($1)`, [
      [dead, policy],
    ]);
    expect(rows).toEqual([{ address: dead }]);
  });
});

describe('a complaint', () => {
  const arf = (messageId: string) =>
    dsn({ messageId, recipient: 'x@example.org' })
      .replace('report-type=delivery-status', 'report-type=feedback-report')
      .replace('message/delivery-status', 'message/feedback-report')
      .replace('Reporting-MTA: dns; mx.example.org', 'Feedback-Type: abuse\r\nUser-Agent: Prova/1\r\nVersion: 1');

  it.each([
    ['a feedback report', (messageId: string) => byMail(arf(messageId))],
    ['a provider’s event', (messageId: string) => events({ type: 'complaint', messageId })],
  ])('by %s stops what its reader can do without, and is told once', async (_by, tell) => {
    const { email, messageId } = await reached();
    expect((await tell(messageId)).json()).toEqual({ recorded: 1 });
    expect((await tell(messageId)).json()).toEqual({ recorded: 0 });
    expect(await published(deliveryComplained.type, email)).toMatchObject([{ data: { feedback: 'abuse' } }]);
    expect(await sendAnother(email)).toEqual(['enrolment-confirmed sent', 'session-reminder suppressed']);
  });
});

describe('staff', () => {
  it('find what came back, by that alone or with whose it was and which event it came from', async () => {
    const [one, other] = [await reached(), await reached()];
    await events({ type: 'bounce', messageId: one.messageId, permanent: false, reason: 'bústia plena' });
    const find = async (query: string): Promise<string[]> => {
      const answer = await service.ask('technician', 'GET', `/v1/staff/deliveries?limit=100&${query}`);
      return answer.json().items.map((item: { recipient: string }) => item.recipient);
    };
    const found = await find('reported=bounced');
    expect(found).toContain(one.email);
    expect(found).not.toContain(other.email);
    expect(await find(`reported=complained&recipient=${one.email}`)).toEqual([]);
    expect(await find(`event=${other.eventId}`)).toEqual([other.email]);
    expect(await find(`eventType=${enrolmentConfirmed.type}&recipient=${other.email}&status=sent`)).toEqual([
      other.email,
    ]);
    expect(await find(`eventType=${reminderDue.type}&recipient=${other.email}`)).toEqual([]);
  });
});

describe('a report', () => {
  it('that nobody signed, that another signed, or that is old is refused and changes nothing', async () => {
    const { email, messageId } = await reached();
    const body = JSON.stringify({ events: [{ type: 'bounce', messageId, permanent: true }] });
    const other = `whsec_${Buffer.alloc(32, 9).toString('base64')}`;
    const answers = [
      await report('mail-events', body, 'application/json', other),
      await report('mail-events', body, 'application/json', secret, new Date(Date.now() - 3_600_000)),
      await service.composition.app.inject({
        method: 'POST',
        url: '/v1/inbound/mail-events',
        payload: JSON.parse(body),
      }),
      await report('mail-reports', dsn({ messageId, recipient: email }), 'message/rfc822', other),
    ];
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([401, 401, 401, 401]);
    expect(await published(deliveryBounced.type, email)).toEqual([]);
  });

  it.each(['{', '[]', '{"events":[{"type":"party"}]}'])('that cannot be read is refused: %s', async (body) => {
    expect((await report('mail-events', body, 'application/json')).statusCode).toBe(422);
  });
});
