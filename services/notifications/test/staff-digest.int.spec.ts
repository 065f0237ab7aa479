import {
  correctionProposed,
  createEvent,
  type EventContract,
  freshnessOverdue,
  initiativeProposed,
  initiativeRejected,
  initiativeUpdated,
  intakeAcknowledged,
  intakeConfirmed,
  referralAccepted,
  referralReceived,
} from '@ateneu/events';
import { createManualClock, newId } from '@ateneu/kernel';
import { createLogger } from '@ateneu/service-kit';
import { transact } from '@ateneu/persistence';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import { createDeliveryQueue } from '../src/delivery/delivery.queue.ts';
import { createJobs, type Jobs } from '../src/delivery/jobs.ts';
import { createStaffDigests, type StaffDigests } from '../src/delivery/staff-digests.ts';
import { trackOpenWork } from '../src/subscribers/open-work.subscriber.ts';
import { type RunningService, startNotifications } from './running-service.ts';

const logger = createLogger({ service: 'notifications', level: 'silent' });
const clock = createManualClock();
let service: RunningService;
let jobs: Jobs;
let make: (...addresses: string[]) => StaffDigests;
beforeAll(async () => {
  service = await startNotifications();
  jobs = createJobs({ url: service.database.url, logger, stopTimeoutMs: 2_000 });
  const queue = createDeliveryQueue({ jobs, retry: { limit: 1, delaySeconds: 1, maxDelaySeconds: 1 }, concurrency: 1 });
  await jobs.start(queue.prepare);
  make = (...addresses) =>
    createStaffDigests({
      database: service.database,
      queue,
      recipients: addresses.map((address) => ({ name: 'Carme Ribas', address })),
      language: 'ca',
      hour: 8,
      clock,
      logger,
      ownPages: 'http://localhost:4000/notifications/v1/self-service/messages',
      domain: 'ateneu.example',
    });
});
afterEach(() => service.database.pool.query('truncate open_work, staff_digest'));
afterAll(async () => {
  await jobs.stop();
  await service.close();
});

/** What the service does with an event, without the broker in between. */
const happens = async (contract: EventContract, change: object, sequence = 1, time = '2026-03-01T10:00:00.000Z') => {
  const data = { ...(contract.example as object), ...change };
  const event = createEvent(contract, {
    aggregateId: newId(),
    sequence,
    time: new Date(time),
    correlationId: newId(),
    data: contract.dataSchema.parse(data),
  });
  await transact(service.database, async (tx) => {
    for (const item of trackOpenWork().filter((reaction) => reaction.contract === contract)) {
      await item.handle(event, tx, { subject: contract.subject });
    }
  });
};
let staff = 0;
const somebody = (): string => `equip${(staff += 1)}@ateneu.example`;
const mailsTo = (address: string) => service.inbox.arrivals.filter(({ recipients }) => recipients.includes(address));
/** A Monday, nine in the morning in L'Hospitalet. */
const monday = '2026-03-02T08:00:00Z';

describe('the digest of a day', () => {
  it('says what waits, oldest first, and names nobody', async () => {
    clock.set(monday);
    const email = somebody();
    const initiativeId = newId();
    await happens(intakeConfirmed, { intakeId: newId() }, 2, '2026-02-27T10:00:00.000Z');
    await happens(initiativeProposed, { initiativeId }, 1, '2026-02-20T10:00:00.000Z');
    await happens(correctionProposed, { correctionId: newId() });
    await happens(freshnessOverdue, { initiativeId: newId() });
    await happens(referralReceived, { referralId: newId(), direction: 'inbound' });
    expect(await make(email).run()).toBe(1);
    await expect.poll(() => mailsTo(email)).toHaveLength(1);
    const mail = mailsTo(email)[0]?.mail;
    expect(mail?.subject).toBe('Avui hi ha 5 coses pendents');
    const text = mail?.text ?? '';
    expect(text.indexOf('Proposta d’iniciativa')).toBeLessThan(text.indexOf('Petició d’acompanyament'));
    expect(text).toContain('Economat de la Florida · des del divendres, 20 de febrer del 2026');
    expect(text).not.toMatch(/Fàtima|Montserrat|@example/);
    expect(mail?.headers.has('list')).toBe(true);
  });

  it('is written once to each, however many processes write at once, and again the next working day', async () => {
    const [one, other] = [somebody(), somebody()];
    await happens(intakeConfirmed, { intakeId: newId() });
    clock.set('2026-03-06T08:00:00Z');
    const runs = await Promise.all(Array.from({ length: 8 }, () => make(one, other).run()));
    expect(runs.reduce((sum, count) => sum + count, 0)).toBe(2);
    for (const [day, written] of [
      ['2026-03-06T20:00:00Z', 0],
      ['2026-03-07T08:00:00Z', 0],
      ['2026-03-08T08:00:00Z', 0],
      ['2026-03-09T06:59:00Z', 0],
      ['2026-03-09T07:01:00Z', 2],
    ] as const) {
      clock.set(day);
      expect(await make(one, other).run(), day).toBe(written);
    }
    await expect.poll(() => [mailsTo(one).length, mailsTo(other).length]).toEqual([2, 2]);
  });

  it('is not written when nothing waits, nor for what comes later that day', async () => {
    clock.set('2026-03-10T08:00:00Z');
    const email = somebody();
    expect(await make(email).run()).toBe(0);
    await happens(intakeConfirmed, { intakeId: newId() });
    expect(await make(email).run()).toBe(0);
    clock.set('2026-03-11T08:00:00Z');
    expect(await make(email).run()).toBe(1);
    await expect.poll(() => mailsTo(email)).toHaveLength(1);
  });
});

describe('what waits', () => {
  const waiting = async () => (await service.database.pool.query(`select kind from open_work where is_open`)).rowCount;

  it.each([
    ['a proposal', initiativeProposed, initiativeRejected, 'initiativeId'],
    ['a request', intakeConfirmed, intakeAcknowledged, 'intakeId'],
    ['a referral', referralReceived, referralAccepted, 'referralId'],
  ] as const)(
    '%s waits no more once it is answered, in whichever order the news comes',
    async (_what, opens, closes, key) => {
      const id = newId();
      await happens(opens, { [key]: id }, 1);
      expect(await waiting()).toBe(1);
      await happens(closes, { [key]: id }, 2);
      expect(await waiting()).toBe(0);
      const other = newId();
      await happens(closes, { [key]: other }, 2);
      await happens(opens, { [key]: other }, 1);
      expect(await waiting()).toBe(0);
    },
  );

  it('an entry that nobody confirmed waits until it is changed', async () => {
    const initiativeId = newId();
    await happens(freshnessOverdue, { initiativeId }, 1, '2026-03-01T10:00:00.000Z');
    expect(await waiting()).toBe(1);
    await happens(initiativeUpdated, { initiativeId }, 9, '2026-03-01T11:00:00.000Z');
    expect(await waiting()).toBe(0);
  });

  it('a referral to a partner waits for the partner, not for staff', async () => {
    await happens(referralReceived, { referralId: newId(), direction: 'outbound' });
    expect(await waiting()).toBe(0);
  });
});
