import { recordAudit } from '@ateneu/persistence';
import { idSchema, pageOf, pageQuery, withLink } from '@ateneu/service-kit';
import { z } from 'zod';

import { enrolmentNotFound } from '../enrolment/index.ts';
import { sessionNotFound } from '../session/index.ts';
import { readHistory, readLines, readTotals } from './attendance.query.ts';
import type { AttendanceContext } from './attendance.routes.ts';
import { attendanceLineSchema, attendanceRecordSchema, totalsSchema } from './attendance.schemas.ts';

/** Staff read the list of a session, and what was recorded of one person over time. */
export function readAttendance({ app, database }: AttendanceContext): void {
  app.route({
    method: 'GET',
    url: '/v1/staff/sessions/:id/attendance',
    config: { access: { kind: 'staff', roles: ['technician'] } },
    schema: {
      operationId: 'getAttendance',
      tags: ['Attendance'],
      summary: 'Read the attendance list of a session',
      description:
        'Everybody who has or had a place, in the order they arrived, and the numbers of the whole session. Personal ' +
        'data: every read is recorded.',
      params: z.object({ id: idSchema }),
      querystring: pageQuery({ defaultSize: 100, maxSize: 500 }),
      response: { 200: pageOf(attendanceLineSchema).extend({ totals: totalsSchema }) },
    },
    handler: async (request, reply) => {
      const { params, query } = request;
      const [totals, page] = await Promise.all([
        readTotals(database, params.id),
        readLines(database, params.id, query),
      ]);
      if (totals === undefined) throw sessionNotFound();
      await recordAudit(database, {
        action: 'list-attendance',
        subjectType: 'enrolment',
        subjectId: '*',
        details: { sessionId: params.id, ids: page.items.map((item) => item.enrolmentId) },
      });
      return { ...withLink(request, reply, page), totals };
    },
  });

  app.route({
    method: 'GET',
    url: '/v1/staff/enrolments/:id/attendance',
    config: { access: { kind: 'staff', roles: ['technician'] } },
    schema: {
      operationId: 'getAttendanceHistory',
      tags: ['Attendance'],
      summary: 'Read every record of an enrolment’s attendance',
      description: 'The oldest first: who recorded what and when, and what it was before. Every read is recorded.',
      params: z.object({ id: idSchema }),
      response: { 200: z.object({ items: z.array(attendanceRecordSchema) }) },
    },
    handler: async (request) => {
      const { id } = request.params;
      const items = await readHistory(database, id);
      if (items === undefined) throw enrolmentNotFound();
      await recordAudit(database, { action: 'read-attendance', subjectType: 'enrolment', subjectId: id });
      return { items };
    },
  });
}
