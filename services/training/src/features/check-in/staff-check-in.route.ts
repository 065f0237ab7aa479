import { idSchema } from '@ateneu/service-kit';
import { z } from 'zod';

import { enrolmentStatuses, typedCode } from '../enrolment/index.ts';
import { codeUnknown, otherSession } from './check-in.errors.ts';
import { readByCode } from './check-in.query.ts';
import type { CheckInContext } from './check-in.routes.ts';

const checkedInSchema = z.object({
  enrolmentId: z.uuid(),
  status: z.enum(enrolmentStatuses),
  minutes: z.int().nullable(),
});

/** Staff at the door without a desk’s link: by the code that somebody shows, or by who they are in the list. */
export function staffCheckIn({ app, store, database, clock }: CheckInContext): void {
  app.route({
    method: 'POST',
    url: '/v1/staff/sessions/:id/check-ins',
    config: { access: { kind: 'staff', roles: ['technician'] } },
    schema: {
      operationId: 'checkInByStaff',
      tags: ['Attendance'],
      summary: 'Check somebody in, by their code or as one of the list',
      description: 'From an hour before the start, like a desk. Twice changes nothing. Hyphens and case do not matter.',
      params: z.object({ id: idSchema }),
      body: z.union([z.strictObject({ code: z.string().max(40) }), z.strictObject({ enrolmentId: idSchema })]),
      response: { 200: checkedInSchema },
    },
    handler: async (request) => {
      const { params, body } = request;
      const enrolmentId = 'code' in body ? await ofCode(params.id, body.code) : body.enrolmentId;
      const { id, status, minutes } = await store.checkIn(params.id, enrolmentId, clock.now());
      return { enrolmentId: id, status, minutes };
    },
  });

  const ofCode = async (sessionId: string, code: string): Promise<string> => {
    const found = await readByCode(database, typedCode(code));
    if (found === undefined) throw codeUnknown();
    if (found.sessionId !== sessionId) throw otherSession();
    return found.enrolmentId;
  };
}
