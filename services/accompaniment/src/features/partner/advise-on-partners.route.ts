import { recordAudit } from '@ateneu/persistence';
import { idSchema } from '@ateneu/service-kit';
import { z } from 'zod';

import { readUsage } from './partner-usage.query.ts';
import { partnerNotFound } from './partner.errors.ts';
import type { RouteContext } from './partner.routes.ts';
import { readPartner } from './read-partners.query.ts';
import { suggestPartners } from './suggest-partners.query.ts';

const access = { kind: 'staff', roles: ['technician'] } as const;

const suggestionSchema = z.object({
  id: z.uuid(),
  name: z.string(),
  matches: z
    .array(z.enum(['modality', 'sector', 'neighbourhood']))
    .describe('Which of the needs it names itself; what it does not limit fits, and is not listed.'),
  open: z.int().describe('Referrals that wait for it or are under way with it.'),
  acceptedPercent: z.int().nullable().describe('Of its answers in the last year.'),
  answerDays: z.number().nullable().describe('The median days to its answer in the last year.'),
});

const usageSchema = z.object({
  days: z
    .array(z.object({ day: z.string(), calls: z.int(), refused: z.int() }))
    .describe('Calls of the partner API, and refused keys, of the last 30 days with any; newest first.'),
  lastCallAt: z.iso.datetime().nullable(),
  referrals: z.object({
    inbound: z.int(),
    outbound: z.int(),
    waitingForPartner: z.int(),
    waitingForAteneu: z.int(),
  }),
  broker: z
    .object({ waiting: z.int(), unconfirmed: z.int() })
    .nullable()
    .describe('Events not yet taken, and taken without being acknowledged; null where the broker does not say.'),
});

/** Staff find the partners that take on what a project needs, and see how a partner uses what it was given. */
export function adviseOnPartners({ app, database, broker, clock }: RouteContext): void {
  app.route({
    method: 'GET',
    url: '/v1/staff/partner-suggestions',
    config: { access },
    schema: {
      operationId: 'suggestPartners',
      tags: ['Partners'],
      summary: 'Suggest partners for a project',
      description:
        'Those that are not suspended and take on what is asked for, by what each accepts: first those that name it, ' +
        'then those with less open.',
      querystring: z.object({
        modality: z.enum(['creation', 'consolidation', 'transformation']).optional(),
        sector: z.string().max(60).optional(),
        neighbourhood: z.string().max(10).optional(),
      }),
      response: { 200: z.object({ items: z.array(suggestionSchema) }) },
    },
    handler: async (request) => ({ items: await suggestPartners(database, request.query, clock.now()) }),
  });

  app.route({
    method: 'GET',
    url: '/v1/staff/partners/:id/usage',
    config: { access },
    schema: {
      operationId: 'getPartnerUsage',
      tags: ['Partners'],
      summary: 'See how a partner uses its access',
      description:
        'Its calls by day, refused keys among them, its place in the stream, and its referrals by whose turn.',
      params: z.object({ id: idSchema }),
      response: { 200: usageSchema },
    },
    handler: async (request) => {
      const partner = await readPartner(database, request.params.id);
      if (partner === undefined) throw partnerNotFound();
      await recordAudit(database, { action: 'read-usage', subjectType: 'partner', subjectId: partner.id });
      return readUsage({ database, broker }, partner);
    },
  });
}
