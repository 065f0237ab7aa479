import { deliveryBounced, deliveryComplained } from '@ateneu/events';
import { publication, publishAll } from '@ateneu/messaging';
import type { Transaction } from '@ateneu/persistence';
import { emailKey } from '@ateneu/service-kit';

import type { MailReport } from '../channels/mail-report.ts';
import { optOut, suppress } from './preferences.store.ts';
import { topics } from './topics.ts';

interface Reported {
  id: string;
  version: number;
  kind: string;
  eventId: string;
  eventType: string;
  attempts: number;
  recipient: string;
}

const columns = `id, version, kind, event_id as "eventId", event_type as "eventType", attempts, recipient`;

/**
 * Records what a report says, once: a dead address is suppressed, a complaint stops all that its reader can do without,
 * and the other services hear of it. A report that names no message of ours changes nothing, unless `trusted` (a provider
 * that signed it) also names the recipient.
 */
export async function recordReport(
  tx: Transaction,
  report: MailReport,
  options: { now: Date; trusted: boolean },
): Promise<boolean> {
  const found = await findReported(tx, report, options.trusted);
  if (found === undefined) return false;
  const column = report.kind === 'bounce' ? 'bounced_at' : 'complained_at';
  const [delivery] = await tx.query<Reported>(
    `update delivery set ${column} = $2, bounce_reason = coalesce($3, bounce_reason), version = version + 1, updated_at = now()
     where id = $1 and ${column} is null returning ${columns}`,
    [found.id, options.now.toISOString(), report.kind === 'bounce' ? report.reason : null],
  );
  if (delivery === undefined) return false;
  const common = {
    deliveryId: delivery.id,
    kind: delivery.kind,
    channel: 'email',
    causedBy: delivery.eventId,
    causedByType: delivery.eventType,
    attempts: Math.max(1, delivery.attempts),
    personal: { recipient: delivery.recipient },
  };
  const about = { aggregateId: delivery.id, sequence: delivery.version, occurredAt: options.now };
  if (report.kind === 'complaint') {
    await optOut(tx, delivery.recipient, topics, 'complaint');
    const data = { ...common, permanent: true, feedback: report.feedback };
    publishAll(tx, [publication(deliveryComplained, { ...about, data })]);
    return true;
  }
  const { permanent, reason } = report;
  if (permanent) {
    await suppress(tx, { address: delivery.recipient, reason: 'bounce', detail: reason, deliveryId: delivery.id });
  }
  publishAll(tx, [publication(deliveryBounced, { ...about, data: { ...common, permanent, reason } })]);
  return true;
}

async function findReported(
  tx: Transaction,
  { messageId, recipient }: MailReport,
  trusted: boolean,
): Promise<{ id: string } | undefined> {
  if (messageId !== undefined) {
    const id = /^<?([0-9a-f-]{36})@/i.exec(messageId)?.[1];
    if (id === undefined) return undefined;
    const bare = messageId.replace(/^<?(.*?)>?$/, '<$1>');
    const [row] = await tx.query<{ id: string }>(`select id from delivery where id = $1 and message_id = $2`, [
      id,
      bare,
    ]);
    return row;
  }
  if (recipient === undefined || !trusted) return undefined;
  const [row] = await tx.query<{ id: string }>(
    `select id from delivery where lower(recipient) = $1 and status in ('sent', 'possibly-sent') order by id desc limit 1`,
    [emailKey(recipient)],
  );
  return row;
}
