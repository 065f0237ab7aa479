import type { Measure } from '@ateneu/service-kit';

/** What notifications count for those who watch them. */
export const measures: readonly Measure[] = [
  {
    name: 'notifications_deliveries',
    help: 'Messages to people and partners that are kept in the log, by channel and status.',
    labels: ['channel', 'status'],
    sql: `select channel, status, count(*) as value from delivery group by channel, status`,
  },
  {
    name: 'notifications_oldest_pending_seconds',
    help: 'How long the oldest message that was neither sent nor given up has waited.',
    labels: [],
    sql: `select coalesce(extract(epoch from clock_timestamp() - min(created_at)), 0)::float8 as value
      from delivery where status = 'pending'`,
  },
  {
    name: 'notifications_webhook_endpoints',
    help: 'Endpoints of partners, by status.',
    labels: ['status'],
    sql: `select status, count(*) as value from webhook_endpoint group by status`,
  },
  {
    name: 'notifications_webhooks_waiting',
    help: 'Webhooks that have not arrived, to endpoints that are active.',
    labels: [],
    sql: `select count(*) as value from webhook_message as message
      join webhook_endpoint as endpoint on endpoint.id = message.endpoint_id
      where message.status = 'pending' and endpoint.status = 'active'`,
  },
];
