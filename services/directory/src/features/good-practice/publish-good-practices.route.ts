import { type App, etag, idempotency, idSchema, requireIfMatch } from '@ateneu/service-kit';
import { z } from 'zod';

import { goodPracticeNotFound } from './good-practice.errors.ts';
import type { GoodPracticeRoutes } from './good-practice.routes.ts';
import { contentFrom, contentSchema, staffSchema, versionSchema } from './good-practice.schemas.ts';
import { readStaffGoodPractice, readStaffGoodPractices } from './read-good-practices.query.ts';

const access = { kind: 'staff', roles: ['technician'] } as const;
const tags = ['Good practices'];
const params = z.object({ id: idSchema });
const base = '/v1/staff/good-practices';

/** Staff write good practices, publish them and take them back. */
export function publishGoodPractices(app: App, context: GoodPracticeRoutes): void {
  const { goodPractices, clock } = context;
  readRoutes(app, context);

  app.route({
    method: 'POST',
    url: base,
    config: { access, idempotent: true },
    schema: {
      operationId: 'draftGoodPractice',
      tags,
      summary: 'Draft a good practice',
      description: 'About one initiative or more; nobody but staff sees a draft.',
      body: contentSchema,
      response: { 201: versionSchema },
    },
    handler: async (request, reply) => {
      const content = contentFrom(request.body);
      const saved = await goodPractices.create(content, clock.now(), { idempotency: idempotency(request) });
      void reply.header('etag', etag(saved.version));
      return reply.code(201).send(saved);
    },
  });

  app.route({
    method: 'PUT',
    url: `${base}/:id`,
    config: { access, ifMatch: true },
    schema: {
      operationId: 'editGoodPractice',
      tags,
      summary: 'Edit a good practice',
      description: 'Replaces all of it. Needs `If-Match` with the version that was read.',
      params,
      body: contentSchema,
      response: { 200: versionSchema },
    },
    handler: async (request, reply) => {
      const options = { expectedVersion: requireIfMatch(request), at: clock.now() };
      const saved = await goodPractices.edit(request.params.id, contentFrom(request.body), options);
      void reply.header('etag', etag(saved.version));
      return saved;
    },
  });

  for (const [step, operationId, summary] of [
    ['publish', 'publishGoodPractice', 'Publish a good practice'],
    ['unpublish', 'unpublishGoodPractice', 'Take a good practice out of the public directory'],
  ] as const) {
    app.route({
      method: 'POST',
      url: `${base}/:id/${step}`,
      config: { access, ifMatch: true },
      schema: {
        operationId,
        tags,
        summary,
        description: 'Needs `If-Match`. Asking again for the state it is in changes nothing.',
        params,
        response: { 200: versionSchema },
      },
      handler: async (request, reply) => {
        const options = { expectedVersion: requireIfMatch(request), at: clock.now() };
        const saved = await goodPractices.take(request.params.id, step, options);
        void reply.header('etag', etag(saved.version));
        return saved;
      },
    });
  }
}

function readRoutes(app: App, { database }: GoodPracticeRoutes): void {
  app.route({
    method: 'GET',
    url: base,
    config: { access },
    schema: {
      operationId: 'listStaffGoodPractices',
      tags,
      summary: 'List good practices in any state',
      description: 'The newest first, 200 at most.',
      response: { 200: z.object({ items: z.array(staffSchema) }) },
    },
    handler: async () => ({ items: await readStaffGoodPractices(database) }),
  });

  app.route({
    method: 'GET',
    url: `${base}/:id`,
    config: { access },
    schema: {
      operationId: 'getStaffGoodPractice',
      tags,
      summary: 'Read a good practice in any state',
      description: 'The `ETag` is its version, for `If-Match` on what follows.',
      params,
      response: { 200: staffSchema },
    },
    handler: async (request, reply) => {
      const found = await readStaffGoodPractice(database, request.params.id);
      if (found === undefined) throw goodPracticeNotFound();
      void reply.header('etag', etag(found.version));
      return found;
    },
  });
}
