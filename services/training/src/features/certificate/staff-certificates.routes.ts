import { recordAudit } from '@ateneu/persistence';
import {
  etag,
  idSchema,
  isoDateTimeSchema,
  localizedTextSchema,
  pageOf,
  pageQuery,
  requireIfMatch,
  withLink,
} from '@ateneu/service-kit';
import { z } from 'zod';

import { readableCode } from '../enrolment/index.ts';
import { courseNotFound, sessionNotFound } from '../session/index.ts';
import { readCertificates } from './certificate.query.ts';
import type { CertificateContext } from './certificate.routes.ts';
import { issueCertificates, revokeCertificate } from './certificate.store.ts';

const staff = { access: { kind: 'staff', roles: ['technician'] } } as const;
const reason = localizedTextSchema({ max: 500 });

const certificateSchema = z.object({
  id: z.uuid(),
  version: z.int(),
  code: z.string(),
  courseId: z.uuid().nullable(),
  sessionId: z.uuid().nullable(),
  name: z.string(),
  title: localizedTextSchema({ max: 150 }),
  minutes: z.int(),
  issuedAt: isoDateTimeSchema,
  revokedAt: isoDateTimeSchema.nullable(),
  revocationReason: reason.nullable(),
});

/** Staff see, issue and revoke certificates. */
export function staffCertificates({ app, database, clock, links }: CertificateContext): void {
  app.route({
    method: 'GET',
    url: '/v1/staff/certificates',
    config: staff,
    schema: {
      operationId: 'listCertificates',
      tags: ['Certificates'],
      summary: 'List certificates',
      description: 'The newest first. Personal data: every read is recorded.',
      querystring: pageQuery({ defaultSize: 100, maxSize: 500 }).extend({
        courseId: idSchema.optional(),
        sessionId: idSchema.optional(),
      }),
      response: { 200: pageOf(certificateSchema) },
    },
    handler: async (request, reply) => {
      const page = await readCertificates(database, request.query);
      const ids = page.items.map(({ id }) => id);
      await recordAudit(database, { action: 'list', subjectType: 'certificate', subjectId: '*', details: { ids } });
      const items = page.items.map((item) => ({ ...item, code: readableCode(item.code) }));
      return withLink(request, reply, { ...page, items });
    },
  });

  for (const what of ['course', 'session'] as const) {
    app.route({
      method: 'POST',
      url: `/v1/staff/${what}s/:id/certificates`,
      config: staff,
      schema: {
        operationId: what === 'course' ? 'issueCourseCertificates' : 'issueSessionCertificates',
        tags: ['Certificates'],
        summary: `Issue the certificates of a ${what} that are due`,
        description:
          'They are issued by themselves once everything was held; this does it at once, and also for whoever was ' +
          'corrected since, or had one revoked and meets the rule now. Nobody gets two that hold.',
        params: z.object({ id: idSchema }),
        body: z.strictObject({}).optional(),
        response: { 200: z.object({ issued: z.int() }) },
      },
      handler: async (request) => {
        const { id } = request.params;
        const subject = what === 'course' ? { courseId: id } : { sessionId: id };
        const { rows } = await database.pool.query(`select from ${what} where id = $1`, [id]);
        if (rows.length === 0) throw what === 'course' ? courseNotFound() : sessionNotFound();
        return { issued: await issueCertificates(database, links, clock.now(), { subject, again: true }) };
      },
    });
  }

  app.route({
    method: 'POST',
    url: '/v1/staff/certificates/:id/revoke',
    config: { ...staff, ifMatch: true },
    schema: {
      operationId: 'revokeCertificate',
      tags: ['Certificates'],
      summary: 'Revoke a certificate',
      description: 'Whoever checks it is told that it no longer holds, and the person is told why.',
      params: z.object({ id: idSchema }),
      body: z.object({ reason: reason.describe('Told to the person, word for word.') }),
      response: { 200: z.object({ id: z.uuid(), version: z.int() }) },
    },
    handler: async (request, reply) => {
      const saved = await revokeCertificate(database, {
        id: request.params.id,
        reason: request.body.reason,
        expectedVersion: requireIfMatch(request),
        at: clock.now(),
      });
      void reply.header('etag', etag(saved.version));
      return saved;
    },
  });
}
