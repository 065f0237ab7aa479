import { etag, idSchema, requireIfMatch } from '@ateneu/service-kit';
import { z } from 'zod';

import { partnerOf } from '../../http.ts';
import type { RouteContext } from './referral.routes.ts';
import { versionSchema } from './referral.schemas.ts';

/** Either side notes that the person took their consent back. Whoever else holds the project by a rerouting hears it too. */
export function withdrawConsent({ app, rerouting, clock }: RouteContext): void {
  const params = z.object({ id: idSchema });
  const response = { 200: versionSchema };

  app.route({
    method: 'POST',
    url: '/v1/partner/referrals/:id/withdraw-consent',
    config: { access: { kind: 'partner' } },
    schema: {
      operationId: 'withdrawConsentPartnerReferral',
      tags: ['Partner API'],
      summary: 'Say that the person took their consent back',
      description: 'Asking again for the state it is in changes nothing, so it may be repeated.',
      params,
      response,
    },
    handler: async (request, reply) => {
      const options = { ownedBy: partnerOf(request).id };
      const saved = await rerouting.withdrawConsent(request.params.id, 'partner', clock.now(), options);
      void reply.header('etag', etag(saved.version));
      return saved;
    },
  });

  app.route({
    method: 'POST',
    url: '/v1/staff/referrals/:id/withdraw-consent',
    config: { access: { kind: 'staff', roles: ['technician'] }, ifMatch: true },
    schema: {
      operationId: 'withdrawConsentStaffReferral',
      tags: ['Referrals'],
      summary: 'Note that the person took their consent back',
      description: 'For every referral of its chain. Needs `If-Match`. Asking again changes nothing.',
      params,
      response,
    },
    handler: async (request, reply) => {
      const options = { expectedVersion: requireIfMatch(request) };
      const saved = await rerouting.withdrawConsent(request.params.id, 'ateneu', clock.now(), options);
      void reply.header('etag', etag(saved.version));
      return saved;
    },
  });
}
