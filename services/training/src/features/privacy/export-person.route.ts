import { type Database, recordAudit } from '@ateneu/persistence';
import { type App, emailKey, emailSchema } from '@ateneu/service-kit';
import { z } from 'zod';

import { readPerson } from './person.query.ts';

const records = z.array(z.record(z.string(), z.unknown()));

/** Coordinators gather what is kept of a person who asks for it. */
export function exportPerson({ app, database }: { app: App; database: Database }): void {
  app.route({
    method: 'POST',
    url: '/v1/staff/privacy/exports',
    config: { access: { kind: 'staff', roles: ['coordinator'] } },
    schema: {
      operationId: 'exportPerson',
      tags: ['Privacy'],
      summary: 'Gather everything that is kept of a person',
      description:
        'By their address, which is not in the address of the request: enrolments with attendance, certificates, rows ' +
        'of kept workbooks of the funder, and who read or changed them. Answers to surveys are nobody’s.',
      body: z.object({ email: emailSchema }),
      response: {
        200: z.object({ enrolments: records, certificates: records, workbooks: records, accesses: records }),
      },
    },
    handler: async (request) => {
      const found = await readPerson(database, emailKey(request.body.email));
      const details = { enrolments: found.enrolments.length, certificates: found.certificates.length };
      await recordAudit(database, { action: 'export', subjectType: 'person', subjectId: '*', details });
      return found;
    },
  });
}
