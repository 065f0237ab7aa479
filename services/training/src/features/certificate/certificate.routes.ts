import { type Clock, hashSecret } from '@ateneu/kernel';
import { type Database, recordAudit } from '@ateneu/persistence';
import {
  type App,
  identify,
  idSchema,
  isoDateTimeSchema,
  localizedTextSchema,
  preferredLanguage,
  prefersHtml,
  sendPage,
} from '@ateneu/service-kit';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';

import { readableCode, typedCode } from '../enrolment/index.ts';
import { certificateNotFound, certificateRevokedAlready } from './certificate.errors.ts';
import { certificateDocument } from './certificate.document.ts';
import { verificationPage } from './certificate.page.ts';
import { type Certificate, readCertificate } from './certificate.query.ts';
import type { CertificateLinks } from './certificate.store.ts';
import { staffCertificates } from './staff-certificates.routes.ts';

/** What the feature's routes work with. */
export interface CertificateContext {
  app: App;
  database: Database;
  clock: Clock;
  links: CertificateLinks;
}

const pdfResponse = {
  200: { description: 'A PDF.', content: { 'application/pdf': { schema: z.string().meta({ format: 'binary' }) } } },
};

const verificationSchema = z.object({
  valid: z.boolean(),
  code: z.string(),
  name: z.string().nullable().describe('Null where it no longer holds, like all that follows.'),
  title: localizedTextSchema({ max: 150 }).nullable(),
  minutes: z.int().nullable(),
  endedAt: isoDateTimeSchema.nullable(),
  issuedAt: isoDateTimeSchema.nullable(),
  revokedAt: isoDateTimeSchema.nullable(),
});

/** Certificates: the person's document, what anybody can check, and what staff do. */
export function certificateRoutes(context: CertificateContext): void {
  const { app, database, links } = context;
  staffCertificates(context);

  app.route({
    method: 'GET',
    url: '/v1/certificates/:code',
    config: { access: { kind: 'link' } },
    schema: {
      operationId: 'verifyCertificate',
      tags: ['Certificates'],
      summary: 'Check a certificate by its code',
      description: 'For whoever was shown one. A page for browsers, JSON for programs. Hyphens and case do not matter.',
      params: z.object({ code: z.string().max(40).describe('As printed on it.') }),
      response: { 200: verificationSchema },
    },
    handler: async (request, reply) => {
      const found = await readCertificate(database, { code: typedCode(request.params.code) });
      if (found === undefined) throw certificateNotFound();
      void reply.header('cache-control', 'no-store');
      if (prefersHtml(request)) return sendPage(reply, verificationPage(found, preferredLanguage(request))) as never;
      const valid = found.revokedAt === null;
      const only = <T>(value: T): T | null => (valid ? value : null);
      return {
        valid,
        code: readableCode(found.code),
        name: only(found.name),
        title: only(found.title),
        minutes: only(found.minutes),
        endedAt: only(found.endedAt),
        issuedAt: only(found.issuedAt),
        revokedAt: found.revokedAt,
      };
    },
  });

  app.route({
    method: 'GET',
    url: '/v1/self-service/certificates/:secret/certificate.pdf',
    config: { access: { kind: 'link' } },
    schema: {
      operationId: 'getOwnCertificate',
      tags: ['Certificates'],
      summary: 'One’s certificate by the link of the e-mail',
      description: 'In the person’s language. The link ends where the certificate is revoked.',
      params: z.object({ secret: z.string().max(100).describe('From the link.') }),
      response: pdfResponse,
    },
    handler: async (request, reply) => {
      const found = await readCertificate(database, { linkHash: hashSecret(request.params.secret) });
      if (found === undefined) throw certificateNotFound();
      if (found.revokedAt !== null) throw certificateRevokedAlready();
      identify(request, { kind: 'citizen', id: found.id });
      return sendDocument(reply, found);
    },
  });

  app.route({
    method: 'GET',
    url: '/v1/staff/certificates/:id/certificate.pdf',
    config: { access: { kind: 'staff', roles: ['technician'] } },
    schema: {
      operationId: 'getCertificateDocument',
      tags: ['Certificates'],
      summary: 'Somebody’s certificate',
      description: 'A revoked one says so across the page. Every read is recorded.',
      params: z.object({ id: idSchema }),
      response: pdfResponse,
    },
    handler: async (request, reply) => {
      const { id } = request.params;
      const found = await readCertificate(database, { id });
      if (found === undefined) throw certificateNotFound();
      await recordAudit(database, { action: 'read', subjectType: 'certificate', subjectId: id });
      return sendDocument(reply, found);
    },
  });

  const sendDocument = async (reply: object, certificate: Certificate): Promise<never> => {
    const document = await certificateDocument(certificate, links.verification(readableCode(certificate.code)));
    return (reply as FastifyReply)
      .type('application/pdf')
      .headers({
        'content-disposition': `inline; filename="certificat-${readableCode(certificate.code)}.pdf"`,
        'cache-control': 'no-store',
        'referrer-policy': 'no-referrer',
        'x-robots-tag': 'noindex',
      })
      .send(document) as never;
  };
}
