import { etag, idSchema, requireIfMatch } from '@ateneu/service-kit';
import { z } from 'zod';

import { decide, type ReferralCommand } from './referral.decide.ts';
import { referralHasAccompaniment } from './referral.errors.ts';
import type { RouteContext } from './referral.routes.ts';
import { closeSchema, declineSchema, versionSchema } from './referral.schemas.ts';
import type { Change, UpdateContext } from './referral.store.ts';
import type { ExistingReferral } from './referral.ts';

/** The steps that staff take on a referral, in either direction: the table of steps says which belong to them. */
export function handleReferral(context: RouteContext): void {
  const nothing = z.undefined();
  step(
    context,
    'send',
    'Send a drafted referral to its partner',
    nothing,
    (at) =>
      (state, { partner }) =>
        decide({ type: 'send', by: 'ateneu', partnerSuspended: partner.status === 'suspended', at }, state),
  );
  step(
    context,
    'accept',
    'Accept a referral',
    nothing,
    plain((at) => ({ type: 'accept', by: 'ateneu', at })),
  );
  step(
    context,
    'withdraw',
    'Take a referral back',
    nothing,
    plain((at) => ({ type: 'withdraw', by: 'ateneu', at })),
  );
  step(
    context,
    'decline',
    'Decline a referral, with a reason',
    declineSchema,
    (at, { reasonCode, note }) =>
      (state) =>
        decide({ type: 'decline', by: 'ateneu', reason: reasonCode, note, at }, state),
  );
  step(context, 'close', 'Close a referral that led to no accompaniment', closeSchema, (at, { outcome }) => (state) => {
    refuseWithAccompaniment(state);
    return decide({ type: 'close', by: 'ateneu', outcome, at }, state);
  });
}

function plain(command: (at: Date) => ReferralCommand): (at: Date) => Change {
  return (at) => (state) => decide(command(at), state);
}

/** Work on an inbound referral begins with its accompaniment, so one that is under way has one. */
function refuseWithAccompaniment(state: ExistingReferral): void {
  if (state.direction === 'inbound' && state.status === 'in-progress') throw referralHasAccompaniment();
}

function step<Body extends z.ZodType>(
  { app, store, clock }: RouteContext,
  name: string,
  summary: string,
  body: Body,
  change: (at: Date, body: z.output<Body>) => (state: ExistingReferral, context: UpdateContext) => ReturnType<Change>,
): void {
  app.route({
    method: 'POST',
    url: `/v1/staff/referrals/:id/${name}`,
    config: { access: { kind: 'staff', roles: ['technician'] }, ifMatch: true },
    schema: {
      operationId: `${name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())}StaffReferral`,
      tags: ['Referrals'],
      summary,
      description: 'Needs `If-Match`. Asking again for the state it is in changes nothing.',
      params: z.object({ id: idSchema }),
      ...(body instanceof z.ZodUndefined ? {} : { body }),
      response: { 200: versionSchema },
    },
    handler: async (request, reply) => {
      const saved = await store.update(
        request.params.id,
        // A route without a body schema has none to read.
        change(clock.now(), request.body as z.output<Body>),
        { expectedVersion: requireIfMatch(request) },
      );
      void reply.header('etag', etag(saved.version));
      return saved;
    },
  });
}
