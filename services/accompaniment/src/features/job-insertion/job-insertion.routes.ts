import type { Clock } from '@ateneu/kernel';
import { contractTypes, genders } from '@ateneu/reference-data';
import { type Database, recordAudit } from '@ateneu/persistence';
import { type App, etag, idempotency, idSchema, personNameSchema, requireIfMatch, safeText } from '@ateneu/service-kit';
import { z } from 'zod';

import { dayOf } from '../../calendar.ts';
import { AccompanimentEntity, accompanimentNotFound, isTaxId } from '../accompaniment/index.ts';
import type { InsertionStore } from './job-insertion.store.ts';
import { checkedInsertion } from './job-insertion.ts';
import { readInsertions } from './read-insertions.query.ts';

const access = { kind: 'staff', roles: ['technician'] } as const;
const params = z.object({ id: idSchema });
const one = params.extend({ insertionId: idSchema });
const why = safeText({ min: 1, max: 1_000 }).describe('Kept with what it said before.');

const insertionSchema = z.object({
  person: z.object({
    name: personNameSchema,
    surnames: safeText({ min: 1, max: 150 }),
    idDocument: safeText({ min: 5, max: 20 })
      .optional()
      .describe('DNI, NIE or passport; the letter of the first two is verified.'),
    gender: z.enum(genders.map(({ code }) => code)).optional(),
    bornOn: z.iso.date().optional(),
    municipality: safeText({ min: 1, max: 100 }).optional(),
  }),
  contractType: z.enum(contractTypes.map(({ code }) => code)).describe('A code of the funder’s vocabulary.'),
  startsOn: z.iso.date(),
  endsOn: z.iso.date().optional(),
});
const versionSchema = z.object({ id: z.uuid(), version: z.int(), voided: z.boolean() });
const viewSchema = insertionSchema.extend({
  id: z.uuid(),
  version: z.int(),
  voided: z.boolean(),
  history: z.array(
    z.object({
      sequence: z.int(),
      at: z.iso.datetime(),
      actor: z.string().nullable(),
      why: z.string().nullable(),
      contents: z.record(z.string(), z.unknown()),
    }),
  ),
});

/** What the feature's routes work with. */
export interface RouteContext {
  app: App;
  database: Database;
  clock: Clock;
  insertions: InsertionStore;
}

/** Staff record the jobs that people got through an accompaniment, correct them and take them back. */
export function jobInsertionRoutes({ app, database, clock, insertions }: RouteContext): void {
  const url = '/v1/staff/accompaniments/:id/job-insertions';
  app.route({
    method: 'GET',
    url,
    config: { access },
    schema: {
      operationId: 'listJobInsertions',
      tags: ['Accompaniments'],
      summary: 'List the job insertions of an accompaniment',
      description: 'Those that were taken back too, each with everything it said before.',
      params,
      response: { 200: z.object({ items: z.array(viewSchema) }) },
    },
    handler: async (request) => {
      const { id } = request.params;
      await recordAudit(database, { action: 'list-insertions', subjectType: 'accompaniment', subjectId: id });
      const items = await readInsertions(database, id);
      return {
        items: items.map((item) => ({
          ...item,
          history: item.history.map((line) => ({ ...line, contents: { ...line.contents } })),
        })),
      };
    },
  });

  app.route({
    method: 'POST',
    url,
    config: { access, idempotent: true },
    schema: {
      operationId: 'recordJobInsertion',
      tags: ['Accompaniments'],
      summary: 'Record a job insertion',
      description: 'Also after the accompaniment ended: contracts often come later.',
      params,
      body: insertionSchema,
      response: { 201: versionSchema },
    },
    handler: async (request, reply) => {
      const at = clock.now();
      const accompaniment = await database.fork().findOne(AccompanimentEntity, { id: request.params.id });
      if (accompaniment === null) throw accompanimentNotFound();
      const insertion = checkedInsertion(request.body, dayOf(at), isTaxId);
      const saved = await insertions.record(accompaniment, insertion, at, {
        idempotency: idempotency(request, 'record-insertion'),
      });
      return reply.code(201).header('etag', etag(saved.version)).send(saved);
    },
  });

  app.route({
    method: 'PUT',
    url: `${url}/:insertionId`,
    config: { access, ifMatch: true },
    schema: {
      operationId: 'correctJobInsertion',
      tags: ['Accompaniments'],
      summary: 'Correct a job insertion, saying why',
      description: 'Replaces it; what it said before stays in its history. Needs `If-Match`.',
      params: one,
      body: insertionSchema.extend({ why }),
      response: { 200: versionSchema },
    },
    handler: async (request, reply) => {
      const { id, insertionId } = request.params;
      const { why: reason, ...body } = request.body;
      const at = clock.now();
      const insertion = checkedInsertion(body, dayOf(at), isTaxId);
      const change = { insertion, why: reason, at };
      const saved = await insertions.correct(id, insertionId, change, requireIfMatch(request));
      void reply.header('etag', etag(saved.version));
      return saved;
    },
  });

  app.route({
    method: 'POST',
    url: `${url}/:insertionId/void`,
    config: { access, ifMatch: true },
    schema: {
      operationId: 'voidJobInsertion',
      tags: ['Accompaniments'],
      summary: 'Take a job insertion back, saying why',
      description: 'It counts no longer, and stays in the list. Needs `If-Match`.',
      params: one,
      body: z.object({ why }),
      response: { 200: versionSchema },
    },
    handler: async (request, reply) => {
      const { id, insertionId } = request.params;
      const change = { why: request.body.why, at: clock.now() };
      const saved = await insertions.void(id, insertionId, change, requireIfMatch(request));
      void reply.header('etag', etag(saved.version));
      return saved;
    },
  });
}
