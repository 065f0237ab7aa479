import type { Database, Transaction } from '@ateneu/persistence';

import { endpointNotFound, endpointPausedByStaff, tooManyEndpoints } from './webhook.errors.ts';
import { endpointColumns } from './webhook.store.ts';
import type { WebhookEndpoint } from './webhook.ts';

/** Endpoints a partner may have. */
export const mostEndpoints = 10;

/** Whose endpoints may be seen: a partner's own, or everybody's. */
export type Scope = { partnerId: string } | 'staff';

const partnerOf = (scope: Scope): string | null => (scope === 'staff' ? null : scope.partnerId);

/** What a new endpoint is made from. */
export interface NewEndpoint {
  id: string;
  partnerId: string;
  url: string;
  description: string;
  eventTypes: string[] | null;
  concurrency: number;
  /** As it is to be stored. */
  secret: string;
}

/** Adds an endpoint. @throws DomainError `notifications.webhook-endpoint.too-many` */
export async function insertEndpoint(tx: Transaction, endpoint: NewEndpoint): Promise<WebhookEndpoint> {
  // The partner's row is the lock: two requests at once must not both take the last place.
  await tx.query(`select from partner where id = $1 for update`, [endpoint.partnerId]);
  const [row] = await tx.query<WebhookEndpoint>(
    `insert into webhook_endpoint as endpoint (id, partner_id, url, description, event_types, concurrency, secret)
     select $1, $2, $3, $4, $5::text[], $6, $7
     where (select count(*) from webhook_endpoint where partner_id = $2) < ${mostEndpoints}
     returning ${endpointColumns}`,
    [
      endpoint.id,
      endpoint.partnerId,
      endpoint.url,
      endpoint.description,
      endpoint.eventTypes,
      endpoint.concurrency,
      endpoint.secret,
    ],
  );
  if (row === undefined) throw tooManyEndpoints({ most: mostEndpoints });
  return row;
}

/** An endpoint with the partner's name. */
export type ListedEndpoint = WebhookEndpoint & { partnerName: string; waiting: number };

/** Endpoints, oldest first; staff may ask for one partner's. */
export async function listEndpoints(
  database: Database,
  scope: Scope,
  filter: { id?: string; partnerId?: string | undefined; status?: string | undefined } = {},
): Promise<ListedEndpoint[]> {
  const { rows } = await database.pool.query<ListedEndpoint>({
    name: 'webhook-list-endpoints',
    text: `select ${endpointColumns}, partner.name as "partnerName",
        (select count(*)::integer from webhook_message as message
          where message.endpoint_id = endpoint.id and message.status = 'pending') as waiting
      from webhook_endpoint as endpoint join partner on partner.id = endpoint.partner_id
      where ($1::uuid is null or partner.id = $1) and ($2::text is null or endpoint.status = $2)
        and ($3::uuid is null or endpoint.id = $3)
      order by endpoint.id limit 500`,
    values: [partnerOf(scope) ?? filter.partnerId ?? null, filter.status ?? null, filter.id ?? null],
  });
  return rows;
}

/** One endpoint. @throws DomainError `notifications.webhook-endpoint.not-found`, also where it is another's */
export async function readEndpoint(database: Database, scope: Scope, id: string): Promise<ListedEndpoint> {
  const [found] = await listEndpoints(database, scope, { id });
  if (found === undefined) throw endpointNotFound();
  return found;
}

/** The endpoint, locked until the transaction ends. @throws as {@link readEndpoint} */
export async function lockEndpoint(tx: Transaction, scope: Scope, id: string): Promise<WebhookEndpoint> {
  const [row] = await tx.query<WebhookEndpoint>(
    `select ${endpointColumns} from webhook_endpoint as endpoint
     where id = $1 and ($2::uuid is null or partner_id = $2) for update`,
    [id, partnerOf(scope)],
  );
  if (row === undefined) throw endpointNotFound();
  return row;
}

/** Sends nothing more until it is resumed; what comes meanwhile waits. */
export async function pauseEndpoint(tx: Transaction, scope: Scope, id: string): Promise<WebhookEndpoint> {
  const { status, statusBy } = await lockEndpoint(tx, scope, id);
  const by = scope === 'staff' || (status === 'paused' && statusBy === 'staff') ? 'staff' : 'partner';
  return changeEndpoint(tx, id, `status = 'paused', status_by = $2, status_reason = null`, [by]);
}

/**
 * Has what waited sent, from its first attempt on.
 *
 * @throws DomainError `notifications.webhook-endpoint.paused-by-staff` where a partner would end what staff began
 */
export async function resumeEndpoint(tx: Transaction, scope: Scope, id: string): Promise<WebhookEndpoint> {
  const { status, statusBy } = await lockEndpoint(tx, scope, id);
  if (scope !== 'staff' && status === 'paused' && statusBy === 'staff') throw endpointPausedByStaff();
  if (status !== 'active') {
    await tx.query(
      `update webhook_message set attempts = 0, due_at = now() where endpoint_id = $1 and status = 'pending'`,
      [id],
    );
  }
  return changeEndpoint(
    tx,
    id,
    `status = 'active', status_by = null, status_reason = null, failures_in_a_row = 0, failing_since = null,
     resting_until = null`,
  );
}

/** Signs with a new secret, given as it is to be stored, from now on, and with the one before too for as long as both are to be accepted. */
export async function rotateSecret(
  tx: Transaction,
  scope: Scope,
  id: string,
  { secret, overlapHours }: { secret: string; overlapHours: number },
): Promise<WebhookEndpoint> {
  await lockEndpoint(tx, scope, id);
  return changeEndpoint(
    tx,
    id,
    `previous_secret = case when $3 > 0 then secret end,
     previous_secret_until = case when $3 > 0 then now() + make_interval(hours => $3) end, secret = $2`,
    [secret, overlapHours],
  );
}

/** Removes an endpoint with its messages and its log. */
export async function deleteEndpoint(tx: Transaction, scope: Scope, id: string): Promise<void> {
  await lockEndpoint(tx, scope, id);
  await tx.query(`delete from webhook_endpoint where id = $1`, [id]);
}

async function changeEndpoint(
  tx: Transaction,
  id: string,
  assignments: string,
  values: readonly unknown[] = [],
): Promise<WebhookEndpoint> {
  const [row] = await tx.query<WebhookEndpoint>(
    `update webhook_endpoint as endpoint set ${assignments}, version = version + 1, updated_at = now()
     where id = $1 returning ${endpointColumns}`,
    [id, ...values],
  );
  if (row === undefined) throw endpointNotFound();
  return row;
}

/** What a test ping is signed with, as it is stored, and posted to. @throws as {@link readEndpoint} */
export async function readTarget(
  database: Database,
  scope: Scope,
  id: string,
): Promise<{ url: string; secrets: string[] }> {
  const { rows } = await database.pool.query<{ url: string; secrets: string[] }>({
    name: 'webhook-read-target',
    text: `select url, array_remove(array[secret,
        case when previous_secret_until > now() then previous_secret end], null) as secrets
      from webhook_endpoint where id = $1 and ($2::uuid is null or partner_id = $2)`,
    values: [id, partnerOf(scope)],
  });
  if (rows[0] === undefined) throw endpointNotFound();
  return rows[0];
}
