import type { Clock } from '@ateneu/kernel';
import { transact } from '@ateneu/persistence';
import { kitErrors } from '@ateneu/service-kit';
import type { FastifyRequest } from 'fastify';
import { Webhook } from 'standardwebhooks';
import { z } from 'zod';

import { knownFeedback, type MailReport, readMailReport, saysAddressIsDead } from '../channels/mail-report.ts';
import { withoutAddresses } from '../channels/smtp-outcome.ts';
import { mailReportsUnreadable } from '../delivery/delivery.errors.ts';
import { recordReport } from '../delivery/mail-reports.store.ts';
import type { RouteContext } from './route-context.ts';

/** What the routes for reports need besides. */
export interface MailReportOptions {
  /** The secret they are signed with, `whsec_…`; without it nobody's reports are taken. */
  secret: string | undefined;
  clock: Clock;
}

const eventsSchema = z.object({
  events: z
    .array(
      z.object({
        type: z.enum(['bounce', 'complaint']),
        messageId: z.string().max(300).optional(),
        recipient: z.string().max(300).optional(),
        reason: z.string().max(2_000).default(''),
        permanent: z.boolean().optional(),
        feedback: z.string().max(60).default('abuse'),
      }),
    )
    .max(500),
});
const tags = ['Reports'];
const response = { 200: z.object({ recorded: z.int().describe('Those that were news about a message of ours.') }) };

/** Mail servers and providers say what became of messages after they were taken. */
export function mailReportRoutes({ app, database }: RouteContext, { secret, clock }: MailReportOptions): void {
  const verified = (request: FastifyRequest): Buffer => {
    const body = request.body as Buffer;
    if (secret === undefined) throw kitErrors.credentialsInvalid();
    try {
      const header = (name: string): string => String(request.headers[name] ?? '');
      new Webhook(secret).verify(
        body,
        {
          'webhook-id': header('webhook-id'),
          'webhook-timestamp': header('webhook-timestamp'),
          'webhook-signature': header('webhook-signature'),
        },
        { jsonParse: false },
      );
    } catch (cause) {
      throw kitErrors.credentialsInvalid({ cause });
    }
    return body;
  };
  const record = async (reports: readonly MailReport[], trusted: boolean): Promise<{ recorded: number }> => {
    let recorded = 0;
    for (const report of reports) {
      const isNews = await transact(database, (tx) => recordReport(tx, report, { now: clock.now(), trusted }));
      if (isNews) recorded += 1;
    }
    return { recorded };
  };

  void app.register(async (scope) => {
    // The signature is of the very bytes.
    scope.removeContentTypeParser('application/json');
    for (const type of ['application/json', 'message/rfc822']) {
      scope.addContentTypeParser(type, { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
    }

    scope.route({
      method: 'POST',
      url: '/v1/inbound/mail-events',
      config: { access: { kind: 'public' } },
      schema: {
        operationId: 'takeMailEvents',
        tags,
        summary: 'Take a provider’s bounces and complaints',
        description:
          'JSON, signed as [Standard Webhooks](https://www.standardwebhooks.com) has it: `{ "events": [{ "type": "bounce" | ' +
          '"complaint", "messageId", "recipient", "permanent", "reason", "feedback" }] }`. Repeats change nothing.',
        response,
      },
      handler: async (request) => {
        const read = eventsSchema.safeParse(jsonOf(verified(request)));
        if (!read.success) throw mailReportsUnreadable({}, { cause: read.error });
        const reports = read.data.events.map(({ type, reason, permanent, feedback, ...names }): MailReport => {
          const about = { messageId: names.messageId, recipient: names.recipient };
          if (type === 'complaint') return { kind: 'complaint', ...about, feedback: knownFeedback(feedback) };
          return {
            kind: 'bounce',
            ...about,
            permanent: permanent ?? saysAddressIsDead(reason),
            reason: withoutAddresses(reason).slice(0, 300),
          };
        });
        return record(reports, true);
      },
    });

    scope.route({
      method: 'POST',
      url: '/v1/inbound/mail-reports',
      bodyLimit: 1024 * 1024,
      config: { access: { kind: 'public' } },
      schema: {
        operationId: 'takeMailReport',
        tags,
        summary: 'Take a report that came by mail',
        description:
          'A delivery status notification (RFC 3464) or a feedback report (RFC 5965) as `message/rfc822`, signed the same ' +
          'way by the mail server that hands it over. It counts only if it returns the Message-ID of a message of ours.',
        response,
      },
      handler: async (request) => record(await readMailReport(verified(request)), false),
    });
  });
}

function jsonOf(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return undefined;
  }
}
