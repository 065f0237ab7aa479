import { etag, idSchema, requireIfMatch } from '@ateneu/service-kit';
import { z } from 'zod';

import { dayOf } from '../../calendar.ts';
import { type AccompanimentCommand, decide } from './accompaniment.decide.ts';
import type { RouteContext } from './accompaniment.routes.ts';
import { abandonSchema, completeSchema, outcomeFrom, versionSchema } from './accompaniment.schemas.ts';

/** The steps of an accompaniment, each one action on it. */
export function conductAccompaniment(context: RouteContext): void {
  const nothing = z.undefined();
  step(context, 'start', 'Start a planned accompaniment', nothing, (at) => ({ type: 'start', at }));
  step(context, 'pause', 'Pause an accompaniment', nothing, (at) => ({ type: 'pause', at }));
  step(context, 'resume', 'Resume a paused accompaniment', nothing, (at) => ({ type: 'resume', at }));
  step(context, 'complete', 'Complete an accompaniment, with its outcome', completeSchema, (at, { outcome }) => ({
    type: 'complete',
    outcome: outcomeFrom(outcome),
    today: dayOf(at),
    at,
  }));
  step(context, 'abandon', 'Abandon an accompaniment, with a reason', abandonSchema, (at, { reasonCode, note }) => ({
    type: 'abandon',
    reason: reasonCode,
    note,
    at,
  }));
}

function step<Body extends z.ZodType>(
  { app, store, clock }: RouteContext,
  name: string,
  summary: string,
  body: Body,
  command: (at: Date, body: z.output<Body>) => AccompanimentCommand,
): void {
  app.route({
    method: 'POST',
    url: `/v1/staff/accompaniments/:id/${name}`,
    config: { access: { kind: 'staff', roles: ['technician'] }, ifMatch: true },
    schema: {
      operationId: `${name}Accompaniment`,
      tags: ['Accompaniments'],
      summary,
      description: 'Needs `If-Match`. Asking again for the state it is in changes nothing. An end closes its referral.',
      params: z.object({ id: idSchema }),
      ...(body instanceof z.ZodUndefined ? {} : { body }),
      response: { 200: versionSchema },
    },
    handler: async (request, reply) => {
      // A route without a body schema has none to read.
      const next = command(clock.now(), request.body as z.output<Body>);
      const saved = await store.update(request.params.id, (state) => decide(next, state), {
        expectedVersion: requireIfMatch(request),
      });
      void reply.header('etag', etag(saved.version));
      return saved;
    },
  });
}
