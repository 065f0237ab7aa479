import { z } from 'zod';

/** What the envelope of one contract is made of. */
export interface EnvelopeParts {
  type: string;
  source: string;
  data: z.ZodObject;
}

/** The CloudEvents 1.0 envelope around the data of one contract, in structured JSON. */
export function envelopeSchemaOf({ type, source, data }: EnvelopeParts) {
  return z.object({
    specversion: z.literal('1.0').describe('The version of CloudEvents.'),
    id: z.uuid().describe('Identifies the event: a repeated delivery has the same.'),
    type: z.literal(type).describe('Names the contract and its version.'),
    source: z.literal(source).describe('The service that published it.'),
    subject: z.string().min(1).describe('The id of the aggregate it happened to.'),
    time: z.iso.datetime().describe('When it happened, ISO 8601 in UTC.'),
    datacontenttype: z.literal('application/json').describe('The media type of `data`.'),
    sequence: z
      .int()
      .min(1)
      .describe('The version of the aggregate after the event: the order of the events of one subject.'),
    correlationid: z.string().min(1).describe('The same for everything that followed from one outside cause.'),
    causationid: z.string().min(1).optional().describe('The id of the event that this one followed from.'),
    traceparent: z.string().optional().describe('W3C trace context.'),
    data,
  });
}
