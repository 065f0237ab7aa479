import { currentActor } from '@ateneu/kernel';
import { transact } from '@ateneu/persistence';
import { studyGrades } from '@ateneu/reference-data';
import { idSchema, safeText } from '@ateneu/service-kit';
import { z } from 'zod';

import { lockSession, sessionNotFound } from '../session/index.ts';
import { countsNotForMinors, countsTwice, attendanceNotYetForMinors } from './head-counts.errors.ts';
import type { AttendanceContext } from './attendance.routes.ts';

const grades = studyGrades.map(({ code }) => code) as [string, ...string[]];
const countSchema = z.object({
  school: safeText({ max: 150 }).describe('The name of the school.'),
  grade: z.enum(grades),
  pupils: z.int().min(1).max(1_000),
});
const countsSchema = z.object({ items: z.array(countSchema).max(50) });

/** Staff count the pupils of a session of a school: by head, and never by name. */
export function headCounts({ app, database, clock }: AttendanceContext): void {
  app.route({
    method: 'PUT',
    url: '/v1/staff/sessions/:id/head-counts',
    config: { access: { kind: 'staff', roles: ['technician'] } },
    schema: {
      operationId: 'recordHeadCounts',
      tags: ['Attendance'],
      summary: 'Count the pupils of a session of a school',
      description: 'By school and grade, once it began; replaces what was counted. There is nowhere to put a name.',
      params: z.object({ id: idSchema }),
      body: countsSchema,
      response: { 200: countsSchema },
    },
    handler: async (request) => {
      const { items } = request.body;
      const at = clock.now();
      const keys = items.map(({ school, grade }) => JSON.stringify([school.toLocaleLowerCase('ca'), grade]));
      if (new Set(keys).size < keys.length) throw countsTwice();
      await transact(database, async (tx) => {
        const session = await lockSession(tx, request.params.id);
        if (!session.forMinors) throw countsNotForMinors();
        // Staff may have begun it before its hour; then it has begun.
        const begun = session.status === 'in-progress' || session.status === 'held' || at >= session.startsAt;
        if (session.publishedAt === null || !begun) throw attendanceNotYetForMinors();
        await tx.query('delete from session_head_count where session_id = $1', [session.id]);
        await tx.query(
          `insert into session_head_count (session_id, school, grade, pupils, recorded_at, recorded_by)
           select $1, school, grade, pupils, $5, $6 from unnest($2::text[], $3::text[], $4::int[]) as row (school, grade, pupils)`,
          [
            session.id,
            items.map(({ school }) => school),
            items.map(({ grade }) => grade),
            items.map(({ pupils }) => pupils),
            at,
            currentActor().id,
          ],
        );
      });
      return { items };
    },
  });

  app.route({
    method: 'GET',
    url: '/v1/staff/sessions/:id/head-counts',
    config: { access: { kind: 'staff', roles: ['technician'] } },
    schema: {
      operationId: 'getHeadCounts',
      tags: ['Attendance'],
      summary: 'The pupils of a session of a school, counted',
      description: 'By school and grade.',
      params: z.object({ id: idSchema }),
      response: { 200: countsSchema },
    },
    handler: async (request) => {
      const { rows } = await database.pool.query<z.output<typeof countsSchema>>({
        name: 'head-counts',
        text: `select coalesce((select json_agg(json_build_object('school', school, 'grade', grade, 'pupils', pupils)
                 order by school, grade) from session_head_count where session_id = s.id), '[]') as items
               from session s where s.id = $1`,
        values: [request.params.id],
      });
      if (rows[0] === undefined) throw sessionNotFound();
      return rows[0];
    },
  });
}
