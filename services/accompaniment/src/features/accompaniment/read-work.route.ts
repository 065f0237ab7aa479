import { recordAudit } from '@ateneu/persistence';
import { idSchema } from '@ateneu/service-kit';
import { z } from 'zod';

import type { RouteContext } from './accompaniment.routes.ts';
import { readHours, readTimeline } from './read-work.query.ts';

const access = { kind: 'staff', roles: ['technician'] } as const;

/** Staff read what happened around an accompaniment, and how many hours went where. */
export function readWork({ app, database }: RouteContext): void {
  app.route({
    method: 'GET',
    url: '/v1/staff/accompaniments/:id/timeline',
    config: { access },
    schema: {
      operationId: 'getTimeline',
      tags: ['Accompaniments'],
      summary: 'Read everything that happened around an accompaniment',
      description: 'Newest first: its own steps, its referral’s, its project’s documents, tasks done. At most 500.',
      params: z.object({ id: idSchema }),
      response: {
        200: z.object({
          items: z.array(
            z.object({
              at: z.iso.datetime(),
              kind: z.enum(['accompaniment', 'referral', 'document', 'task', 'session']),
              event: z.string(),
              actor: z.string().nullable(),
              details: z.record(z.string(), z.unknown()).nullable(),
            }),
          ),
        }),
      },
    },
    handler: async (request) => {
      const { id } = request.params;
      await recordAudit(database, { action: 'read-timeline', subjectType: 'accompaniment', subjectId: id });
      return { items: await readTimeline(database, id) };
    },
  });

  app.route({
    method: 'GET',
    url: '/v1/staff/hours',
    config: { access },
    schema: {
      operationId: 'listHours',
      tags: ['Accompaniments'],
      summary: 'Sum the hours of consultancy',
      description: 'By technician or by project, of the sessions held from one day to another, both within.',
      querystring: z.object({
        by: z.enum(['technician', 'project']),
        from: z.iso.date().optional(),
        to: z.iso.date().optional(),
      }),
      response: {
        200: z.object({
          items: z.array(
            z.object({
              id: z.string(),
              name: z.string(),
              sessions: z.int(),
              minutes: z.int(),
              accompaniments: z.int(),
            }),
          ),
        }),
      },
    },
    handler: async (request) => ({ items: await readHours(database, request.query.by, request.query) }),
  });
}
