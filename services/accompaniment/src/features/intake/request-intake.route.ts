import { newId } from '@ateneu/kernel';
import { idempotency } from '@ateneu/service-kit';

import { decide } from './intake.decide.ts';
import { automaticSubmission } from './intake.errors.ts';
import type { RouteContext } from './intake.routes.ts';
import { projectFrom, requestedSchema, requestSchema } from './intake.schemas.ts';
import { initialIntake } from './intake.ts';

/** Anybody asks the ateneu to accompany a project, without an account. */
export function requestIntake({ app, store, clock, requestsPerMinute }: RouteContext): void {
  app.route({
    method: 'POST',
    url: '/v1/intake-requests',
    config: {
      access: { kind: 'public' },
      idempotent: true,
      rateLimit: { max: requestsPerMinute, timeWindow: '1 minute' },
    },
    schema: {
      operationId: 'requestIntake',
      tags: ['Intake'],
      summary: 'Ask for accompaniment',
      description:
        'In one of the three modalities, or without knowing which. The person gets an e-mail with a link to confirm the ' +
        'request; the ateneu works on it from then on, and forgets one that is not confirmed.',
      body: requestSchema,
      response: { 201: requestedSchema },
    },
    handler: async (request, reply) => {
      const { modality, project, person, consent, homepage } = request.body;
      if ((homepage ?? '') !== '') throw automaticSubmission();
      const content = {
        id: newId(),
        modality,
        project: projectFrom(project),
        person,
        textVersion: consent.textVersion,
      };
      const events = decide({ type: 'request', content, at: clock.now() }, initialIntake);
      const { id } = await store.create(events, { idempotency: idempotency(request, 'request-intake') });
      void reply.code(201);
      return { id, status: 'received' as const, confirmation: 'sent' as const };
    },
  });
}
