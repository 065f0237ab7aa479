import { newId } from '@ateneu/kernel';
import { etag, idSchema, requireIfMatch } from '@ateneu/service-kit';
import { z } from 'zod';

import { dayOf } from '../../calendar.ts';
import { staffOf } from '../../http.ts';
import { readPartnerStanding } from '../partner/index.ts';
import { createProject } from '../project/index.ts';
import { decideAllReferral, type ReferralStore } from '../referral/index.ts';
import { decide } from './intake.decide.ts';
import { modalityMissing } from './intake.errors.ts';
import type { RouteContext } from './intake.routes.ts';
import { acceptSchema, declineSchema, meetingSchema, referSchema, versionSchema } from './intake.schemas.ts';
import type { IntakeStore } from './intake.store.ts';
import type { ExistingIntake, Modality } from './intake.ts';

interface StepInput<Body> {
  at: Date;
  body: Body;
  staff: { id: string; name: string };
}

type StepChange = { change: Parameters<IntakeStore['update']>[1] } & Pick<
  NonNullable<Parameters<IntakeStore['update']>[2]>,
  'alongside'
>;

/** The steps that staff take on a request. The table of steps says which may be taken when. */
export function handleIntake(context: RouteContext): void {
  step(context, 'acknowledge', 'Tell the person that the request is being looked at', z.undefined(), ({ at }) => ({
    change: (state) => decide({ type: 'acknowledge', at }, state),
  }));
  step(context, 'set-meeting', 'Set the first meeting, or another date for it', meetingSchema, (input) => {
    const { startsAt, place, technician = input.staff } = input.body;
    const meeting = { startsAt: new Date(startsAt), place, technician };
    return { change: (state) => decide({ type: 'set-meeting', meeting, at: input.at }, state) };
  });
  step(context, 'accept', 'Accept a request, which opens a project', acceptSchema, ({ at, body }) => {
    const projectId = newId();
    return {
      change: (state) => decide({ type: 'accept', projectId, modality: body.modality, at }, state),
      alongside: (tx, { project, person }) => createProject(tx, { ...project, contact: person }, at, projectId),
    };
  });
  step(context, 'decline', 'Decline a request, with a reason', declineSchema, ({ at, body }) => ({
    change: (state) => decide({ type: 'decline', reason: body.reasonCode, note: body.note, at }, state),
  }));
  step(context, 'refer', 'Refer the person to a partner', referSchema, (input) => refer(context.referrals, input));
}

/** The referral that a request leads to has its own way from here; with the person's consent it leaves at once. */
function refer(referrals: ReferralStore, { at, body }: StepInput<z.output<typeof referSchema>>): StepChange {
  const referralId = newId();
  const { partnerId, consent } = body;
  const by = 'ateneu' as const;
  return {
    change: (state) => decide({ type: 'refer', referralId, at }, state),
    alongside: async (tx, state) => {
      const { project, person } = state;
      const modality = settledModality(state, body.modality);
      const content = { id: referralId, direction: 'outbound' as const, partnerId, modality, project, person };
      const { status } = await readPartnerStanding(tx, partnerId);
      const send = { type: 'send' as const, by, partnerSuspended: status === 'suspended', at };
      await referrals.createIn(
        tx,
        decideAllReferral([
          { type: 'draft', by, content, consent, today: dayOf(at), at },
          ...(consent === undefined ? [] : [send]),
        ]),
      );
    },
  };
}

function settledModality({ modality }: ExistingIntake, given: Modality | undefined): Modality {
  const settled = given ?? modality;
  if (settled === 'unknown') throw modalityMissing();
  return settled;
}

function step<Body extends z.ZodType>(
  { app, store, clock }: RouteContext,
  name: string,
  summary: string,
  body: Body,
  changeFor: (input: StepInput<z.output<Body>>) => StepChange,
): void {
  app.route({
    method: 'POST',
    url: `/v1/staff/intake-requests/:id/${name}`,
    config: { access: { kind: 'staff', roles: ['technician'] }, ifMatch: true },
    schema: {
      operationId: `${name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())}Intake`,
      tags: ['Intake'],
      summary,
      description: 'Needs `If-Match`. Asking again for the state it is in changes nothing.',
      params: z.object({ id: idSchema }),
      ...(body instanceof z.ZodUndefined ? {} : { body }),
      response: { 200: versionSchema },
    },
    handler: async (request, reply) => {
      // A route without a body schema has none to read.
      const input = { at: clock.now(), body: request.body as z.output<Body>, staff: staffOf(request) };
      const { change, alongside } = changeFor(input);
      const saved = await store.update(request.params.id, change, {
        expectedVersion: requireIfMatch(request),
        ...(alongside === undefined ? {} : { alongside }),
      });
      void reply.header('etag', etag(saved.version));
      return saved;
    },
  });
}
