import { languageSchema } from '@ateneu/service-kit';
import { z } from 'zod';

import { channels, deliveryStatuses } from '../delivery/delivery.ts';
import { topics } from '../delivery/topics.ts';

/** A delivery in the log. */
export const deliverySummarySchema = z.object({
  id: z.uuid(),
  version: z.int(),
  kind: z.string(),
  channel: z.enum(channels),
  eventId: z.uuid().describe('The event that gave rise to it.'),
  eventType: z.string(),
  recipient: z.string(),
  recipientName: z.string(),
  language: languageSchema,
  subject: z.string(),
  status: z.enum(deliveryStatuses),
  attempts: z.int(),
  lastError: z.string().nullable(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
  sentAt: z.iso.datetime().nullable(),
  bouncedAt: z.iso.datetime().nullable().describe('When it came back, after it had been taken.'),
  complainedAt: z.iso.datetime().nullable().describe('When its reader called it unwanted.'),
});

/** A delivery with what the person was told. */
export const deliverySchema = deliverySummarySchema.extend({
  text: z.string(),
  html: z.string(),
  messageId: z.string(),
  topic: z.enum(topics).nullable().describe('What it is about, for one that its reader can do without.'),
  providerResponse: z.string().nullable(),
  correlationId: z.string(),
});
