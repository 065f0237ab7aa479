import multipart from '@fastify/multipart';
import { recordAudit } from '@ateneu/persistence';
import { idSchema, safeText } from '@ateneu/service-kit';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';

import { staffOf } from '../../http.ts';
import { documentMissing, documentNotFound, documentTooLarge } from './document.errors.ts';
import type { RouteContext } from './document.routes.ts';
import { contentsResponse, documentSchema } from './document.schemas.ts';
import { documentKinds, maxMegabytes } from './document.types.ts';
import { findDocument, readDocuments } from './read-documents.query.ts';
import { sendDocument } from './send-document.route.ts';

const access = { kind: 'staff', roles: ['technician'] } as const;
const maxBytes = maxMegabytes * 1024 * 1024;
const params = z.object({ id: idSchema, documentId: idSchema });

/** Staff keep the documents of a project. */
export function manageDocuments(context: RouteContext): void {
  const { app, database, documents, storage, clock } = context;
  app.route({
    method: 'GET',
    url: '/v1/staff/projects/:id/documents',
    config: { access },
    schema: {
      operationId: 'listDocuments',
      tags: ['Projects'],
      summary: 'List the documents of a project',
      description: 'Oldest first, with the referrals whose partner each is shared with.',
      params: z.object({ id: idSchema }),
      response: {
        200: z.object({ items: z.array(documentSchema.extend({ sharedWith: z.array(z.uuid()) })) }),
      },
    },
    handler: async (request) => {
      const { id } = request.params;
      await recordAudit(database, { action: 'list-documents', subjectType: 'project', subjectId: id });
      return { items: await readDocuments(database, id) };
    },
  });

  app.route({
    method: 'GET',
    url: '/v1/staff/projects/:id/documents/:documentId/content',
    config: { access },
    schema: {
      operationId: 'downloadDocument',
      tags: ['Projects'],
      summary: 'Download a document',
      description: 'Its `ETag` is the SHA-256 of its contents. Every download is recorded.',
      params,
      response: contentsResponse,
    },
    handler: async (request, reply) => {
      const found = await findDocument(database, request.params.id, request.params.documentId);
      if (found === undefined) throw documentNotFound();
      await recordAudit(database, { action: 'download', subjectType: 'document', subjectId: found.id });
      return sendDocument(reply, storage, found);
    },
  });

  app.route({
    method: 'DELETE',
    url: '/v1/staff/projects/:id/documents/:documentId',
    config: { access },
    schema: {
      operationId: 'removeDocument',
      tags: ['Projects'],
      summary: 'Remove a document',
      description: 'From everybody, also those it was shared with; its contents are deleted.',
      params,
      response: { 200: z.object({ removed: z.literal(true) }) },
    },
    handler: async (request) => {
      await documents.remove(request.params.id, request.params.documentId, clock.now());
      return { removed: true as const };
    },
  });

  // Only here are forms with files read: the reader of them is not there for any other route.
  void app.register(async (scope) => {
    await scope.register(multipart, {
      limits: { fileSize: maxBytes, files: 1, fields: 4, fieldSize: 1_000, headerPairs: 50, parts: 5 },
    });
    upload({ ...context, app: scope });
  });
}

function upload({ app, documents, clock }: RouteContext): void {
  app.route({
    method: 'POST',
    url: '/v1/staff/projects/:id/documents',
    config: { access },
    bodyLimit: maxBytes + 64 * 1024,
    schema: {
      operationId: 'uploadDocument',
      tags: ['Projects'],
      summary: 'Upload a document',
      description:
        `A form (\`multipart/form-data\`) with \`kind\` (${documentKinds.map((kind) => `\`${kind}\``).join(', ')}) and, ` +
        `after it, \`file\`, of at most ${maxMegabytes} MiB. What it is, is read from its contents.`,
      consumes: ['multipart/form-data'],
      params: z.object({ id: idSchema }),
      response: { 201: documentSchema },
    },
    handler: async (request, reply) => {
      const { kind, fileName, contents } = await readForm(request);
      const by = staffOf(request);
      const kept = await documents.keep({
        projectId: request.params.id,
        kind,
        fileName,
        contents,
        by,
        at: clock.now(),
      });
      return reply.code(201).send(kept);
    },
  });
}

const fieldsSchema = z.object({ kind: z.enum(documentKinds), fileName: safeText({ min: 1, max: 200 }) });

async function readForm(request: FastifyRequest) {
  if (!request.isMultipart()) throw documentMissing();
  const part = await request.file();
  if (part === undefined || part.fieldname !== 'file') throw documentMissing();
  const kind = part.fields['kind'];
  const given = Array.isArray(kind) ? kind[0] : kind;
  // Browsers give the name alone; whoever gives a path means its last part.
  const fileName = part.filename.split(/[\\/]/).at(-1);
  const fields = fieldsSchema.safeParse({ kind: given?.type === 'field' ? given.value : undefined, fileName });
  if (!fields.success) {
    part.file.resume();
    throw documentMissing();
  }
  const contents = await part.toBuffer().catch((cause: unknown) => {
    throw documentTooLarge({ megabytes: maxMegabytes }, { cause });
  });
  return { ...fields.data, contents };
}
