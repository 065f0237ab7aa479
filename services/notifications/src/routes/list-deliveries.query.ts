import { type Database, decodeCursor, encodeCursor } from '@ateneu/persistence';
import { emailKey } from '@ateneu/service-kit';

import { summaryColumns } from '../delivery/delivery.store.ts';
import type { Delivery } from '../delivery/delivery.ts';

/** What the log may be searched by. */
export interface DeliveryFilter {
  recipient?: string | undefined;
  status?: string | undefined;
  kind?: string | undefined;
  eventId?: string | undefined;
  eventType?: string | undefined;
  reported?: 'bounced' | 'complained' | undefined;
  limit: number;
  cursor?: string | undefined;
}

type Summary = Omit<
  Delivery,
  'text' | 'html' | 'messageId' | 'providerResponse' | 'correlationId' | 'topic' | 'unsubscribeUrl' | 'handover'
>;

/** A page of the log, latest first: identifiers sort by the time they were made. */
export async function listDeliveries(
  database: Database,
  filter: DeliveryFilter,
): Promise<{ items: Summary[]; next: string | null }> {
  const after = filter.cursor === undefined ? null : decodeCursor(filter.cursor, ['uuid'])[0];
  const { rows } = await database.pool.query<Summary>({
    name: 'list-deliveries',
    text: `
      select ${summaryColumns}
      from delivery
      where ($1::text is null or lower(recipient) = $1)
        and ($2::text is null or status = $2)
        and ($3::text is null or kind = $3)
        and ($4::uuid is null or event_id = $4)
        and ($5::uuid is null or id < $5)
        and ($7::text is null or event_type = $7)
        and ($8::text is null or case $8 when 'bounced' then bounced_at is not null else complained_at is not null end)
      order by id desc
      limit $6`,
    values: [
      filter.recipient === undefined ? null : emailKey(filter.recipient),
      filter.status ?? null,
      filter.kind ?? null,
      filter.eventId ?? null,
      after,
      filter.limit + 1,
      filter.eventType ?? null,
      filter.reported ?? null,
    ],
  });
  const items = rows.slice(0, filter.limit);
  const last = items.at(-1);
  return { items, next: rows.length > filter.limit && last !== undefined ? encodeCursor([last.id]) : null };
}
