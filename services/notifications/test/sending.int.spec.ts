import {
  deliveryFailed,
  deliverySent,
  enrolmentConfirmed,
  enrolmentWaitlisted,
  type EventContract,
  type EventOf,
  initiativeProposed,
  referralReceived,
} from '@ateneu/events';
import { newId } from '@ateneu/kernel';
import { listDeadLetters, streams } from '@ateneu/messaging';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { type RunningService, startNotifications, to } from './running-service.ts';
import type { Arrival } from './smtp-inbox.ts';

let service: RunningService;
beforeAll(async () => {
  service = await startNotifications();
});
afterAll(() => service.close());

let people = 0;
/** Somebody nobody has written to yet. */
const somebody = (): string => `persona${(people += 1)}@example.org`;
const mailsTo = (address: string): Arrival[] =>
  service.inbox.arrivals.filter((arrival) => arrival.recipients.includes(address));
const deliveryTo = async (address: string) => (await service.deliveries(`recipient = '${address}'`))[0];
const statusOf = async (address: string) => (await deliveryTo(address))?.status;
/** What was published about a person's messages. */
const publishedAbout = async (contract: EventContract, address: string): Promise<AboutDelivery[]> => {
  const { rows } = await service.database.pool.query<{ payload: string }>(
    `select payload from outbox where type = $1 and published_at is not null order by id`,
    [contract.type],
  );
  const events = rows.map((row) => JSON.parse(row.payload) as AboutDelivery);
  return events.filter((event) => event.data.personal.recipient === address);
};
type AboutDelivery = EventOf<typeof deliverySent | typeof deliveryFailed>;

describe('an event that people must hear of', () => {
  it.each([
    ['ca', 'Teniu plaça: Comptabilitat', 'Us confirmem la inscripció'],
    ['es', 'Tiene plaza: Contabilidad', 'Le confirmamos la inscripción'],
  ])('becomes one e-mail in the person’s language (%s), and news for the others', async (language, subject, words) => {
    const email = somebody();
    const title = { ca: 'Comptabilitat', es: 'Contabilidad' };
    const event = await service.publish(enrolmentConfirmed, (data) => ({
      ...data,
      title,
      personal: { ...data.personal, email, language },
    }));
    await expect.poll(() => mailsTo(email)).toHaveLength(1);
    const [{ recipients, mail } = { recipients: [], mail: undefined }] = mailsTo(email);
    expect(recipients).toEqual([email]);
    expect(mail).toMatchObject({ subject, from: { text: '"Ateneu Cooperatiu" <hola@ateneu.example>' } });
    expect(mail?.headers.get('content-language')).toBe(language);
    expect(mail?.headers.get('auto-submitted')).toBe('auto-generated');
    expect(mail?.text).toContain(words);
    expect(mail?.html).toContain(words);
    await expect
      .poll(() => publishedAbout(deliverySent, email))
      .toMatchObject([
        {
          correlationid: event.correlationid,
          causationid: event.id,
          data: { kind: 'enrolment-confirmed', channel: 'email', causedBy: event.id, attempts: 1 },
        },
      ]);
    const delivery = await deliveryTo(email);
    expect(delivery).toMatchObject({ status: 'sent', provider_response: expect.stringContaining('250') });
    expect(mail?.messageId).toBe(`<${delivery?.id}@ateneu.example>`);
  });

  it('delivered three times is still one e-mail', async () => {
    const email = somebody();
    const id = newId();
    for (let time = 0; time < 3; time += 1) await service.publish(referralReceived, to({ email }), id);
    const after = somebody();
    await service.publish(referralReceived, to({ email: after }));
    await expect.poll(() => mailsTo(after)).toHaveLength(1);
    await expect.poll(() => mailsTo(email)).toHaveLength(1);
    expect(await service.deliveries(`event_id = '${id}'`)).toHaveLength(1);
  });

  it('names nobody, and nobody is written to', async () => {
    const event = await service.publish(initiativeProposed, ({ personal: _nobody, ...data }) => data);
    const after = somebody();
    await service.publish(initiativeProposed, to({ email: after }));
    await expect.poll(() => mailsTo(after)).toHaveLength(1);
    expect(await service.deliveries(`event_id = '${event.id}'`)).toEqual([]);
  });

  it('cannot smuggle headers, recipients or commands through a name or an address', async () => {
    const email = somebody();
    await service.publish(
      enrolmentWaitlisted,
      to({ email, name: 'Ana\r\nBcc: espia@example.org\r\n\r\nHola, "<x@y.z>' }),
    );
    await expect.poll(() => mailsTo(email)).toHaveLength(1);
    const [arrival] = mailsTo(email);
    expect(arrival?.recipients).toEqual([email]);
    expect(arrival?.mail.headers.has('bcc')).toBe(false);
    const list = `${somebody()},espia@example.org`;
    await service.publish(enrolmentWaitlisted, to({ email: list }));
    await expect.poll(() => statusOf(list)).toBe('failed');
    expect(service.inbox.offers('espia@example.org')).toBe(0);
  });

  it('of which no word can be read goes to the dead letters, and the next one is handled', async () => {
    await service.publishRaw(enrolmentConfirmed.subject, '{"half":');
    const email = somebody();
    await service.publish(enrolmentConfirmed, to({ email }));
    await expect.poll(() => mailsTo(email)).toHaveLength(1);
    await expect
      .poll(() => listDeadLetters(service.broker.admin, 'notifications'))
      .toMatchObject([{ reason: 'unreadable', body: '{"half":' }]);
  });
});

describe('a mail server that refuses', () => {
  it('for good ends the message and tells the others, without the address outside its place', async () => {
    const email = somebody();
    service.inbox.onRecipient((address) =>
      address === email ? { code: 550, message: `5.1.1 <${address}> no existeix` } : undefined,
    );
    await service.publish(enrolmentConfirmed, to({ email }));
    await expect
      .poll(() => publishedAbout(deliveryFailed, email))
      .toMatchObject([{ data: { permanent: true, attempts: 1, reason: expect.stringContaining('550') } }]);
    expect(await statusOf(email)).toBe('failed');
    const [event] = await publishedAbout(deliveryFailed, email);
    expect(JSON.stringify({ ...event?.data, personal: undefined })).not.toContain(email);
    expect(service.inbox.offers(email)).toBe(1);
  });

  it('for now is asked again, and the message arrives once', async () => {
    const email = somebody();
    service.inbox.onRecipient((address) =>
      address === email && service.inbox.offers(email) < 3 ? { code: 451, message: 'torneu més tard' } : undefined,
    );
    await service.publish(enrolmentConfirmed, to({ email }));
    await expect.poll(() => mailsTo(email)).toHaveLength(1);
    await expect.poll(() => statusOf(email)).toBe('sent');
    expect(await deliveryTo(email)).toMatchObject({ attempts: 3, last_error: expect.stringContaining('451') });
  });
});

describe('a mail server that is away', () => {
  it('delays e-mail and nothing else, and what waited is sent once it is back', async () => {
    await service.inbox.stop();
    const [first, second] = [somebody(), somebody()];
    await service.publish(enrolmentConfirmed, to({ email: first }));
    await expect.poll(async () => (await deliveryTo(first))?.attempts).toBeGreaterThanOrEqual(1);
    await service.publish(enrolmentConfirmed, to({ email: second }));
    await expect.poll(() => statusOf(second)).toBeDefined();
    await expect
      .poll(
        async () =>
          (await service.broker.admin.manager.consumers.info(streams.events, 'notifications')).num_ack_pending,
      )
      .toBe(0);
    await expect.poll(async () => (await service.composition.app.inject('/health/ready')).statusCode).toBe(200);
    await service.inbox.start();
    await expect.poll(() => [mailsTo(first).length, mailsTo(second).length]).toEqual([1, 1]);
  });
});

describe('a message that may or may not have been sent', () => {
  it('because the line was lost after its text is not sent again by itself', async () => {
    const email = somebody();
    service.inbox.onMessage(async (address) => (address === email ? 'hang-up' : undefined));
    await service.publish(enrolmentConfirmed, to({ email }));
    await expect.poll(() => statusOf(email)).toBe('possibly-sent');
    expect(mailsTo(email)).toHaveLength(1);
    expect(await publishedAbout(deliverySent, email)).toEqual([]);
  });

  it.each([
    ['with its text on the way', 'begun'],
    ['nobody knows how far', null],
  ])('because the process died, %s, is not sent again by itself either, and shows', async (_how, handover) => {
    const email = somebody();
    await service.inbox.stop();
    await service.publish(enrolmentConfirmed, to({ email }));
    await expect.poll(async () => (await deliveryTo(email))?.attempts).toBeGreaterThanOrEqual(1);
    // What a process leaves behind that dies between the server's acceptance and its own record.
    await expect
      .poll(async () => {
        const update = `update delivery set status = 'sending', handover = $2 where recipient = $1 and status = 'pending'`;
        return (await service.database.pool.query(update, [email, handover])).rowCount;
      })
      .toBe(1);
    await service.inbox.start();
    await expect.poll(() => statusOf(email)).toBe('possibly-sent');
    expect(mailsTo(email)).toEqual([]);
    const answer = await service.ask(
      'technician',
      'GET',
      `/v1/staff/deliveries?status=possibly-sent&recipient=${email}`,
    );
    expect(answer.json().items).toMatchObject([{ recipient: email, status: 'possibly-sent' }]);
  });
});

describe('a process that died before the text of a message left', () => {
  it('has lost nothing: another one sends it, once', async () => {
    const email = somebody();
    await service.inbox.stop();
    await service.publish(enrolmentConfirmed, to({ email }));
    await expect
      .poll(async () => {
        const update = `update delivery set status = 'sending', handover = 'waiting' where recipient = $1 and status = 'pending'`;
        return (await service.database.pool.query(update, [email])).rowCount;
      })
      .toBe(1);
    await service.inbox.start();
    await expect.poll(() => statusOf(email)).toBe('sent');
    expect(mailsTo(email)).toHaveLength(1);
  });

  it('but lives on after all does not send what another one has taken up', async () => {
    const email = somebody();
    service.inbox.onRecipient(async (address) => {
      // Somebody takes the attempt for dead while the server is still being spoken to.
      const takeUp = `update delivery set attempts = attempts + 1 where recipient = $1`;
      if (address === email) await service.database.pool.query(takeUp, [email]);
      return undefined;
    });
    await service.publish(enrolmentConfirmed, to({ email }));
    await expect.poll(() => deliveryTo(email)).toMatchObject({ status: 'sending', attempts: 2 });
    const after = somebody();
    await service.publish(enrolmentConfirmed, to({ email: after }));
    await expect.poll(() => mailsTo(after)).toHaveLength(1);
    expect(mailsTo(email)).toEqual([]);
  });
});
