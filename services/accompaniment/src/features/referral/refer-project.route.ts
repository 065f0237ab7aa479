import { newId } from '@ateneu/kernel';
import { etag, idempotency } from '@ateneu/service-kit';

import { dayOf } from '../../calendar.ts';
import { partnerOf } from '../../http.ts';
import { decideAll } from './referral.decide.ts';
import type { RouteContext } from './referral.routes.ts';
import { consentSchema, contentSchema, projectFrom, versionSchema } from './referral.schemas.ts';

/** A partner refers a project to the ateneu, which has it at once: drafted, sent and received in one step. */
export function referProject({ app, store, clock }: RouteContext): void {
  app.route({
    method: 'POST',
    url: '/v1/partner/referrals',
    config: { access: { kind: 'partner' }, idempotent: true },
    schema: {
      operationId: 'referProject',
      tags: ['Partner API'],
      summary: 'Refer a project to the ateneu',
      description: 'Needs the consent of the person. The answer comes as events, and can be read here.',
      body: contentSchema.extend({ consent: consentSchema }),
      response: { 201: versionSchema },
    },
    handler: async (request, reply) => {
      const { consent, project, ...rest } = request.body;
      const at = clock.now();
      const content = {
        ...rest,
        id: newId(),
        direction: 'inbound' as const,
        partnerId: partnerOf(request).id,
        project: projectFrom(project),
      };
      const events = decideAll([
        { type: 'draft', by: 'partner', content, consent, today: dayOf(at), at },
        { type: 'send', by: 'partner', partnerSuspended: false, at },
        { type: 'receive', by: 'ateneu', at },
      ]);
      const saved = await store.create(events, { idempotency: idempotency(request, 'refer-project') });
      return reply
        .code(201)
        .header('etag', etag(saved.version))
        .header('location', `/v1/partner/referrals/${saved.id}`)
        .send(saved);
    },
  });
}
