import { recordAudit } from '@ateneu/persistence';
import { type App, safeText } from '@ateneu/service-kit';
import { z } from 'zod';

import type { InitiativeRoutes } from '../initiative/index.ts';
import { searchStaff, staffHitTypes } from './search-staff.query.ts';

/** Staff find what is there in any state. */
export function searchStaffRoute(app: App, { database }: InitiativeRoutes): void {
  app.route({
    method: 'GET',
    url: '/v1/staff/search',
    config: { access: { kind: 'staff', roles: ['technician'] } },
    schema: {
      operationId: 'searchStaff',
      tags: ['Moderation'],
      summary: 'Search initiatives, corrections and good practices in any state',
      description:
        'By words, all of which must be there, unfinished or mistyped as they may be; by a tax id; by the e-mail address ' +
        'of who proposed, answers for or corrected an initiative. The nearest first.',
      querystring: z.object({
        q: safeText({ min: 2, max: 100 }),
        limit: z.coerce.number().int().min(1).max(100).default(30),
      }),
      response: {
        200: z.object({
          items: z.array(
            z.object({
              type: z.enum(staffHitTypes),
              id: z.uuid(),
              label: z.string(),
              within: z.uuid().nullable().describe('The initiative, for a correction.'),
              status: z.string(),
            }),
          ),
        }),
      },
    },
    handler: async (request) => {
      const items = await searchStaff(database, request.query.q, request.query.limit);
      const details = { ids: items.map(({ id }) => id) };
      await recordAudit(database, { action: 'search', subjectType: '*', subjectId: '*', details });
      return { items };
    },
  });
}
