import { idSchema } from '@ateneu/service-kit';
import { z } from 'zod';

import { sessionNotFound } from '../session/index.ts';
import { readTotals } from './attendance.query.ts';
import type { AttendanceContext } from './attendance.routes.ts';
import { attendanceVersionSchema, minutesSchema, totalsSchema } from './attendance.schemas.ts';

const markSchema = z.object({
  enrolmentId: idSchema,
  version: z.int().min(1).describe('The version that the list showed.'),
  present: z.boolean(),
  minutes: minutesSchema,
});

/** Staff record who was there and who was not, or correct it. */
export function recordAttendance({ app, store, database, clock }: AttendanceContext): void {
  app.route({
    method: 'POST',
    url: '/v1/staff/sessions/:id/attendance',
    config: { access: { kind: 'staff', roles: ['technician'] } },
    schema: {
      operationId: 'recordAttendance',
      tags: ['Attendance'],
      summary: 'Record the attendance of a session',
      description:
        'From the start on, for people who have a place; all marks or none. Marking again corrects, and the history keeps ' +
        'what it was. A mark that says what already is changes nothing; one made over another’s change is refused (412).',
      params: z.object({ id: idSchema }),
      body: z.object({ marks: z.array(markSchema).min(1).max(500) }),
      response: { 200: z.object({ recorded: z.array(attendanceVersionSchema), totals: totalsSchema }) },
    },
    handler: async (request) => {
      const { id } = request.params;
      const recorded = await store.record(id, request.body.marks, clock.now());
      const totals = await readTotals(database, id);
      if (totals === undefined) throw sessionNotFound();
      return { recorded, totals };
    },
  });
}
