import type { FastifyReply } from 'fastify';

import type { DocumentStorage } from './document.storage.ts';
import type { StoredDocument } from './read-documents.query.ts';

/** Sends a document's contents to be kept, never to be shown: it is somebody else's file. */
export async function sendDocument(
  reply: FastifyReply,
  storage: DocumentStorage,
  { key, fileName, mediaType, bytes, sha256 }: StoredDocument,
): Promise<FastifyReply> {
  const contents = await storage.get(key);
  const plain = fileName.replaceAll(/[^\w .-]/g, '_');
  return reply
    .headers({
      'content-type': mediaType,
      'content-length': bytes,
      'content-disposition': `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(fileName)}`,
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
      etag: `"${sha256}"`,
    })
    .send(contents);
}
