import { type Clock, issueSecret, type Language, newId } from '@ateneu/kernel';
import { type Database, transact, type Transaction } from '@ateneu/persistence';
import type { Logger } from '@ateneu/service-kit';

import type { Mailbox } from '../channels/email.channel.ts';
import { renderMail } from '../templates/render.ts';
import { type OpenWork, staffDigest } from '../templates/staff-digest.ts';
import type { DeliveryQueue } from './delivery.queue.ts';
import { insertDelivery } from './delivery.store.ts';
import { messageIdOf, normaliseAddress } from './delivery.ts';

/** What the digests need. */
export interface StaffDigestOptions {
  database: Database;
  queue: Pick<DeliveryQueue, 'enqueue'>;
  recipients: readonly Mailbox[];
  language: Language;
  /** The hour in L'Hospitalet from which on they go out, on working days. */
  hour: number;
  clock: Clock;
  logger: Logger;
  ownPages: string;
  domain: string;
}

/** The daily digests of staff. */
export interface StaffDigests {
  /** Writes today's digests that are due and not written yet; returns how many. Any number may run at once. */
  run(): Promise<number>;
  start(): void;
  stop(): void;
}

const local = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/Madrid',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  hourCycle: 'h23',
  weekday: 'short',
});

/** The day and hour of an instant as people in L'Hospitalet have it. */
function localDay(instant: Date): { day: string; hour: number; isWorkingDay: boolean } {
  const parts = new Map(local.formatToParts(instant).map(({ type, value }) => [type, value]));
  return {
    day: `${parts.get('year')}-${parts.get('month')}-${parts.get('day')}`,
    hour: Number(parts.get('hour')),
    isWorkingDay: !['Sat', 'Sun'].includes(parts.get('weekday') ?? ''),
  };
}

/** Makes the digests. The row for a day and a recipient is what keeps a second one from being written. */
export function createStaffDigests(options: StaffDigestOptions): StaffDigests {
  const { database, clock, logger } = options;
  let timer: NodeJS.Timeout | undefined;

  const write = async (tx: Transaction, to: Mailbox, work: readonly OpenWork[]): Promise<void> => {
    const id = newId();
    const { secret, hash } = issueSecret('own');
    const ownPage = `${options.ownPages}/${secret}`;
    const mail = renderMail(staffDigest(work, options.language), {
      name: to.name,
      language: options.language,
      own: { url: ownPage, optional: true },
    });
    await insertDelivery(tx, {
      id,
      kind: 'staff-digest',
      channel: 'email',
      // No event gives rise to it: the day does.
      eventId: id,
      eventType: 'staff-digest',
      correlationId: id,
      recipient: normaliseAddress(to.address),
      recipientName: to.name,
      ...mail,
      messageId: messageIdOf(id, options.domain),
      topic: 'digests',
      unsubscribeUrl: `${ownPage}/unsubscribe`,
      ownLinkHash: hash,
    });
    await options.queue.enqueue(tx, id);
  };

  const run = async (): Promise<number> => {
    const { day, hour, isWorkingDay } = localDay(clock.now());
    if (!isWorkingDay || hour < options.hour) return 0;
    let written = 0;
    for (const to of options.recipients) {
      const isNew = await transact(database, async (tx) => {
        const work = await tx.query<OpenWork>(
          `select kind, title, to_char(since at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as since
           from open_work where is_open order by since limit 1000`,
        );
        const claimed = await tx.query(
          `insert into staff_digest (day, recipient, items) values ($1, $2, $3) on conflict do nothing returning day`,
          [day, normaliseAddress(to.address), work.length],
        );
        if (claimed.length === 0 || work.length === 0) return false;
        await write(tx, to, work);
        return true;
      });
      if (isNew) written += 1;
    }
    return written;
  };

  return {
    run,
    start: () => {
      timer = setInterval(() => {
        run().catch((err: unknown) =>
          logger.warn({ err }, 'The digests could not be written; the next round follows.'),
        );
      }, 60_000);
    },
    stop: () => clearInterval(timer),
  };
}
