import type { LocalizedText } from '@ateneu/kernel';
import { isoTimestamp, recordAudit } from '@ateneu/persistence';
import { idSchema, isoDateTimeSchema, localizedTextSchema } from '@ateneu/service-kit';
import { z } from 'zod';

import { courseNotFound } from '../session/index.ts';
import type { AttendanceContext } from './attendance.routes.ts';

const courseAttendanceSchema = z.object({
  sessions: z
    .array(
      z.object({
        id: z.uuid(),
        title: localizedTextSchema({ max: 150 }),
        startsAt: isoDateTimeSchema,
        minutes: z.int().describe('How long it lasts.'),
      }),
    )
    .describe('Those that were not cancelled, by their date.'),
  people: z.array(
    z.object({
      name: z.string(),
      email: z.string(),
      minutes: z.int().describe('Attended in all.'),
      percent: z.int().describe('Of the time of all sessions, rounded down.'),
      sessions: z
        .array(z.object({ id: z.uuid(), status: z.string(), minutes: z.int() }))
        .describe('Those the person had a place in.'),
    }),
  ),
});
type CourseAttendance = z.output<typeof courseAttendanceSchema>;
interface Row {
  sessions: { id: string; title: LocalizedText; startsAt: string; minutes: number }[];
  people: Omit<CourseAttendance['people'][number], 'percent'>[];
}

const select = `
  with held as (
    select id, title, starts_at, ceil(extract(epoch from ends_at - starts_at) / 60)::int as minutes
    from session where course_id = $1 and status <> 'cancelled' and published_at is not null
  ), person as (
    select e.email_normalised, (array_agg(e.name order by e.enrolled_at desc))[1] as name,
      (array_agg(e.email order by e.enrolled_at desc))[1] as email,
      coalesce(sum(e.minutes_attended), 0)::int as minutes,
      json_agg(json_build_object('id', e.session_id, 'status', e.status, 'minutes', coalesce(e.minutes_attended, 0))
        order by h.starts_at) as sessions
    from enrolment e join held h on h.id = e.session_id
    where e.status in ('confirmed', 'attended', 'absent')
    group by e.email_normalised
  )
  select
    coalesce((select json_agg(json_build_object('id', id, 'title', title, 'startsAt', ${isoTimestamp('starts_at')},
      'minutes', minutes) order by starts_at, id) from held), '[]') as sessions,
    coalesce((select json_agg(json_build_object('name', name, 'email', email, 'minutes', minutes, 'sessions', sessions)
      order by lower(name), email_normalised) from person), '[]') as people
  from course where id = $1`;

/** Staff see who attended how much of a course. */
export function readCourseAttendance({ app, database }: AttendanceContext): void {
  app.route({
    method: 'GET',
    url: '/v1/staff/courses/:id/attendance',
    config: { access: { kind: 'staff', roles: ['technician'] } },
    schema: {
      operationId: 'getCourseAttendance',
      tags: ['Attendance'],
      summary: 'Who attended how much of a course',
      description: 'Each person with the time of each session and in all. Personal data: every read is recorded.',
      params: z.object({ id: idSchema }),
      response: { 200: courseAttendanceSchema },
    },
    handler: async (request) => {
      const { id } = request.params;
      const { rows } = await database.pool.query<Row>({ name: 'course-attendance', text: select, values: [id] });
      const [found] = rows;
      if (found === undefined) throw courseNotFound();
      await recordAudit(database, { action: 'list-attendance', subjectType: 'course', subjectId: id });
      const all = found.sessions.reduce((sum, { minutes }) => sum + minutes, 0);
      const people = found.people.map((person) => ({
        ...person,
        percent: all === 0 ? 0 : Math.floor((person.minutes * 100) / all),
      }));
      return { sessions: found.sessions, people };
    },
  });
}
