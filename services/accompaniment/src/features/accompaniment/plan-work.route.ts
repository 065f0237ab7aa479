import { newId } from '@ateneu/kernel';
import { recordAudit, transact } from '@ateneu/persistence';
import { idSchema } from '@ateneu/service-kit';
import { z } from 'zod';

import { staffOf } from '../../http.ts';
import { accompanimentNotFound, serviceNotFound, taskNotFound } from './accompaniment.errors.ts';
import type { RouteContext } from './accompaniment.routes.ts';
import { taskSchema } from './accompaniment.schemas.ts';
import { areas } from './diagnosis.ts';
import { readServices } from './read-work.query.ts';

const access = { kind: 'staff', roles: ['technician'] } as const;
const params = z.object({ id: idSchema });
const offerStatuses = ['offered', 'accepted', 'declined'] as const;

/** Staff plan the work beside the itinerary: tasks with their days, and services for what a project is weak in. */
export function planWork(context: RouteContext): void {
  keepTasks(context);
  offerServices(context);
}

function keepTasks({ app, database, clock }: RouteContext): void {
  app.route({
    method: 'POST',
    url: '/v1/staff/accompaniments/:id/tasks',
    config: { access },
    schema: {
      operationId: 'addTask',
      tags: ['Accompaniments'],
      summary: 'Add a task',
      description: 'Of a phase, or of none; with the day it is due, or without.',
      params,
      body: taskSchema,
      response: { 201: z.object({ id: z.uuid() }) },
    },
    handler: async (request, reply) => {
      const { title, phase, dueOn } = request.body;
      const id = newId();
      await transact(database, async (tx) => {
        const added = await tx.query(
          `insert into accompaniment_task (id, accompaniment_id, phase, title, due_on, created_at)
           select $1, id, $3, $4, $5, $6 from accompaniment where id = $2 returning id`,
          [id, request.params.id, phase ?? null, title, dueOn ?? null, clock.now()],
        );
        if (added.length === 0) throw accompanimentNotFound();
        await tx.audit({ action: 'add-task', subjectType: 'accompaniment', subjectId: request.params.id });
      });
      return reply.code(201).send({ id });
    },
  });

  app.route({
    method: 'PUT',
    url: '/v1/staff/accompaniments/:id/tasks/:taskId',
    config: { access },
    schema: {
      operationId: 'editTask',
      tags: ['Accompaniments'],
      summary: 'Edit a task, or mark it done',
      description: 'Replaces it. Asking again changes nothing.',
      params: params.extend({ taskId: idSchema }),
      body: taskSchema.extend({ done: z.boolean() }),
      response: { 200: z.object({ id: z.uuid(), done: z.boolean() }) },
    },
    handler: async (request) => {
      const { id, taskId } = request.params;
      const { title, phase, dueOn, done } = request.body;
      const { name } = staffOf(request);
      await transact(database, async (tx) => {
        const edited = await tx.query(
          `update accompaniment_task set title = $3, phase = $4, due_on = $5,
             done_at = case when $6 then coalesce(done_at, $7) end,
             done_by = case when $6 then coalesce(done_by, $8) end
           where id = $2 and accompaniment_id = $1 returning id`,
          [id, taskId, title, phase ?? null, dueOn ?? null, done, clock.now(), name],
        );
        if (edited.length === 0) throw taskNotFound();
        await tx.audit({ action: done ? 'finish-task' : 'edit-task', subjectType: 'accompaniment', subjectId: id });
      });
      return { id: taskId, done };
    },
  });
}

const serviceSchema = z.object({
  code: z.string(),
  area: z.enum(areas),
  name: z.object({ ca: z.string(), es: z.string(), en: z.string() }),
  score: z.int().nullable().describe('The project’s score in the area, by its last diagnosis.'),
  suggested: z.boolean().describe('Whether the project is weak in the area (2 points or less).'),
  status: z.enum(offerStatuses).nullable().describe('Null where it was not offered.'),
});

function offerServices({ app, database, clock }: RouteContext): void {
  app.route({
    method: 'GET',
    url: '/v1/staff/accompaniments/:id/services',
    config: { access },
    schema: {
      operationId: 'listServices',
      tags: ['Accompaniments'],
      summary: 'List the services for what a project is weak in',
      description: 'All there are, those for its weakest areas first, by its last diagnosis; with what was offered.',
      params,
      response: { 200: z.object({ items: z.array(serviceSchema) }) },
    },
    handler: async (request) => {
      const { id } = request.params;
      const items = await readServices(database, id);
      if (items === undefined) throw accompanimentNotFound();
      await recordAudit(database, { action: 'list-services', subjectType: 'accompaniment', subjectId: id });
      return { items };
    },
  });

  app.route({
    method: 'PUT',
    url: '/v1/staff/accompaniments/:id/services/:code',
    config: { access },
    schema: {
      operationId: 'offerService',
      tags: ['Accompaniments'],
      summary: 'Offer a service, or note the answer',
      description: 'Asking again changes nothing.',
      params: params.extend({ code: z.string().max(60) }),
      body: z.object({ status: z.enum(offerStatuses) }),
      response: { 200: z.object({ code: z.string(), status: z.enum(offerStatuses) }) },
    },
    handler: async (request) => {
      const { id, code } = request.params;
      const { status } = request.body;
      const at = clock.now();
      await transact(database, async (tx) => {
        const kept = await tx.query(
          `insert into service_offer (accompaniment_id, service_code, status, offered_at, answered_at, offered_by)
           select accompaniment.id, support_service.code, $3, $4, case when $3 <> 'offered' then $4::timestamptz end, $5
           from accompaniment, support_service
           where accompaniment.id = $1 and support_service.code = $2 and retired_on is null
           on conflict (accompaniment_id, service_code) do update
             set status = excluded.status, answered_at = excluded.answered_at
           returning status`,
          [id, code, status, at, staffOf(request).name],
        );
        if (kept.length === 0) throw serviceNotFound();
        await tx.audit({
          action: 'offer-service',
          subjectType: 'accompaniment',
          subjectId: id,
          details: { code, status },
        });
      });
      return { code, status };
    },
  });
}
