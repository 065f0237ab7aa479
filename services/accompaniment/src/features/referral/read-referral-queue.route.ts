import { recordAudit } from '@ateneu/persistence';
import { etag, idSchema, pageOf, pageQuery, withLink } from '@ateneu/service-kit';
import { z } from 'zod';

import { PartnerEntity } from '../partner/index.ts';
import { readReferralChain, readReferralHistory, readReferralLines } from './read-referrals.query.ts';
import { ReferralEntity } from './referral.entity.ts';
import { referralNotFound } from './referral.errors.ts';
import type { RouteContext } from './referral.routes.ts';
import { staffLineSchema, staffReferralSchema } from './referral.schemas.ts';
import { directions, referralStatuses } from './referral-transitions.ts';
import { staffViewOf } from './referral.views.ts';

const query = pageQuery({ defaultSize: 50, maxSize: 200 }).extend({
  status: z.enum(referralStatuses).optional(),
  direction: z.enum(directions).optional(),
  partnerId: idSchema.optional(),
  projectId: idSchema.optional().describe('Those that the project came from, and those that it was referred by.'),
});

/** Staff see what waits, the oldest first, and read one whole. */
export function readReferralQueue({ app, database, clock }: RouteContext): void {
  app.route({
    method: 'GET',
    url: '/v1/staff/referrals',
    config: { access: { kind: 'staff', roles: ['technician'] } },
    schema: {
      operationId: 'listReferrals',
      tags: ['Referrals'],
      summary: 'List referrals',
      description: 'Oldest first, with their age; `status=received&direction=inbound` is what waits for an answer.',
      querystring: query,
      response: { 200: pageOf(staffLineSchema) },
    },
    handler: async (request, reply) => {
      const found = await readReferralLines(database, request.query, clock.now());
      await recordAudit(database, {
        action: 'list',
        subjectType: 'referral',
        subjectId: '*',
        details: { ids: found.items.map((item) => item.id) },
      });
      return withLink(request, reply, found);
    },
  });

  app.route({
    method: 'GET',
    url: '/v1/staff/referrals/:id',
    config: { access: { kind: 'staff', roles: ['technician'] } },
    schema: {
      operationId: 'getReferral',
      tags: ['Referrals'],
      summary: 'Read a referral',
      description: 'With its history. The `ETag` is its version, for `If-Match` on what follows.',
      params: z.object({ id: idSchema }),
      response: { 200: staffReferralSchema },
    },
    handler: async (request, reply) => {
      const em = database.fork();
      const row = await em.findOne(ReferralEntity, { id: request.params.id });
      if (row === null) throw referralNotFound();
      const { id, name } = await em.findOneOrFail(PartnerEntity, { id: row.partnerId });
      await recordAudit(database, { action: 'read', subjectType: 'referral', subjectId: row.id });
      void reply.header('etag', etag(row.version));
      const [chain, history] = await Promise.all([
        readReferralChain(database, row.chainId),
        readReferralHistory(database, row.id),
      ]);
      return { ...staffViewOf(row), partner: { id, name }, chain, history };
    },
  });
}
