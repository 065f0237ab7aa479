import { localize } from '@ateneu/kernel';
import { recordAudit } from '@ateneu/persistence';
import { idSchema, isoDateTimeSchema, preferredLanguage } from '@ateneu/service-kit';
import { z } from 'zod';

import { attendancePlaces } from '../../vocabulary.ts';
import { enrolmentNotFound } from './enrolment.errors.ts';
import type { RouteContext } from './enrolment.routes.ts';
import { enrolmentStatuses } from './enrolment.ts';
import { readExplanation } from './explanation.query.ts';
import { explanationReasons, explanationSentences, reasonOf } from './explanation.ts';

const explanationSchema = z.object({
  status: z.enum(enrolmentStatuses),
  reason: z.enum(explanationReasons),
  sentence: z.string().describe('The reason in the language of the caller.'),
  ahead: z.int().describe('Who waits and came before.'),
  offerExpiresAt: isoDateTimeSchema.nullable(),
  places: z.object({
    pool: z.enum(attendancePlaces).nullable().describe('Where places in the room and online are counted apart.'),
    capacity: z.int(),
    held: z.int().describe('By somebody who has one, or to whom one is offered.'),
    offered: z.int(),
    waiting: z.int(),
  }),
  history: z
    .array(
      z.object({
        type: z.string(),
        at: isoDateTimeSchema,
        by: z.object({ kind: z.string(), id: z.string(), name: z.string().nullable() }),
        detail: z.record(z.string(), z.unknown()).nullable(),
      }),
    )
    .describe('What became of it, the oldest first.'),
});

/** Staff see why somebody was promoted or was not. */
export function explainEnrolment({ app, database, clock }: RouteContext): void {
  app.route({
    method: 'GET',
    url: '/v1/staff/enrolments/:id/explanation',
    config: { access: { kind: 'staff', roles: ['technician'] } },
    schema: {
      operationId: 'explainEnrolment',
      tags: ['Enrolments'],
      summary: 'Why an enrolment stands as it does',
      description:
        'Why somebody was promoted or was not, and everything that became of the enrolment. Every read is recorded.',
      params: z.object({ id: idSchema }),
      response: { 200: explanationSchema },
    },
    handler: async (request) => {
      const { id } = request.params;
      const found = await readExplanation(database, id);
      if (found === undefined) throw enrolmentNotFound();
      await recordAudit(database, { action: 'explain', subjectType: 'enrolment', subjectId: id });
      const { status, ahead, offerExpiresAt, history, pool, capacity, held, offered, waiting } = found;
      const reason = reasonOf(found, clock.now());
      const sentence = localize(explanationSentences[reason], preferredLanguage(request)).text;
      return {
        status,
        reason,
        sentence,
        ahead,
        offerExpiresAt,
        places: { pool, capacity, held, offered, waiting },
        history,
      };
    },
  });
}
