import { type Database, recordAudit } from '@ateneu/persistence';
import { type App, emailKey, emailSchema } from '@ateneu/service-kit';
import { z } from 'zod';

import { readPerson } from './person.query.ts';

const records = z.array(z.record(z.string(), z.unknown()));

/** Coordinators gather what is kept of a person who asks for it. */
export function exportPerson(app: App, { database }: { database: Database }): void {
  app.route({
    method: 'POST',
    url: '/v1/staff/privacy/exports',
    config: { access: { kind: 'staff', roles: ['coordinator'] } },
    schema: {
      operationId: 'exportPerson',
      tags: ['Privacy'],
      summary: 'Gather everything that is kept of a person',
      description:
        'By their address, which is not in the address of the request: what they proposed and corrected, initiatives whose ' +
        'contact they are, subscriptions, and who read or changed any of it.',
      body: z.object({ email: emailSchema }),
      response: {
        200: z.object({
          proposed: records,
          contactOf: records,
          corrected: records,
          submissions: records,
          subscriptions: records,
          asked: records,
          accesses: records,
        }),
      },
    },
    handler: async (request) => {
      const found = await readPerson(database, emailKey(request.body.email));
      const counts = Object.entries(found).map(([name, items]) => [name, (items as unknown[]).length] as const);
      const details = Object.fromEntries(counts);
      await recordAudit(database, { action: 'export', subjectType: 'person', subjectId: '*', details });
      return found;
    },
  });
}
