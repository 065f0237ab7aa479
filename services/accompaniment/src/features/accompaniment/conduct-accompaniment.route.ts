import { newId } from '@ateneu/kernel';
import { findActuacio, funderCalls } from '@ateneu/reference-data';
import { etag, idSchema, personNameSchema, requireIfMatch, safeText } from '@ateneu/service-kit';
import { z } from 'zod';

import { dayOf } from '../../calendar.ts';
import { staffOf } from '../../http.ts';
import { type AccompanimentCommand, decide } from './accompaniment.decide.ts';
import { accompanimentCodeUnknown } from './accompaniment.errors.ts';
import type { RouteContext } from './accompaniment.routes.ts';
import {
  abandonSchema,
  completeSchema,
  diagnosisSchema,
  outcomeFrom,
  outcomeSchema,
  versionSchema,
} from './accompaniment.schemas.ts';
import type { Technician } from './accompaniment.ts';

const reasonSchema = z.object({ reason: safeText({ min: 1, max: 2_000, multiline: true }) });
const technicianSchema = z.object({ id: safeText({ min: 1, max: 100 }), name: personNameSchema });
const correctionSchema = z.object({
  outcome: outcomeSchema,
  why: safeText({ min: 1, max: 2_000, multiline: true }).describe('Kept in the history with the outcome before.'),
});
const nothing = z.undefined();

/** The steps of an accompaniment, each one action on it. */
export function conductAccompaniment(context: RouteContext): void {
  step(context, 'start', 'Start a planned accompaniment', nothing, ({ at }) => ({ type: 'start', at }));
  step(context, 'pause', 'Pause an accompaniment', nothing, ({ at }) => ({ type: 'pause', at }));
  step(context, 'resume', 'Resume a paused accompaniment', nothing, ({ at }) => ({ type: 'resume', at }));
  step(context, 'complete', 'Complete an accompaniment, with its outcome', completeSchema, ({ at, body }) => ({
    type: 'complete',
    outcome: outcomeFrom(body.outcome),
    today: dayOf(at),
    at,
  }));
  step(context, 'abandon', 'Abandon an accompaniment, with a reason', abandonSchema, ({ at, body }) => ({
    type: 'abandon',
    reason: body.reasonCode,
    note: body.note,
    at,
  }));
  step(context, 'reopen', 'Go on with one that had ended, with a reason', reasonSchema, ({ at, body }) => ({
    type: 'reopen',
    reason: body.reason,
    at,
  }));
  step(context, 'assign', 'Hand it to a technician', z.object({ technician: technicianSchema }), ({ at, body }) => ({
    type: 'assign',
    technician: body.technician,
    at,
  }));
  step(
    context,
    'diagnose',
    'Note a diagnosis, before the work or after it',
    diagnosisSchema,
    ({ at, body, staff }) => ({
      type: 'diagnose',
      diagnosis: { ...body, id: newId(), by: staff },
      today: dayOf(at),
      at,
    }),
  );
  step(context, 'correct-outcome', 'Correct the outcome, saying why', correctionSchema, ({ at, body }) => ({
    type: 'correct-outcome',
    outcome: outcomeFrom(body.outcome),
    why: body.why,
    today: dayOf(at),
    at,
  }));
  step(
    context,
    'classify',
    'Say which of the funder’s actions it is',
    z.object({ actuacio: z.string().max(10) }),
    (input) => ({
      type: 'classify',
      actuacio: knownActuacio(input.body.actuacio),
      at: input.at,
    }),
  );
  phaseStep(context, 'complete', 'complete-phase', 'Complete a phase of its itinerary');
  phaseStep(context, 'reopen', 'reopen-phase', 'Take the completion of a phase back');
}

/** Accompaniments are justified under the third servei of a call. */
function knownActuacio(code: string): string {
  const known = funderCalls.some((call) => findActuacio(call.code, code)?.servei.code === '3');
  if (!known) throw accompanimentCodeUnknown({ field: 'actuacio', value: code });
  return code;
}

interface StepInput<Body> {
  at: Date;
  body: Body;
  staff: Technician;
}

const access = { kind: 'staff', roles: ['technician'] } as const;

function step<Body extends z.ZodType>(
  { app, store, clock }: RouteContext,
  name: string,
  summary: string,
  body: Body,
  command: (input: StepInput<z.output<Body>>) => AccompanimentCommand,
): void {
  app.route({
    method: 'POST',
    url: `/v1/staff/accompaniments/:id/${name}`,
    config: { access, ifMatch: true },
    schema: {
      operationId: `${name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())}Accompaniment`,
      tags: ['Accompaniments'],
      summary,
      description: 'Needs `If-Match`. Asking again for the state it is in changes nothing. An end closes its referral.',
      params: z.object({ id: idSchema }),
      ...(body instanceof z.ZodUndefined ? {} : { body }),
      response: { 200: versionSchema },
    },
    handler: async (request, reply) => {
      // A route without a body schema has none to read.
      const input = { at: clock.now(), body: request.body as z.output<Body>, staff: staffOf(request) };
      const next = command(input);
      const saved = await store.update(request.params.id, (state) => decide(next, state), {
        expectedVersion: requireIfMatch(request),
      });
      void reply.header('etag', etag(saved.version));
      return saved;
    },
  });
}

function phaseStep(
  { app, store, clock }: RouteContext,
  name: string,
  type: 'complete-phase' | 'reopen-phase',
  summary: string,
): void {
  app.route({
    method: 'POST',
    url: `/v1/staff/accompaniments/:id/phases/:phase/${name}`,
    config: { access, ifMatch: true },
    schema: {
      operationId: `${name}Phase`,
      tags: ['Accompaniments'],
      summary,
      description: 'By its code in the version that the accompaniment follows. Needs `If-Match`.',
      params: z.object({ id: idSchema, phase: z.string().max(40) }),
      response: { 200: versionSchema },
    },
    handler: async (request, reply) => {
      const { id, phase } = request.params;
      const at = clock.now();
      const saved = await store.update(id, (state, { phases }) => decide({ type, phase, phases, at }, state), {
        expectedVersion: requireIfMatch(request),
      });
      void reply.header('etag', etag(saved.version));
      return saved;
    },
  });
}
