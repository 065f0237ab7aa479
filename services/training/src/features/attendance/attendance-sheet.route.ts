import type { LocalizedText } from '@ateneu/kernel';
import { isoTimestamp, recordAudit } from '@ateneu/persistence';
import { findActuacio } from '@ateneu/reference-data';
import { idSchema, languageSchema, preferredLanguage } from '@ateneu/service-kit';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';

import { type Programme, programmeOf } from '../../vocabulary.ts';
import { sessionNotFound } from '../session/index.ts';
import type { AttendanceContext } from './attendance.routes.ts';
import { attendanceSheet, maskedDocument } from './attendance.sheet.ts';

interface SheetRow {
  title: LocalizedText;
  courseTitle: LocalizedText | null;
  startsAt: string;
  endsAt: string;
  venue: string | null;
  programme: Programme;
  courseProgramme: Programme | null;
  people: { id: string; name: string; document: string | null; images: boolean }[];
}

const select = `
  select s.title, c.title as "courseTitle", ${isoTimestamp('s.starts_at')} as "startsAt", ${isoTimestamp('s.ends_at')} as "endsAt",
    s.venue, s.programme, c.programme as "courseProgramme",
    coalesce((select json_agg(json_build_object('id', e.id, 'name', e.name,
        'document', e.profile ->> 'identityDocument', 'images', (e.consents -> 'images' ->> 'given')::boolean)
        order by lower(coalesce(e.surnames, e.name)), lower(e.name), e.id)
      from enrolment e where e.session_id = s.id and e.place is distinct from 'online'
        and e.status in ('confirmed', 'attended', 'absent')), '[]') as people
  from session s left join course c on c.id = s.course_id
  where s.id = $1 and s.published_at is not null`;

/** Staff print the sheet that people sign. */
export function printAttendanceSheet({ app, database, clock }: AttendanceContext): void {
  app.route({
    method: 'GET',
    url: '/v1/staff/sessions/:id/attendance.pdf',
    config: { access: { kind: 'staff', roles: ['technician'] } },
    schema: {
      operationId: 'getAttendanceSheet',
      tags: ['Attendance'],
      summary: 'The attendance sheet of a session, to be signed',
      description:
        'Everybody with a place in the room by surname, with empty lines for whoever walks in. Of a document the last ' +
        'characters alone. Every print is recorded.',
      params: z.object({ id: idSchema }),
      querystring: z.object({ lang: languageSchema.optional() }),
      response: {
        200: {
          description: 'A PDF.',
          content: { 'application/pdf': { schema: z.string().meta({ format: 'binary' }) } },
        },
      },
    },
    handler: async (request, reply) => {
      const { id } = request.params;
      const { rows } = await database.pool.query<SheetRow>({ name: 'attendance-sheet', text: select, values: [id] });
      const [found] = rows;
      if (found === undefined) throw sessionNotFound();
      const { programme: own, courseProgramme, people, ...session } = found;
      const { responsible, justification } = programmeOf(own, courseProgramme ?? {});
      const actuacio =
        justification === undefined ? undefined : findActuacio(justification.call, justification.actuacio);
      const sheet = await attendanceSheet(
        {
          ...session,
          responsible: responsible?.name ?? null,
          actuacio: actuacio === undefined ? null : `${actuacio.code} ${actuacio.name} (${actuacio.call.name})`,
        },
        people.map(({ name, document, images }) => ({
          name,
          identityDocument: maskedDocument(document ?? undefined),
          imagesConsent: images,
        })),
        { language: request.query.lang ?? preferredLanguage(request), at: clock.now() },
      );
      await recordAudit(database, {
        action: 'print-attendance',
        subjectType: 'enrolment',
        subjectId: '*',
        details: { sessionId: id, ids: people.map((person) => person.id) },
      });
      return (reply as FastifyReply)
        .type('application/pdf')
        .header('content-disposition', `inline; filename="assistencia-${id}.pdf"`)
        .send(sheet) as never;
    },
  });
}
