import { safeText } from '@ateneu/service-kit';
import { z } from 'zod';

import { endpointStatuses, webhookStatuses } from '../delivery/webhook.ts';
import { partnerContracts } from '../subscribers/pass-on-referral-event.subscriber.ts';

/** An endpoint, without its secrets. */
export const webhookEndpointSchema = z
  .object({
    id: z.uuid(),
    version: z.int(),
    partnerId: z.uuid(),
    url: z.string(),
    description: z.string(),
    eventTypes: z.array(z.string()).nullable().describe('The types of event that it gets; null for all.'),
    concurrency: z.int().describe('Messages on their way at the same time; those of one referral never are.'),
    status: z.enum(endpointStatuses).describe('Nothing is sent while it is `paused` or `disabled`; what comes waits.'),
    statusBy: z.string().nullable().describe('Who paused it: `partner` or `staff`.'),
    statusReason: z.string().nullable().describe('Why it was disabled: `gone` or `failing`.'),
    failuresInARow: z.int(),
    failingSince: z.iso.datetime().nullable(),
    restingUntil: z.iso.datetime().nullable().describe('After failures: nothing is tried before this.'),
    previousSecretUntil: z.iso.datetime().nullable().describe('Until then messages bear the older signature too.'),
    createdAt: z.iso.datetime(),
    updatedAt: z.iso.datetime(),
  })
  .meta({ id: 'WebhookEndpoint' });

/** An endpoint in a list. */
export const listedEndpointSchema = webhookEndpointSchema.extend({
  partnerName: z.string(),
  waiting: z.int().describe('Messages that have not arrived yet.'),
});

/** What an endpoint is made from. */
export const newEndpointSchema = z.strictObject({
  url: z
    .url({ protocol: /^https?$/ })
    .max(2_000)
    .describe('Where events are posted. A public address, by `https`.'),
  description: safeText({ min: 0, max: 200 }).default('').describe('For people.'),
  eventTypes: z
    .array(z.enum(partnerContracts.map(({ type }) => type)))
    .min(1)
    .optional()
    .describe('The types of event that it gets. Absent for all, those of tomorrow too.'),
  concurrency: z.int().min(1).max(10).default(4).describe('Messages on their way at the same time.'),
});

/** A signing secret, on the one occasion that it is shown. */
export const secretSchema = z.string().describe('`whsec_…`. Shown this once.');

/** A message in the log of an endpoint. */
export const webhookMessageSchema = z
  .object({
    id: z.uuid(),
    eventId: z.uuid().describe('Also its `webhook-id`.'),
    type: z.string(),
    subject: z.string().describe('The referral.'),
    status: z.enum(webhookStatuses),
    attempts: z.int(),
    occurredAt: z.iso.datetime(),
    dueAt: z.iso.datetime().nullable().describe('When a pending one is tried next.'),
    deliveredAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'WebhookMessage' });

/** One attempt, as it was. */
export const webhookAttemptSchema = z
  .object({
    at: z.iso.datetime(),
    durationMs: z.int(),
    request: z.object({ url: z.string(), headers: z.record(z.string(), z.string()) }),
    response: z
      .object({
        status: z.int(),
        headers: z.record(z.string(), z.string()),
        body: z.string().describe('Its beginning.'),
        truncated: z.boolean(),
      })
      .nullable(),
    error: z.string().nullable(),
  })
  .meta({ id: 'WebhookAttempt' });
