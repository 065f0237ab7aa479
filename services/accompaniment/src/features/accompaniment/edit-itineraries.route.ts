import { recordChanged, transact } from '@ateneu/persistence';
import { z } from 'zod';

import { staffOf } from '../../http.ts';
import { phaseTwice } from './accompaniment.errors.ts';
import type { RouteContext } from './accompaniment.routes.ts';
import { itinerarySchema, phaseSchema } from './accompaniment.schemas.ts';
import { modalities } from './accompaniment.ts';

const hasTwice = (items: readonly { code: string }[]): boolean =>
  new Set(items.map(({ code }) => code)).size !== items.length;

/** Coordinators publish a new version of an itinerary; accompaniments that run keep the one they began with. */
export function editItineraries({ app, database, clock }: RouteContext): void {
  app.route({
    method: 'POST',
    url: '/v1/staff/itineraries/:modality',
    config: { access: { kind: 'staff', roles: ['coordinator'] } },
    schema: {
      operationId: 'publishItinerary',
      tags: ['Accompaniments'],
      summary: 'Publish a new version of an itinerary',
      description:
        'Its phases in order, each with objectives and tasks. Accompaniments opened from now on follow it; those that ' +
        'run keep the version they have. `basedOn` is the version that was edited: it is refused where there is a newer one.',
      params: z.object({ modality: z.enum(modalities) }),
      body: z.object({ basedOn: z.int().min(1), phases: z.array(phaseSchema).min(1).max(20) }),
      response: { 201: itinerarySchema },
    },
    handler: async (request, reply) => {
      const { modality } = request.params;
      const { basedOn, phases } = request.body;
      if (hasTwice(phases) || phases.some(({ tasks = [] }) => hasTwice(tasks))) throw phaseTwice();
      const { name } = staffOf(request);
      const version = await transact(database, async (tx) => {
        await tx.query(`select pg_advisory_xact_lock(hashtextextended('itinerary:' || $1, 0))`, [modality]);
        const [row] = await tx.query<{ version: number }>(
          `select max(version)::int as version from itinerary_template where modality = $1`,
          [modality],
        );
        const current = row?.version ?? 0;
        if (current !== basedOn) throw recordChanged({ current });
        await tx.query(
          `insert into itinerary_template (modality, version, phases, published_at, published_by)
           values ($1, $2, $3, $4, $5)`,
          [modality, current + 1, JSON.stringify(phases), clock.now(), name],
        );
        const subjectId = `${modality}/${current + 1}`;
        await tx.audit({ action: 'publish', subjectType: 'itinerary', subjectId });
        return current + 1;
      });
      return reply.code(201).send({ modality, version, phases });
    },
  });
}
