import { etag, idSchema, localizedTextSchema, requireIfMatch } from '@ateneu/service-kit';
import { z } from 'zod';

import { decide, type SessionCommand } from './session.decide.ts';
import type { RouteContext } from './session.routes.ts';
import {
  capacitySchema,
  existing,
  onlineCapacitySchema,
  placesFrom,
  rescheduleSchema,
  sessionVersionSchema,
} from './session.schemas.ts';

const nothing = z.strictObject({}).optional();
const cancellation = z.object({
  reason: localizedTextSchema({ max: 500 }).describe('Told to everybody enrolled, word for word.'),
});

/** One action on a session. */
interface Step<Body extends z.ZodType> {
  name: string;
  operationId: string;
  summary: string;
  description: string;
  body: Body;
  command: (body: z.output<Body>, at: Date) => SessionCommand;
}

/** The steps of a session's life, each one action. */
export function moveSession(context: RouteContext): void {
  step(context, {
    name: 'publish',
    operationId: 'publishSession',
    summary: 'Publish a session',
    description: 'It appears in the catalogue and people can enrol.',
    body: nothing,
    command: (_, at) => ({ type: 'publish', at }),
  });
  step(context, {
    name: 'reschedule',
    operationId: 'rescheduleSession',
    summary: 'Move a published session to another date or place',
    description:
      'Everybody who has a place or waits keeps it, is told the reason, and gets a link to keep or cancel. Only before ' +
      'the session begins.',
    body: rescheduleSchema,
    command: ({ reason, ...changes }, at) => ({ type: 'reschedule', changes: defined(changes), reason, at }),
  });
  step(context, {
    name: 'start',
    operationId: 'startSession',
    summary: 'Mark that a session has begun',
    description: 'Nobody can enrol or be promoted any more.',
    body: nothing,
    command: (_, at) => ({ type: 'start', at }),
  });
  step(context, {
    name: 'hold',
    operationId: 'holdSession',
    summary: 'Mark that a session was held',
    description: 'Once it began. Its enrolments are history from then on; certificates and the funder’s sheets follow.',
    body: nothing,
    command: (_, at) => ({ type: 'hold', at }),
  });
  step(context, {
    name: 'cancel',
    operationId: 'cancelSession',
    summary: 'Cancel a session',
    description: 'Every enrolment is cancelled with it, and each person is told the reason.',
    body: cancellation,
    command: ({ reason }, at) => ({ type: 'cancel', reason, at }),
  });
  step(context, {
    name: 'capacity',
    operationId: 'changeCapacity',
    summary: 'Change how many places a session has',
    description: 'More places go to those who wait, in order. Fewer take nobody’s place away.',
    body: z.object({ capacity: capacitySchema, onlineCapacity: onlineCapacitySchema }),
    command: (places, at) => ({ type: 'change-capacity', ...placesFrom(places), at }),
  });
}

/** What was sent, without what was not: that stays as it is. */
function defined<T extends object>(changes: T): { [Key in keyof T]: Exclude<T[Key], undefined> } {
  return Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined)) as {
    [Key in keyof T]: Exclude<T[Key], undefined>;
  };
}

function step<Body extends z.ZodType>({ app, store, clock }: RouteContext, action: Step<Body>): void {
  app.route({
    method: 'POST',
    url: `/v1/staff/sessions/:id/${action.name}`,
    config: { access: { kind: 'staff', roles: ['technician'] }, ifMatch: true },
    schema: {
      operationId: action.operationId,
      tags: ['Sessions'],
      summary: action.summary,
      description: `${action.description} Asking again for what already is changes nothing.`,
      params: z.object({ id: idSchema }),
      body: action.body,
      response: { 200: sessionVersionSchema },
    },
    handler: async (request, reply) => {
      const saved = await store.update(
        request.params.id,
        // The body was validated by the very schema that types it.
        (state) => decide(action.command(request.body as z.output<Body>, clock.now()), state),
        { expectedVersion: requireIfMatch(request) },
      );
      void reply.header('etag', etag(saved.version));
      return existing(saved);
    },
  });
}
