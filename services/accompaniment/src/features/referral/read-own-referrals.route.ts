import { recordAudit } from '@ateneu/persistence';
import { etag, idSchema, pageOf, pageQuery, withLink } from '@ateneu/service-kit';
import { z } from 'zod';

import { partnerOf } from '../../http.ts';
import { readOwnReferralLines } from './read-referrals.query.ts';
import { decide } from './referral.decide.ts';
import { ReferralEntity, type ReferralRow } from './referral.entity.ts';
import { referralNotFound } from './referral.errors.ts';
import type { RouteContext } from './referral.routes.ts';
import { partnerLineSchema, partnerReferralSchema } from './referral.schemas.ts';
import { referralStatuses } from './referral-transitions.ts';
import { partnerViewOf } from './referral.views.ts';

/** A partner reads its own referrals; another's is as if it were not there. */
export function readOwnReferrals({ app, store, database, clock }: RouteContext): void {
  app.route({
    method: 'GET',
    url: '/v1/partner/referrals',
    config: { access: { kind: 'partner' } },
    schema: {
      operationId: 'listOwnReferrals',
      tags: ['Partner API'],
      summary: 'List your referrals',
      description: 'In both directions, newest first, without personal data.',
      querystring: pageQuery({ defaultSize: 50, maxSize: 200 }).extend({ status: z.enum(referralStatuses).optional() }),
      response: { 200: pageOf(partnerLineSchema) },
    },
    handler: async (request, reply) =>
      withLink(request, reply, await readOwnReferralLines(database, partnerOf(request).id, request.query)),
  });

  const readOwn = async (id: string, partnerId: string): Promise<ReferralRow> => {
    const row = await database.fork().findOne(ReferralEntity, { id, partnerId });
    if (row === null || partnerViewOf(row) === undefined) throw referralNotFound();
    return row;
  };

  app.route({
    method: 'GET',
    url: '/v1/partner/referrals/:id',
    config: { access: { kind: 'partner' } },
    schema: {
      operationId: 'getOwnReferral',
      tags: ['Partner API'],
      summary: 'Read one of your referrals',
      description:
        'What is shown follows its state and the person’s consent. Reading a referral that was sent to you receives it.',
      params: z.object({ id: idSchema }),
      response: { 200: partnerReferralSchema },
    },
    handler: async (request, reply) => {
      const { id } = request.params;
      const partnerId = partnerOf(request).id;
      let row = await readOwn(id, partnerId);
      if (row.direction === 'outbound' && row.status === 'sent') {
        // Somebody may have moved it on since it was read just now; then there is nothing left to receive.
        await store.update(
          id,
          (state) =>
            state.status === 'sent' ? decide({ type: 'receive', by: 'partner', at: clock.now() }, state) : [],
          { ownedBy: partnerId },
        );
        row = await readOwn(id, partnerId);
      }
      const view = partnerViewOf(row);
      if (view === undefined) throw referralNotFound();
      const details = { project: view.project !== null, person: view.person !== null };
      await recordAudit(database, { action: 'read', subjectType: 'referral', subjectId: id, details });
      void reply.header('etag', etag(view.version));
      return view;
    },
  });
}
