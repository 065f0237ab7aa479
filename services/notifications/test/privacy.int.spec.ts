import { enrolmentConfirmed } from '@ateneu/events';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { type RunningService, startNotifications, to } from './running-service.ts';

let service: RunningService;
beforeAll(async () => {
  service = await startNotifications();
});
afterAll(() => service.close());

const ask = (email: string, role = 'coordinator') =>
  service.ask(role, 'POST', '/v1/staff/privacy/exports', {}, { email });

describe('a person who asks what is kept of them', () => {
  it('gets every message with its text, what they do not want, and who looked; nobody else’s', async () => {
    await service.publish(enrolmentConfirmed, to({ email: 'Llegeix@example.org' }));
    await service.publish(enrolmentConfirmed, to({ email: 'altra@example.org' }));
    const sent = () => service.deliveries(`recipient = 'Llegeix@example.org' and status = 'sent'`);
    await expect.poll(sent).toHaveLength(1);
    const id = (await sent())[0]?.id ?? '';
    await service.ask('technician', 'GET', `/v1/staff/deliveries/${id}`);
    const suppression = { address: 'llegeix@example.org', detail: 'Ha trucat.' };
    await service.ask('coordinator', 'POST', '/v1/staff/suppressions', {}, suppression);
    const answer = await ask('LLEGEIX@example.org');
    expect(answer.json()).toMatchObject({
      messages: [{ id, kind: 'enrolment-confirmed', status: 'sent', text: expect.stringContaining('Us confirmem') }],
      optOuts: [],
      suppressions: [{ reason: 'staff', detail: 'Ha trucat.' }],
      accesses: [{ action: 'read', subjectType: 'delivery' }],
    });
    expect(answer.body).not.toContain('altra@example.org');
  });

  it('is answered by coordinators alone, who also see who looked at what; no record has the address', async () => {
    expect((await ask('llegeix@example.org', 'technician')).statusCode).toBe(403);
    expect((await service.ask('technician', 'GET', '/v1/staff/privacy/audit')).statusCode).toBe(403);
    await ask('llegeix@example.org');
    const seen = await service.ask('coordinator', 'GET', '/v1/staff/privacy/audit?action=export');
    expect(seen.json().items[0]).toMatchObject({ subjectType: 'person', details: { messages: 1 } });
    expect(seen.body).not.toContain('example.org');
  });
});
