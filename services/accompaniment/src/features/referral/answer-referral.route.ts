import { etag, idSchema } from '@ateneu/service-kit';
import { z } from 'zod';

import { partnerOf } from '../../http.ts';
import { decide, type ReferralCommand } from './referral.decide.ts';
import type { RouteContext } from './referral.routes.ts';
import { closeSchema, declineSchema, versionSchema } from './referral.schemas.ts';

/**
 * The steps that a partner takes on its own referrals: answering those it got, and taking back those it made. The table of steps says which belong to it in which direction.
 */
export function answerReferral(context: RouteContext): void {
  const nothing = z.undefined();
  step(context, 'accept', 'Accept a referral', nothing, (at) => ({ type: 'accept', by: 'partner', at }));
  step(context, 'decline', 'Decline a referral, with a reason', declineSchema, (at, { reasonCode, note }) => ({
    type: 'decline',
    by: 'partner',
    reason: reasonCode,
    note,
    at,
  }));
  step(context, 'start', 'Say that work with the project began', nothing, (at) => ({
    type: 'start',
    by: 'partner',
    at,
  }));
  step(context, 'close', 'Close a referral, with its outcome', closeSchema, (at, { outcome }) => ({
    type: 'close',
    by: 'partner',
    outcome,
    at,
  }));
  step(context, 'withdraw', 'Take a referral back', nothing, (at) => ({ type: 'withdraw', by: 'partner', at }));
}

function step<Body extends z.ZodType>(
  { app, store, clock }: RouteContext,
  name: string,
  summary: string,
  body: Body,
  command: (at: Date, body: z.output<Body>) => ReferralCommand,
): void {
  app.route({
    method: 'POST',
    url: `/v1/partner/referrals/:id/${name}`,
    config: { access: { kind: 'partner' } },
    schema: {
      operationId: `${name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())}PartnerReferral`,
      tags: ['Partner API'],
      summary,
      description: 'Asking again for the state it is in changes nothing, so it may be repeated.',
      params: z.object({ id: idSchema }),
      ...(body instanceof z.ZodUndefined ? {} : { body }),
      response: { 200: versionSchema },
    },
    handler: async (request, reply) => {
      const saved = await store.update(
        request.params.id,
        // A route without a body schema has none to read.
        (state) => decide(command(clock.now(), request.body as z.output<Body>), state),
        { ownedBy: partnerOf(request).id },
      );
      void reply.header('etag', etag(saved.version));
      return saved;
    },
  });
}
