import { newId } from '@ateneu/kernel';
import { type Database, isoTimestamp, type Transaction } from '@ateneu/persistence';

import type { WebhookAttempt } from '../channels/webhook.channel.ts';

/** The columns of {@link WebhookEndpoint}. Never the secrets. */
export const endpointColumns = `
  endpoint.id, endpoint.version, endpoint.partner_id as "partnerId", endpoint.url, endpoint.description,
  endpoint.event_types as "eventTypes", endpoint.concurrency, endpoint.status, endpoint.status_by as "statusBy",
  endpoint.status_reason as "statusReason", endpoint.failures_in_a_row as "failuresInARow",
  ${isoTimestamp('endpoint.failing_since')} as "failingSince", ${isoTimestamp('endpoint.resting_until')} as "restingUntil",
  case when endpoint.previous_secret_until > now() then ${isoTimestamp('endpoint.previous_secret_until')} end
    as "previousSecretUntil",
  ${isoTimestamp('endpoint.created_at')} as "createdAt", ${isoTimestamp('endpoint.updated_at')} as "updatedAt"`;

/** What a worker that holds an endpoint must know. */
export interface HeldEndpoint {
  id: string;
  version: number;
  partnerId: string;
  url: string;
  concurrency: number;
  failuresInARow: number;
  /** ISO 8601 in UTC. */
  failingSince: string | null;
}

/** A message whose time has come. */
export interface DueMessage {
  id: string;
  eventId: string;
  payload: string;
  attempts: number;
  /** The endpoint's, as they are stored. */
  secrets: string[];
}

/** How long a worker that says nothing still holds an endpoint: an attempt's longest time, with room. */
const lease = `interval '60 seconds'`;

const heldColumns = `endpoint.id, endpoint.version, endpoint.partner_id as "partnerId", endpoint.url,
  endpoint.concurrency, endpoint.failures_in_a_row as "failuresInARow", ${isoTimestamp('endpoint.failing_since')} as "failingSince"`;

const mayBeTried = `endpoint.status = 'active' and partner.standing = 'active'
  and (endpoint.resting_until is null or endpoint.resting_until <= now())`;

/**
 * Takes an endpoint into the hands of one worker. Nobody gets it while another has it, while it is paused, disabled or
 * resting, or while its partner is suspended.
 */
export async function takeEndpoint(
  database: Database,
  id: string,
): Promise<{ held: HeldEndpoint; token: string } | undefined> {
  const token = newId();
  const { rows } = await database.pool.query<HeldEndpoint>({
    name: 'webhook-take-endpoint',
    text: `update webhook_endpoint as endpoint set lease = $2, leased_until = now() + ${lease}
      from partner
      where endpoint.id = $1 and partner.id = endpoint.partner_id and ${mayBeTried}
        and (endpoint.leased_until is null or endpoint.leased_until < now())
      returning ${heldColumns}`,
    values: [id, token],
  });
  return rows[0] === undefined ? undefined : { held: rows[0], token };
}

/**
 * The messages to try now: of each referral the earliest that has not arrived, and that one only once its time has come,
 * so that no event overtakes another about the same referral. How the endpoint stands is of the same moment: what came
 * after it was paused waits, and what came after its secret was replaced is signed with the new one.
 */
export async function dueMessages(database: Database, endpointId: string, limit: number): Promise<DueMessage[]> {
  const { rows } = await database.pool.query<DueMessage>({
    name: 'webhook-due-messages',
    text: `select message.id, event.event_id as "eventId", event.payload, message.attempts,
        array_remove(array[endpoint.secret,
          case when endpoint.previous_secret_until > now() then endpoint.previous_secret end], null) as secrets
      from webhook_message as message join webhook_event as event using (position)
      join webhook_endpoint as endpoint on endpoint.id = message.endpoint_id
      join partner on partner.id = endpoint.partner_id
      where message.endpoint_id = $1 and message.status = 'pending' and message.due_at <= now() and ${mayBeTried}
        and not exists (select from webhook_message as earlier
          where earlier.endpoint_id = $1 and earlier.status = 'pending' and earlier.subject = message.subject
            and earlier.position < message.position)
      order by message.position limit $2`,
    values: [endpointId, limit],
  });
  return rows;
}

/** Keeps the endpoint for longer; says no where it was lost meanwhile, or may not be tried any more. */
export async function keepEndpoint(database: Database, id: string, token: string): Promise<HeldEndpoint | undefined> {
  const { rows } = await database.pool.query<HeldEndpoint>({
    name: 'webhook-keep-endpoint',
    text: `update webhook_endpoint as endpoint set leased_until = now() + ${lease}
      from partner where endpoint.id = $1 and endpoint.lease = $2 and partner.id = endpoint.partner_id and ${mayBeTried}
      returning ${heldColumns}`,
    values: [id, token],
  });
  return rows[0];
}

/**
 * Lets go of the endpoint, and has it rest for a while where it is told so. Whoever looks for something to do after that
 * sees every message whose wake-up found the endpoint taken.
 */
export async function releaseEndpoint(database: Database, id: string, token: string, restMs = 0): Promise<void> {
  await database.pool.query({
    name: 'webhook-release-endpoint',
    text: `update webhook_endpoint set lease = null, leased_until = null,
        resting_until = case when $3::integer > 0
          then greatest(resting_until, now() + make_interval(secs => $3::double precision / 1000)) else resting_until end
      where id = $1 and lease = $2`,
    values: [id, token, restMs],
  });
}

/** When there is something to do for an endpoint next; `undefined` where nothing waits, or it may not be tried. */
export async function nextDue(database: Database, id: string): Promise<Date | undefined> {
  const { rows } = await database.pool.query<{ at: string | null }>({
    name: 'webhook-next-due',
    text: `select ${isoTimestamp(`greatest(min(message.due_at), endpoint.resting_until)`)} as at
      from webhook_endpoint as endpoint
      join partner on partner.id = endpoint.partner_id and partner.standing = 'active'
      join webhook_message as message on message.endpoint_id = endpoint.id and message.status = 'pending'
      where endpoint.id = $1 and endpoint.status = 'active'
        and not exists (select from webhook_message as earlier
          where earlier.endpoint_id = $1 and earlier.status = 'pending' and earlier.subject = message.subject
            and earlier.position < message.position)
      group by endpoint.resting_until`,
    values: [id],
  });
  const at = rows[0]?.at;
  return typeof at === 'string' ? new Date(at) : undefined;
}

/** Whether a wake-up at this time is worth planning: says no where one is planned that comes no later. */
export async function planWake(tx: Transaction, id: string, at: Date): Promise<boolean> {
  const planned = await tx.query(
    `update webhook_endpoint set wake_at = $2
     where id = $1 and (wake_at is null or wake_at > $2 or wake_at <= now()) returning id`,
    [id, at.toISOString()],
  );
  return planned.length > 0;
}

/** Endpoints whose messages have waited longer than they should, because the process that had them died. */
export async function forgottenEndpoints(database: Database): Promise<string[]> {
  const { rows } = await database.pool.query<{ id: string }>({
    name: 'webhook-forgotten-endpoints',
    text: `select endpoint.id from webhook_endpoint as endpoint
      join partner on partner.id = endpoint.partner_id
      where ${mayBeTried} and (endpoint.leased_until is null or endpoint.leased_until < now())
        and exists (select from webhook_message as message
          where message.endpoint_id = endpoint.id and message.status = 'pending'
            and message.due_at < now() - interval '10 seconds')`,
  });
  return rows.map((row) => row.id);
}

/** Forgets what is older than the streams are: 30 days. */
export async function forgetOldEvents(database: Database): Promise<void> {
  await database.pool.query(
    `delete from webhook_event where position in (
       select position from webhook_event where received_at < now() - interval '30 days' limit 5000)`,
  );
}

/** What became of a message with an attempt. */
export interface MessageStep {
  status: 'pending' | 'delivered' | 'failed';
  /** For one that is tried again: in how many milliseconds. */
  dueInMs?: number | undefined;
}

/** Records an attempt, and what it means for the message. Says no where the message was deleted meanwhile. */
export async function recordAttempt(
  tx: Transaction,
  messageId: string,
  attempt: WebhookAttempt,
  step: MessageStep,
): Promise<boolean> {
  const changed = await tx.query(
    `update webhook_message set
       status = $2, attempts = attempts + 1,
       due_at = now() + make_interval(secs => $3::double precision / 1000),
       delivered_at = case when $2 = 'delivered' then now() else delivered_at end
     where id = $1 returning id`,
    [messageId, step.status, step.dueInMs ?? 0],
  );
  if (changed.length === 0) return false;
  await insertAttempt(tx, messageId, attempt);
  return true;
}

async function insertAttempt(tx: Transaction, messageId: string, attempt: WebhookAttempt): Promise<void> {
  await tx.query(
    `insert into webhook_attempt (message_id, at, duration_ms, request, response_status, response, error)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [
      messageId,
      attempt.at.toISOString(),
      attempt.durationMs,
      JSON.stringify(attempt.request),
      attempt.response?.status ?? null,
      attempt.response === undefined ? null : JSON.stringify(attempt.response),
      attempt.error ?? null,
    ],
  );
}

/** How the endpoint fares after an attempt. */
export interface EndpointStep {
  succeeded: boolean;
  /** After a failure: for how long it is left alone, in milliseconds. */
  restMs?: number;
  /** After the last failure of many: it is sent nothing more. */
  disable?: 'gone' | 'failing' | undefined;
}

/** Records how the endpoint fares. Returns it with its new version where this very step disabled it. */
export async function recordEndpoint(
  tx: Transaction,
  id: string,
  step: EndpointStep,
): Promise<{ version: number; waiting: number; failingSince: string } | undefined> {
  if (step.succeeded) {
    await tx.query(
      `update webhook_endpoint set failures_in_a_row = 0, failing_since = null, resting_until = null
       where id = $1 and failures_in_a_row > 0`,
      [id],
    );
    return undefined;
  }
  await tx.query(
    `update webhook_endpoint set failures_in_a_row = failures_in_a_row + 1, failing_since = coalesce(failing_since, now()),
       resting_until = greatest(resting_until, now() + make_interval(secs => $2::double precision / 1000))
     where id = $1`,
    [id, step.restMs ?? 0],
  );
  if (step.disable === undefined) return undefined;
  const [disabled] = await tx.query<{ version: number; waiting: number; failingSince: string }>(
    `update webhook_endpoint as endpoint set status = 'disabled', status_by = null, status_reason = $2,
       version = version + 1, updated_at = now()
     where id = $1 and status = 'active'
     returning version, ${isoTimestamp('failing_since')} as "failingSince",
       (select count(*)::integer from webhook_message where endpoint_id = $1 and status = 'pending') as waiting`,
    [id, step.disable],
  );
  return disabled;
}
