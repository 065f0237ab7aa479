import { type Database, recordAudit } from '@ateneu/persistence';
import { etag, identify, idSchema, requireIfMatch } from '@ateneu/service-kit';
import { z } from 'zod';

import { partnerOf } from '../../http.ts';
import { accessLinkUnknown, followLink } from '../access-link/index.ts';
import { PartnerEntity } from '../partner/index.ts';
import { decideReferral, partnerSightOf, ReferralEntity, referralNotFound, versionSchema } from '../referral/index.ts';
import { documentNotFound, documentOfAnotherProject } from './document.errors.ts';
import type { RouteContext } from './document.routes.ts';
import { contentsResponse, documentSchema } from './document.schemas.ts';
import { readShared, type StoredDocument } from './read-documents.query.ts';
import { sendDocument } from './send-document.route.ts';

const staff = { kind: 'staff', roles: ['technician'] } as const;
const params = z.object({ id: idSchema, documentId: idSchema });

/**
 * Staff share documents of a project with the partner it was referred to. The partner reads them while it works on the
 * project and the consent holds, and not a moment longer.
 */
export function shareDocuments(context: RouteContext): void {
  share(context, 'PUT', true);
  share(context, 'DELETE', false);
  readAsPartner(context);
  readByLink(context);
}

function share({ app, database, referrals, clock }: RouteContext, method: 'PUT' | 'DELETE', shared: boolean): void {
  app.route({
    method,
    url: '/v1/staff/referrals/:id/documents/:documentId',
    config: { access: staff, ifMatch: true },
    schema: {
      operationId: shared ? 'shareDocument' : 'unshareDocument',
      tags: ['Referrals'],
      summary: shared ? 'Share a document with the referral’s partner' : 'Share a document no longer',
      description: shared
        ? 'It must be of the project that the referral is about. The partner may read it from its acceptance to the end, while the consent holds. Needs `If-Match`.'
        : 'The partner is told to delete its copy. Needs `If-Match`.',
      params,
      response: { 200: versionSchema },
    },
    handler: async (request, reply) => {
      const { id, documentId } = request.params;
      if (shared) await refuseForeign(database, id, documentId);
      const type = shared ? 'share-document' : 'unshare-document';
      const at = clock.now();
      const saved = await referrals.update(
        id,
        (state) => decideReferral({ type, by: 'ateneu', documentId, at }, state),
        { expectedVersion: requireIfMatch(request) },
      );
      void reply.header('etag', etag(saved.version));
      return saved;
    },
  });
}

async function refuseForeign({ pool }: Database, referralId: string, documentId: string): Promise<void> {
  const { rows } = await pool.query<{ same: boolean }>(
    `select coalesce(document.project_id = referral.project_id, false) or exists (select 1 from accompaniment
        where accompaniment.referral_id = referral.id and accompaniment.project_id = document.project_id) as same
     from project_document as document, referral
     where document.id = $2 and document.removed_at is null and referral.id = $1`,
    [referralId, documentId],
  );
  const [row] = rows;
  if (row === undefined) throw documentNotFound();
  if (!row.same) throw documentOfAnotherProject();
}

/** The documents that the partner of a referral may read now. */
async function sharedWith(database: Database, referralId: string, partnerId: string): Promise<StoredDocument[]> {
  const row = await database.fork().findOne(ReferralEntity, { id: referralId, partnerId });
  const sight = row === null ? 'nothing' : partnerSightOf(row);
  if (sight === 'nothing') throw referralNotFound();
  return sight === 'contact' ? readShared(database, referralId) : [];
}

function oneOf(documents: readonly StoredDocument[], id: string): StoredDocument {
  const found = documents.find((document) => document.id === id);
  if (found === undefined) throw documentNotFound();
  return found;
}

function readAsPartner({ app, database, storage }: RouteContext): void {
  app.route({
    method: 'GET',
    url: '/v1/partner/referrals/:id/documents',
    config: { access: { kind: 'partner' } },
    schema: {
      operationId: 'listSharedDocuments',
      tags: ['Partner API'],
      summary: 'List the documents that are shared with you',
      description: 'Of one referral; none before your acceptance, after the end, and once the consent is withdrawn.',
      params: z.object({ id: idSchema }),
      response: { 200: z.object({ items: z.array(documentSchema) }) },
    },
    handler: async (request) => {
      const { id } = request.params;
      const items = await sharedWith(database, id, partnerOf(request).id);
      await recordAudit(database, { action: 'list-documents', subjectType: 'referral', subjectId: id });
      return { items };
    },
  });

  app.route({
    method: 'GET',
    url: '/v1/partner/referrals/:id/documents/:documentId/content',
    config: { access: { kind: 'partner' } },
    schema: {
      operationId: 'downloadSharedDocument',
      tags: ['Partner API'],
      summary: 'Download a document that is shared with you',
      description: 'Its `ETag` is the SHA-256 of its contents. Every download is recorded.',
      params,
      response: contentsResponse,
    },
    handler: async (request, reply) => {
      const { id, documentId } = request.params;
      const found = oneOf(await sharedWith(database, id, partnerOf(request).id), documentId);
      const details = { referralId: id };
      await recordAudit(database, { action: 'download', subjectType: 'document', subjectId: documentId, details });
      return sendDocument(reply, storage, found);
    },
  });
}

function readByLink({ app, database, storage, clock }: RouteContext): void {
  app.route({
    method: 'GET',
    url: '/v1/self-service/referrals/:secret/documents/:documentId',
    config: { access: { kind: 'link' }, rateLimit: { max: 60, timeWindow: '1 minute' } },
    schema: {
      operationId: 'downloadDocumentByLink',
      tags: ['Answer by link'],
      summary: 'Download a shared document by the partner’s link',
      description: 'While the partner works on the project and the consent holds.',
      params: z.object({ secret: z.string().max(100), documentId: idSchema }),
      response: contentsResponse,
    },
    handler: async (request, reply) => {
      const { secret, documentId } = request.params;
      const id = await followLink(database, 'referral-answer', secret, clock.now());
      const em = database.fork();
      const { partnerId } = await em.findOneOrFail(ReferralEntity, { id });
      const partner = await em.findOneOrFail(PartnerEntity, { id: partnerId });
      if (partner.status === 'suspended') throw accessLinkUnknown();
      identify(request, { kind: 'partner', id: partner.id, name: partner.name });
      const found = oneOf(await sharedWith(database, id, partnerId), documentId);
      const details = { referralId: id, via: 'link' };
      await recordAudit(database, { action: 'download', subjectType: 'document', subjectId: documentId, details });
      return sendDocument(reply, storage, found);
    },
  });
}
