import { newId } from '@ateneu/kernel';
import { etag, idempotency, idSchema, requireIfMatch } from '@ateneu/service-kit';
import { z } from 'zod';

import { decide } from './enrolment.decide.ts';
import type { RouteContext } from './enrolment.routes.ts';
import { participantFrom, personFrom, personSchema, staffEnrolSchema } from './enrolment.schemas.ts';
import { enrolmentStatuses } from './enrolment.ts';
import { placeSchema } from './person.schemas.ts';

const staff = { access: { kind: 'staff', roles: ['technician'] } } as const;
const versionSchema = z.object({ id: z.uuid(), version: z.int(), status: z.enum(enrolmentStatuses) });
const params = z.object({ id: idSchema });

/** Staff enrol somebody by hand, mend what is on record, and move people to another session. */
export function staffEnrolment({ app, store, clock }: RouteContext): void {
  app.route({
    method: 'POST',
    url: '/v1/staff/sessions/:id/enrolments',
    config: { ...staff, idempotent: true },
    schema: {
      operationId: 'enrolByStaff',
      tags: ['Enrolments'],
      summary: 'Enrol somebody by hand',
      description:
        'Also before enrolment opens and after it closed, until the start, and with questions left open. The capacity and ' +
        'the order of the list hold for staff too.',
      params,
      body: staffEnrolSchema,
      response: { 201: versionSchema },
    },
    handler: async (request, reply) => {
      const { body } = request;
      const at = clock.now();
      const participant = participantFrom(body, at);
      const enrol = { type: 'enrol', enrolmentId: newId(), participant, place: body.place, byStaff: true, at } as const;
      const { id, version, status } = await store.enrol(
        request.params.id,
        { email: participant.email, place: body.place, audited: true },
        (desk) => decide(enrol, desk),
        { idempotency: idempotency(request) },
      );
      void reply.code(201).header('etag', etag(version));
      return { id, version, status };
    },
  });

  app.route({
    method: 'PUT',
    url: '/v1/staff/enrolments/:id/person',
    config: { ...staff, ifMatch: true },
    schema: {
      operationId: 'editParticipant',
      tags: ['Enrolments'],
      summary: 'Mend what is on record of a person',
      description:
        'All of it is replaced: names, telephone, what the funder asks, answers. The address and consents stay.',
      params,
      body: personSchema,
      response: { 200: versionSchema },
    },
    handler: async (request, reply) => {
      const { id } = request.params;
      const saved = await store.update(
        id,
        (desk) => {
          const { own } = desk;
          if (own.status === 'none') return [];
          const participant = { ...own.participant, ...personFrom(request.body) };
          return decide({ type: 'change-details', participant, byStaff: true, at: clock.now() }, desk);
        },
        {
          expectedVersion: requireIfMatch(request),
          audit: { action: 'edit', subjectType: 'enrolment', subjectId: id },
        },
      );
      void reply.header('etag', etag(saved.version));
      return { id, version: saved.version, status: saved.status };
    },
  });

  app.route({
    method: 'POST',
    url: '/v1/staff/enrolments/:id/move',
    config: { ...staff, ifMatch: true },
    schema: {
      operationId: 'moveEnrolment',
      tags: ['Enrolments'],
      summary: 'Move somebody to another session',
      description:
        'They get a place there, or a turn at the end of its list, and are told by its confirmation; the place they had ' +
        'goes to whoever is next. What they said and agreed to goes with them.',
      params,
      body: z.object({ sessionId: idSchema, place: placeSchema }),
      response: { 200: versionSchema.describe('The enrolment in the other session.') },
    },
    handler: async (request, reply) => {
      const { sessionId: toSessionId, place } = request.body;
      const expectedVersion = requireIfMatch(request);
      const { id, version, status } = await store.move({
        enrolmentId: request.params.id,
        toSessionId,
        place,
        expectedVersion,
        at: clock.now(),
      });
      void reply.header('etag', etag(version));
      return { id, version, status };
    },
  });
}
